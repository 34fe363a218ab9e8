import { fold } from '../text/fold.ts';
import type { Self } from './linkedin-invitations.ts';
import type { Message, Party } from './linkedin-message-rows.ts';

type Visit = (message: Message) => void;
/** In which conversations each party takes part. */
type Threads = Map<string, Set<string>>;

/**
 * Which side of the messages is mine: by the address or name that the rest of the archive gives; else
 * the one party that takes part in more conversations than anybody, as the owner takes part in all.
 * @param each visits every message; it may run twice
 * @returns a test of one party; null where nothing tells
 */
export function findSelf(
  each: (visit: Visit) => void,
  self: Self,
): ((party: Party) => boolean) | null {
  if (self.address !== undefined || self.names.size > 0)
    return isSelf(self.address ?? ownAddress(each, self.names), self.names);
  const byAddress: Threads = new Map();
  const byName: Threads = new Map();
  const mine = new Set<string>();
  each((message) => {
    if (message.isMine === true) mine.add(fold(message.from.name));
    const thread = message.conversation === '' ? message.where : message.conversation;
    for (const { name, address } of [message.from, ...message.to]) {
      if (address !== undefined) join(byAddress, address, thread);
      if (name !== '') join(byName, fold(name), thread);
    }
  });
  if (mine.size > 0) return isSelf(undefined, mine);
  const address = busiest(byAddress);
  if (address !== undefined) return isSelf(address, new Set());
  const name = busiest(byName);
  return name === undefined ? null : isSelf(undefined, new Set([name]));
}

function isSelf(
  address: string | undefined,
  names: ReadonlySet<string>,
): (party: Party) => boolean {
  return (party) =>
    party.address !== undefined && address !== undefined
      ? party.address === address
      : names.has(fold(party.name));
}

/** The address that sends in my name in most conversations. */
function ownAddress(each: (visit: Visit) => void, names: ReadonlySet<string>): string | undefined {
  const threads: Threads = new Map();
  each(({ from, conversation }) => {
    if (from.address !== undefined && names.has(fold(from.name)))
      join(threads, from.address, conversation);
  });
  return [...threads].sort((a, b) => b[1].size - a[1].size)[0]?.[0];
}

/** Whoever takes part in more conversations than anybody else; undefined for a tie. */
function busiest(threads: Threads): string | undefined {
  const [first, second] = [...threads].sort((a, b) => b[1].size - a[1].size);
  return first !== undefined && first[1].size > (second?.[1].size ?? 0) ? first[0] : undefined;
}

function join(threads: Threads, party: string, thread: string): void {
  const known = threads.get(party);
  if (known === undefined) threads.set(party, new Set([thread]));
  else known.add(thread);
}
