import type { Day } from '../../model.ts';
import { column, eachRecord, type Table } from '../csv/table.ts';
import { readDay } from '../read-day.ts';
import { addressIn, displayName } from './book.ts';

/** One side of a message. */
export interface Party {
  name: string;
  address: string | undefined;
}

/** A message without its words. */
export interface Message {
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
export function eachMessage<T>(table: Table<T>, visit: (message: Message) => void): void {
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
