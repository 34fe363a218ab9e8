import type { Day } from '../../model.ts';
import { dayFromNumber, dayNumber } from '../../text/days.ts';
import { fold } from '../../text/fold.ts';
import { column, eachFilledRow, type Table } from '../csv/table.ts';
import { readDay } from '../read-day.ts';
import { type ImportRecords, type PersonRecord, skip } from '../records.ts';
import { addToBook, type Book, displayName, namesakes, profileAddressIn } from './book.ts';

/** What the archive shows about the user, to tell which side of a message is theirs. */
export interface Self {
  address: string | undefined;
  names: Set<string>;
}

/**
 * Normalised notes by profile address and folded name, to detect copies in messages. Never saved.
 */
export type InvitationNotes = Map<string, Set<string>>;

/** Reduces text to letters and digits, for comparison. */
export function comparableText(text: string): string {
  return fold(
    text.replace(/&(?:amp|nbsp|lt|gt|quot|#39|rsquo);/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' '),
  );
}

/**
 * Reads Invitations.csv. Days are US Pacific, as written. Invitations to connections count as
 * accepted.
 * @param hasConnections whether the import includes Connections.csv
 */
export function readInvitations<T>(
  table: Table<T>,
  book: Book,
  records: ImportRecords,
  self: Self,
  hasConnections: boolean,
): InvitationNotes {
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
  const notes: InvitationNotes = new Map();
  eachFilledRow(table, records, (cells, where) => {
    const direction = cell.direction(cells).trim().toUpperCase();
    const isMine = direction === 'OUTGOING';
    if (!isMine && direction !== 'INCOMING') {
      skip(records, where, "the direction isn't OUTGOING or INCOMING");
      return;
    }
    const name = displayName(isMine ? cell.to(cells) : cell.from(cells));
    const address = profileAddressIn(isMine ? cell.invitee(cells) : cell.inviter(cells));
    const sent = readDay(cell.sent(cells));
    const myName = displayName(isMine ? cell.from(cells) : cell.to(cells));
    if (myName !== '') self.names.add(fold(myName));
    self.address ??= profileAddressIn(isMine ? cell.inviter(cells) : cell.invitee(cells));
    const message = cell.message(cells).trim();
    for (const key of [address, fold(name)])
      if (message !== '' && key !== undefined)
        notes.set(key, (notes.get(key) ?? new Set()).add(comparableText(message)));
    if (name === '') {
      skip(records, where, 'no name: the account is closed');
      return;
    }
    const known = findConnection(book, connected, name, address, sent);
    if (!isMine) {
      // Without the list of connections, it may be answered.
      if (known !== undefined || !hasConnections || sent === undefined) return;
      const person = findOrAddInvited(book, connected, where, name, address);
      if (person.invited !== undefined) return;
      if (person.invitedMe === undefined) records.waiting++;
      if (person.invitedMe === undefined || person.invitedMe < sent) person.invitedMe = sent;
      return;
    }
    if (sent === undefined) {
      skip(records, where, 'unreadable date');
      return;
    }
    const person = known ?? findOrAddInvited(book, connected, where, name, address);
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
 * Finds the invited person's connection: by address, else by name if they connected later. With
 * several namesakes the first counts, as inviting someone twice is worse than missing a reminder.
 */
function findConnection(
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
  // Sent At is Pacific and Connected On is UTC, so they can differ by a day.
  const from = sent === undefined ? '' : dayFromNumber(dayNumber(sent) - 1);
  return namesakes(book, name).find(
    (person) =>
      connected.has(person) &&
      (address === undefined || person.linkedin === undefined) &&
      (person.connected === true || (person.connected ?? '') >= from),
  );
}

function findOrAddInvited(
  book: Book,
  connected: ReadonlySet<PersonRecord>,
  where: string,
  name: string,
  address: string | undefined,
): PersonRecord {
  const known =
    address === undefined
      ? namesakes(book, name).find(
          (person) => !connected.has(person) && person.linkedin === undefined,
        )
      : book.bySlug.get(address);
  if (known !== undefined) return known;
  const person: PersonRecord = { where, name };
  if (address !== undefined) person.linkedin = address;
  addToBook(book, person);
  return person;
}
