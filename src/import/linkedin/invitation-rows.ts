import type { Day } from '../../model.ts';
import { dayFromNumber, dayNumber } from '../../text/days.ts';
import { fold } from '../../text/fold.ts';
import { column, eachRecord, type Table } from '../csv/table.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip } from '../records.ts';
import { addressIn, addToBook, type Book, displayName, namesakes } from './book.ts';

/** Who I am, as far as the archive tells: to know my own side of a message. */
export interface Self {
  address: string | undefined;
  /** Folded names. */
  names: Set<string>;
}

/** The notes of invitations by person, for telling their copies among the messages; never saved. */
export type Notes = Map<string, Set<string>>;

/** Text as notes and messages are compared: entities and white space aside. */
export function sameText(text: string): string {
  return fold(
    text.replace(/&(?:amp|nbsp|lt|gt|quot|#39|rsquo);/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' '),
  );
}

/**
 * Invitations.csv of any year. Sent At is US Pacific wall time: the day is the Pacific day, as written.
 * An invitation counts as accepted where the invited person is among the connections.
 * @param hasConnections whether the import holds the list of connections
 */
export function readInvitations<T>(
  table: Table<T>,
  book: Book,
  records: ImportRecords,
  self: Self,
  hasConnections: boolean,
): Notes {
  const cell = {
    from: column(table.columns, 'from'),
    to: column(table.columns, 'to'),
    sent: column(table.columns, 'sent at', 'date sent'),
    message: column(table.columns, 'message'),
    direction: column(table.columns, 'direction'),
    inviter: column(table.columns, 'inviterprofileurl'),
    invitee: column(table.columns, 'inviteeprofileurl'),
  };
  const connected = new Set(book.people);
  const notes: Notes = new Map();
  eachRecord(table, (cells, where) => {
    const direction = cell.direction(cells).trim().toUpperCase();
    const isMine = direction === 'OUTGOING';
    if (!isMine && direction !== 'INCOMING') {
      skip(records, where, `its direction is neither OUTGOING nor INCOMING`);
      return;
    }
    const name = displayName(isMine ? cell.to(cells) : cell.from(cells));
    const address = addressIn(isMine ? cell.invitee(cells) : cell.inviter(cells));
    const sent = readDay(cell.sent(cells));
    const myName = displayName(isMine ? cell.from(cells) : cell.to(cells));
    if (myName !== '') self.names.add(fold(myName));
    self.address ??= addressIn(isMine ? cell.inviter(cells) : cell.invitee(cells));
    const message = cell.message(cells).trim();
    for (const key of [address, fold(name)])
      if (message !== '' && key !== undefined)
        notes.set(key, (notes.get(key) ?? new Set()).add(sameText(message)));
    if (name === '') {
      skip(records, where, 'it names nobody: the account is closed');
      return;
    }
    const known = connectionOf(book, connected, name, address, sent);
    if (!isMine) {
      if (known === undefined && hasConnections) records.waiting++;
      return;
    }
    if (sent === undefined) {
      skip(records, where, 'its date could not be read');
      return;
    }
    const person = known ?? invitedPerson(book, connected, where, name, address);
    const withNote = message !== '';
    records.invitations.push({
      where,
      key: `linkedin:invitation:${person.linkedin ?? fold(name)}:${sent}`,
      sent,
      withNote,
      person,
      isAccepted: known !== undefined ? true : hasConnections ? false : null,
      ...(typeof known?.connected === 'string' && {
        accepted: known.connected,
      }),
    });
    if (known === undefined && (person.invited === undefined || person.invited.on < sent))
      person.invited = { on: sent, withNote };
  });
  return notes;
}

/**
 * The connection that an invitation led to: by address; without one by name, where somebody of that
 * name was connected at the time or later. Two of one name count as well: asking somebody twice is worse
 * than not reminding.
 */
function connectionOf(
  book: Book,
  connected: ReadonlySet<PersonRecord>,
  name: string,
  address: string | undefined,
  sent: Day | undefined,
): PersonRecord | undefined {
  if (address !== undefined) {
    const known = book.bySlug.get(address);
    if (known !== undefined) return connected.has(known) ? known : undefined;
  }
  // Sent At is Pacific, Connected On is UTC: the day may differ by one.
  const from = sent === undefined ? '' : dayFromNumber(dayNumber(sent) - 1);
  return namesakes(book, name).find(
    (one) =>
      connected.has(one) &&
      (address === undefined || one.linkedin === undefined) &&
      (one.connected === true || (one.connected ?? '') >= from),
  );
}

/** The person of an unanswered invitation: the same one where the address, or without one the name, recurs. */
function invitedPerson(
  book: Book,
  connected: ReadonlySet<PersonRecord>,
  where: string,
  name: string,
  address: string | undefined,
): PersonRecord {
  const known =
    address === undefined
      ? namesakes(book, name).find((one) => !connected.has(one) && one.linkedin === undefined)
      : book.bySlug.get(address);
  if (known !== undefined) return known;
  const person: PersonRecord = { where, name };
  if (address !== undefined) person.linkedin = address;
  addToBook(book, person);
  return person;
}
