import type { Day } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import type { Columns, Table } from '../csv/table.ts';
import { type ImportRecords, warn } from '../records.ts';
import { type Book, findOrAdd } from './book.ts';
import { type Notes, type Self, sameText } from './invitation-rows.ts';
import { eachMessage, type Message, type Party } from './message-rows.ts';

interface Thread {
  where: string;
  others: Map<string, Party>;
  days: Set<Day>;
  isGroup: boolean;
  hasMine: boolean;
  hasSubject: boolean;
}

/**
 * messages.csv of any year: who wrote to whom and when, never what. A day on which I exchanged messages
 * with one person alone is one `engagement`. Left out: groups, drafts, spam, closed accounts, InMail that
 * I did not answer, and the copy that LinkedIn makes of an accepted invitation's note. Days are UTC, as written.
 */
export function readMessages<T>(
  table: Table<T>,
  book: Book,
  records: ImportRecords,
  self: Self,
  notes: Notes,
): void {
  const me = findSelf((visit) => eachMessage(table, visit), self);
  if (me === null) {
    warn(
      records,
      `${table.name} was left out: it does not tell which of the people is you. Import the whole archive, or set your name first: netcoach me --name "Your Name"`,
    );
    return;
  }
  const threads = new Map<string, Thread>();
  eachMessage(table, (message) => addMessage(threads, message, me, notes));
  const done = new Set<string>();
  for (const thread of threads.values()) {
    const other = onlyOther(thread);
    if (other === null || thread.days.size === 0) continue;
    if (!thread.hasMine && (thread.hasSubject || !isReachable(other, table.columns))) continue;
    const person = findOrAdd(book, thread.where, other.name, other.address);
    if (person === null) continue;
    for (const date of thread.days) {
      const key = `linkedin:messages:${person.linkedin ?? fold(person.name)}:${date}`;
      if (done.has(key)) continue;
      done.add(key);
      records.interactions.push({
        where: thread.where,
        key,
        kind: 'engagement',
        date,
        title: 'Messages on LinkedIn',
        people: [person],
      });
    }
  }
}

function addMessage(
  threads: Map<string, Thread>,
  message: Message,
  me: (party: Party) => boolean,
  notes: Notes,
): void {
  if (!message.isReal) return;
  const isMine = message.isMine ?? me(message.from);
  const other = isMine ? message.to[0] : message.from;
  const isGroup = message.to.length > 1;
  if (other === undefined || other.name === '' || (isMine && me(other))) return;
  const key = other.address ?? fold(other.name);
  const id = message.conversation === '' ? `with:${key}` : message.conversation;
  let thread = threads.get(id);
  if (thread === undefined) {
    const { where } = message;
    thread = {
      where,
      others: new Map(),
      days: new Set(),
      isGroup,
      hasMine: false,
      hasSubject: false,
    };
    threads.set(id, thread);
  }
  if (isGroup) thread.isGroup = true;
  thread.others.set(key, other);
  if (isNoteCopy(message, other, notes)) return;
  if (isMine) thread.hasMine = true;
  if (message.hasSubject) thread.hasSubject = true;
  if (message.day !== undefined) thread.days.add(message.day);
}

function isNoteCopy(message: Message, other: Party, notes: Notes): boolean {
  const known = notes.get(other.address ?? '') ?? notes.get(fold(other.name));
  return known?.has(sameText(message.text)) ?? false;
}

/** The other side of a one-to-one thread; older files name it by address in one row, by name in the next. */
function onlyOther(thread: Thread): Party | null {
  if (thread.isGroup) return null;
  const others = [...thread.others.values()];
  const addressed = others.filter((one) => one.address !== undefined);
  if (addressed.length > 1 || others.length - addressed.length > 1) return null;
  return addressed[0] ?? others[0] ?? null;
}

/** Where senders have addresses, one without is an advertiser or a closed account. */
function isReachable(other: Party, columns: Columns): boolean {
  return other.address !== undefined || !columns.has('sender profile url');
}

type Visit = (message: Message) => void;
/** In which conversations each party takes part. */
type Threads = Map<string, Set<string>>;

/**
 * Which side of the messages is mine: by the address or name that the rest of the archive gives; else
 * the one party that takes part in more conversations than anybody, as the owner takes part in all.
 * @param each visits every message; it may run twice
 * @returns a test of one party; null where nothing tells
 */
function findSelf(each: (visit: Visit) => void, self: Self): ((party: Party) => boolean) | null {
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
