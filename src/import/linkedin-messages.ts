import type { Day } from '../model.ts';
import { fold } from '../text/fold.ts';
import { type Book, findOrAdd } from './linkedin-book.ts';
import { type Notes, type Self, sameText } from './linkedin-invitations.ts';
import { eachMessage, type Message, type Party } from './linkedin-message-rows.ts';
import { findSelf } from './linkedin-self.ts';
import { type ImportRecords, warn } from './records.ts';
import type { Columns, Table } from './table.ts';

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
