import type { Day } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import { ASKED_TITLE, MESSAGES_TITLE, SENT_TITLE, WROTE_TITLE } from '../../text/site-record.ts';
import { type Columns, column, eachFilledRow, hasColumn, type Table } from '../csv/table.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, warn } from '../records.ts';
import { type Book, displayName, findOrAdd, profileAddressIn } from './book.ts';
import { comparableText, type InvitationNotes, type Self } from './invitation-rows.ts';

interface Thread {
  where: string;
  others: Map<string, Party>;
  lines: Line[];
  isGroup: boolean;
  hasMine: boolean;
  hasSubject: boolean;
}

/** A message, without what it says. */
interface Line {
  day: Day;
  /** For the order only. */
  at: number;
  isMine: boolean;
  asks: boolean;
}

/**
 * Reads who wrote to whom and when, and whether it was a question; never keeps the text. Each day with one person
 * is an `engagement`, whose title says who wrote. Leaves out groups, drafts, spam, closed accounts, unanswered
 * InMail and copies of invitation notes. Days are UTC.
 */
export function readMessages<T>(
  table: Table<T>,
  book: Book,
  records: ImportRecords,
  self: Self,
  notes: InvitationNotes,
): void {
  const isUser = findSelf((visit) => eachMessage(table, null, visit), self);
  if (isUser === null) {
    warn(
      records,
      `${table.name} was skipped: it doesn't say which of them is you. Import the whole archive, or set your name first: netcoach me --name "Your Name"`,
    );
    return;
  }
  const threads = new Map<string, Thread>();
  eachMessage(table, records, (message) => addMessage(threads, message, isUser, notes));
  const correspondence = new Map<PersonRecord, { where: string; lines: Line[] }>();
  for (const thread of threads.values()) {
    const other = otherParty(thread);
    if (other === null || thread.lines.length === 0) continue;
    if (!thread.hasMine && (thread.hasSubject || !isReachable(other, table.columns))) continue;
    const person = findOrAdd(book, thread.where, other.name, other.address);
    if (person === null) continue;
    const known = correspondence.get(person);
    if (known === undefined)
      correspondence.set(person, { where: thread.where, lines: thread.lines });
    else for (const line of thread.lines) known.lines.push(line);
  }
  for (const [person, { where, lines }] of correspondence)
    for (const [date, title] of titlesByDay(lines))
      records.interactions.push({
        where,
        key: `linkedin:messages:${person.linkedin ?? fold(person.name)}:${date}`,
        kind: 'engagement',
        date,
        title,
        people: [person],
      });
}

/** What each day of a correspondence ended with. */
function titlesByDay(lines: readonly Line[]): Map<Day, string> {
  const titles = new Map<Day, string>();
  let haveWritten = false;
  let haveTheyWritten = false;
  for (const { day, isMine, asks } of [...lines].sort((a, b) => a.at - b.at)) {
    if (isMine) haveWritten = true;
    else haveTheyWritten = true;
    const ofBoth = haveTheyWritten ? MESSAGES_TITLE : SENT_TITLE;
    titles.set(day, !isMine && asks ? ASKED_TITLE : haveWritten ? ofBoth : WROTE_TITLE);
  }
  return titles;
}

function addMessage(
  threads: Map<string, Thread>,
  message: Message,
  isUser: (party: Party) => boolean,
  notes: InvitationNotes,
): void {
  if (!message.isRelevant) return;
  const isMine = message.isMine ?? isUser(message.from);
  const other = isMine ? message.to[0] : message.from;
  const isGroup = message.to.length > 1;
  if (other === undefined || other.name === '' || (isMine && isUser(other))) return;
  const key = other.address ?? fold(other.name);
  const id = message.conversation === '' ? `with:${key}` : message.conversation;
  let thread = threads.get(id);
  if (thread === undefined) {
    const { where } = message;
    thread = {
      where,
      others: new Map(),
      lines: [],
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
  const { day, at, asks } = message;
  if (day !== undefined) thread.lines.push({ day, at, isMine, asks });
}

function isNoteCopy(message: Message, other: Party, notes: InvitationNotes): boolean {
  const known = notes.get(other.address ?? '') ?? notes.get(fold(other.name));
  return known?.has(comparableText(message.text)) ?? false;
}

/** Older files mix rows with an address and rows with only a name. */
function otherParty(thread: Thread): Party | null {
  if (thread.isGroup) return null;
  const others = [...thread.others.values()];
  const addressed = others.filter((party) => party.address !== undefined);
  if (addressed.length > 1 || others.length - addressed.length > 1) return null;
  return addressed[0] ?? others[0] ?? null;
}

/** In files with an address column, advertisers and closed accounts have none. */
function isReachable(other: Party, columns: Columns): boolean {
  return other.address !== undefined || !hasColumn(columns, 'sender profile url');
}

type Visit = (message: Message) => void;
/** Conversations by participant. */
type Conversations = Map<string, Set<string>>;

/**
 * Finds the user by the address or name in other files, else as the one who's in most
 * conversations.
 * @param each visits every message; can be called twice
 * @returns a predicate, or null if it's unclear
 */
function findSelf(each: (visit: Visit) => void, self: Self): ((party: Party) => boolean) | null {
  if (self.address !== undefined || self.names.size > 0)
    return selfTest(self.address ?? mostUsedAddress(each, self.names), self.names);
  const byAddress: Conversations = new Map();
  const byName: Conversations = new Map();
  const userNames = new Set<string>();
  each((message) => {
    if (message.isMine === true) userNames.add(fold(message.from.name));
    const thread = message.conversation === '' ? message.where : message.conversation;
    for (const { name, address } of [message.from, ...message.to]) {
      if (address !== undefined) addConversation(byAddress, address, thread);
      if (name !== '') addConversation(byName, fold(name), thread);
    }
  });
  if (userNames.size > 0) return selfTest(undefined, userNames);
  const address = mostActive(byAddress);
  if (address !== undefined) return selfTest(address, new Set());
  const name = mostActive(byName);
  return name === undefined ? null : selfTest(undefined, new Set([name]));
}

function selfTest(
  address: string | undefined,
  names: ReadonlySet<string>,
): (party: Party) => boolean {
  return (party) =>
    party.address !== undefined && address !== undefined
      ? party.address === address
      : names.has(fold(party.name));
}

/** The address in most conversations under one of the user's names. */
function mostUsedAddress(
  each: (visit: Visit) => void,
  names: ReadonlySet<string>,
): string | undefined {
  const threads: Conversations = new Map();
  each(({ from, conversation }) => {
    if (from.address !== undefined && names.has(fold(from.name)))
      addConversation(threads, from.address, conversation);
  });
  return [...threads].sort((a, b) => b[1].size - a[1].size)[0]?.[0];
}

/** Undefined if there's a tie. */
function mostActive(threads: Conversations): string | undefined {
  const [first, second] = [...threads].sort((a, b) => b[1].size - a[1].size);
  return first !== undefined && first[1].size > (second?.[1].size ?? 0) ? first[0] : undefined;
}

function addConversation(threads: Conversations, party: string, thread: string): void {
  const known = threads.get(party);
  if (known === undefined) threads.set(party, new Set([thread]));
  else known.add(thread);
}

interface Party {
  name: string;
  address: string | undefined;
}

interface Message {
  where: string;
  conversation: string;
  from: Party;
  /** Several in a group; empty if LinkedIn no longer says. */
  to: Party[];
  day: Day | undefined;
  /** For the order only. */
  at: number;
  asks: boolean;
  /** InMail has a subject. */
  hasSubject: boolean;
  /** From the Direction column of 2018 files. */
  isMine: boolean | undefined;
  /** Only for comparing with invitation notes. */
  text: string;
  /** Not a draft, spam, or from a closed account. */
  isRelevant: boolean;
}

/** A question mark of any script, other than in an address. */
const QUESTION = /[?？؟](?=[\s?!'"”)»]|$)/u;

/** @param records get what can't be read; null if they have it */
function eachMessage<T>(
  table: Table<T>,
  records: ImportRecords | null,
  visit: (message: Message) => void,
): void {
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
  eachFilledRow(table, records, (cells, where) => {
    const isLeftOut =
      /^(spam|trash|draft)/i.test(cell.folder(cells).trim()) ||
      isYes(cell.draft(cells)) ||
      isYes(cell.drafts(cells));
    const from = displayName(cell.from(cells));
    const direction = cell.direction(cells).trim().toUpperCase();
    const at = Date.parse(cell.date(cells));
    visit({
      where,
      conversation: cell.conversation(cells).trim(),
      from: { name: from, address: profileAddressIn(cell.sender(cells)) },
      to: recipients(cell.to(cells), cell.recipients(cells)),
      day: readDay(cell.date(cells)),
      at: Number.isNaN(at) ? 0 : at,
      asks: QUESTION.test(cell.content(cells)),
      hasSubject: cell.subject(cells).trim() !== '',
      isMine: direction === '' ? undefined : direction === 'OUTGOING',
      text: cell.content(cells),
      isRelevant: from !== '' && !isLeftOut,
    });
  });
}

/**
 * Names are joined by a bare comma and can contain ", MBA", so addresses are counted if there are
 * any, else commas without a space.
 */
function recipients(names: string, addresses: string): Party[] {
  const list = addresses.split(',').filter((address) => address.trim() !== '');
  if (list.length > 1)
    return list.map((address) => ({ name: '', address: profileAddressIn(address) }));
  const parts = names.split(/,(?=\S)/);
  if (list.length === 0 && parts.length > 1)
    return parts.map((name) => ({
      name: displayName(name),
      address: undefined,
    }));
  const name = displayName(names);
  return name === '' ? [] : [{ name, address: profileAddressIn(list[0] ?? '') }];
}
