import { type Input, loadInput } from '../archive.ts';
import { type ContentLine, parseLine, rawLines } from '../content-lines.ts';
import { BadFile, type ImportRecords, newRecords, warn } from '../records.ts';
import { looksLike } from '../sniff.ts';
import { addCard } from './card.ts';
import { quotedPrintable } from './lines.ts';

const EXPORT = 'Export your contacts as vCard (.vcf) from your address book.';
/** Pictures, sounds and keys are left unread. */
const UNWANTED = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)[;:]/i;

/**
 * People from vCard 2.1, 3.0 and 4.0, several in a file, each line in its own encoding. Read are name,
 * nickname, organisation, title, e-mail, LinkedIn address and note; no phones, birthdays or addresses.
 * Cards of companies and cards without a name are skipped.
 * @throws BadFile where it holds no card, or none with a name
 */
export function readVcard(input: Input): ImportRecords {
  const { bytes, name } = loadInput(input);
  const records = newRecords('vcard');
  let card: ContentLine[] | null = null;
  let first = 0;
  let cards = 0;
  let depth = 0;
  const close = () => {
    if (card !== null) addCard(records, card, `${name}:${first}`);
    card = null;
  };
  for (const { text, line } of quotedPrintable(rawLines(bytes, name))) {
    const mark = /^\s*(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(text);
    if (mark === null) {
      // A card inside another one (AGENT) is somebody else.
      if (card === null || depth !== 1 || UNWANTED.test(text)) continue;
      const found = parseLine(text, line);
      if (found !== null) card.push(found);
    } else if (mark[1]?.toUpperCase() === 'BEGIN') {
      const isNested = card?.at(-1)?.name === 'AGENT' && card.at(-1)?.value.trim() === '';
      if (isNested) {
        depth++;
        continue;
      }
      if (card !== null)
        warn(records, `${name}:${first}: a card without an end; what is there was read`);
      close();
      card = [];
      first = line;
      depth = 1;
      cards++;
    } else if (depth > 1) depth--;
    else close();
  }
  if (card !== null)
    warn(records, `${name}:${first}: the last card is cut off; what is there was read`);
  close();
  if (records.people.length > 0) return records;
  if (cards === 0)
    throw new BadFile(
      `${name} is ${looksLike(bytes) ?? 'no vCard file'}, and holds no card`,
      EXPORT,
    );
  const [why] = records.skipped;
  throw new BadFile(`no card of ${name} could be used (${why?.where}: ${why?.why})`, EXPORT);
}
