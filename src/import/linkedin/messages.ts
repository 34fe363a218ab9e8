import type { Day } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { type Columns, column, eachRecord, type Table } from '../csv/table.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, warn } from '../records.ts';
import { addressIn, type Book, displayName, findOrAdd } from './book.ts';
import { type Notes, type Self, sameText } from './invitation-rows.ts';

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

/** One side of a message. */
interface Party {
  name: string;
  address: string | undefined;
}

/** A message without its words. */
interface Message {
  where: string;
  conversation: string;
  from: Party;
  /** One, or several in a group; none where LinkedIn no longer says. */
  to: Party[];
  day: Day | undefined;
  /** A subject line: InMail has one. */
  hasSubject: boolean;
  /** By the Direction column of 2018, where there is one. */
  isMine: boolean | undefined;
  /** Its text, for comparing with the notes of invitations only. */
  text: string;
  /** Not a draft, no spam, and not of a closed account. */
  isReal: boolean;
}

/** Calls `visit` for every message. */
function eachMessage<T>(table: Table<T>, visit: (message: Message) => void): void {
  const { columns } = table;
  const cell = {
    conversation: column(columns, 'conversation id'),
    from: column(columns, 'from'),
    sender: column(columns, 'sender profile url'),
    to: column(columns, 'to'),
    recipients: column(columns, 'recipient profile urls'),
    date: column(columns, 'date'),
    subject: column(columns, 'subject'),
    content: column(columns, 'content'),
    folder: column(columns, 'folder'),
    direction: column(columns, 'direction'),
    draft: column(columns, 'is message draft'),
    drafts: column(columns, 'is conversation draft'),
  };
  const isYes = (text: string) => /^(yes|true|1)$/i.test(text.trim());
  eachRecord(table, (cells, where) => {
    const isLeftOut =
      /^(spam|trash|draft)/i.test(cell.folder(cells).trim()) ||
      isYes(cell.draft(cells)) ||
      isYes(cell.drafts(cells));
    const from = displayName(cell.from(cells));
    const direction = cell.direction(cells).trim().toUpperCase();
    visit({
      where,
      conversation: cell.conversation(cells).trim(),
      from: { name: from, address: addressIn(cell.sender(cells)) },
      to: recipients(cell.to(cells), cell.recipients(cells)),
      day: readDay(cell.date(cells)),
      hasSubject: cell.subject(cells).trim() !== '',
      isMine: direction === '' ? undefined : direction === 'OUTGOING',
      text: cell.content(cells),
      isReal: from !== '' && !isLeftOut,
    });
  });
}

/**
 * To whom a message went. Several names are joined by a bare comma, and a name may hold ", MBA": addresses
 * are counted where there are any, else the commas without a space.
 */
function recipients(names: string, addresses: string): Party[] {
  const list = addresses.split(',').filter((one) => one.trim() !== '');
  if (list.length > 1) return list.map((one) => ({ name: '', address: addressIn(one) }));
  const parts = names.split(/,(?=\S)/);
  if (list.length === 0 && parts.length > 1)
    return parts.map((name) => ({
      name: displayName(name),
      address: undefined,
    }));
  const name = displayName(names);
  return name === '' ? [] : [{ name, address: addressIn(list[0] ?? '') }];
}
