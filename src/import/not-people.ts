import { fold } from '../text/fold.ts';
import { isKnownName } from '../text/nicknames.ts';

const ROOM_WORD = '(?:room|raum|zimmer|saal|salle|sala|zaal|aula|auditorium|studio)';
const MEETING =
  '(?:meeting|mtg|conf|conference|board|huddle|training|seminar|project|phone|focus|breakout|video|quiet|war|interview|besprechungs?|sitzungs?|konferenz|schulungs?|projekt|tagungs?)';
/** "Meeting Room 3", "Besprechungsraum", "Salle de réunion", "Room B12", "Room Berlin". */
const ROOM = new RegExp(
  `(?<!\\p{L})(?:${MEETING}[- ]?${ROOM_WORD}s?(?!\\p{L})|${ROOM_WORD} (?:de|di|für|for) |sala (?:reun|riun)|${ROOM_WORD}[- #]*\\p{L}?\\d)|^(?:room|raum|salle|saal|zaal) |会議室|会议室|회의실`,
  'iu',
);
const EQUIPMENT =
  /(?<!\p{L})(?:projector|beamer|polycom|webcam|printer|plotter|whiteboard|flipchart|(?:pool|company|fleet) car|pool ?(?:vehicle|laptop)|dienstwagen|poolfahrzeug|vidéoprojecteur|proyector|proiettore|equipment|parking (?:space|spot|lot|bay)|parkplatz)(?!\p{L})/iu;
/** "Blue Room (8)" and "Aquarium [12 seats]" say how many it takes; "BER-3-Aquarium" says where it is. */
const CAPACITY =
  /[([]\s*(?:max\.?|cap\.?|capacity:?|up to|bis)?\s*\d{1,3}\s*(?:p|pax|seats?|people|persons?|pers\.?|personen|personnes|personas|places|plätze)?\s*[)\]]$/i;
const SITE = /^\p{Lu}{2,5}-\S*\d/u;
const ROOM_ADDRESS = new RegExp(
  `^(?:${MEETING}[-_.]?(?:room|rm|raum)|(?:room|rm|raum|salle|saal|zaal)[-_.]?\\d|(?:resource|equipment|projector|beamer|pool-?car)(?:[-_.\\d]|@))|@(?:rooms?|resources?|equipment)\\.`,
  'i',
);

/** Whether a name or its address is a room's or a device's. */
export function isThing(name: string, email = ''): boolean {
  if (ROOM.test(name) || CAPACITY.test(name) || SITE.test(name) || ROOM_ADDRESS.test(email))
    return true;
  // "Blue Room" and "Projector", but not "Adrian Room" and "Tom Beamer".
  const isWeak = / room$/i.test(name) || EQUIPMENT.test(name);
  return isWeak && (/\d/.test(name) || !isKnownName(fold(name.split(' ', 1)[0] ?? '')));
}

const NOBODY =
  /^(?:deleted|former|inactive|deactivated|disabled|unknown|removed|anonymous|closed|suspended)[- ](?:user|account|member|contact|guest|sender|organi[sz]er|employee|person)$/i;

/** Whether a name stands for a closed account: "LinkedIn Member" in any language, "Deleted User". */
export function isClosedAccount(name: string): boolean {
  return /^(?:linkedin(?:[- ]\S+)?|(?:\S+ ){1,2}linkedin)$/i.test(name) || NOBODY.test(name);
}

/** What programs that act for people are called, as opposed to the brand before it. */
const PROGRAM =
  /\[bot\]|(?:^|[-_ .])(?:bot|AI|agent|assistant|CLI|coder|codegen|copilot|GPT|LLM|notetaker|note taker|automation)$|\b(?:notetaker|chatbot)\b|\bbot\b| Code$|^[^\s@]+\.(?:ai|io|app|dev|com)(?![\w@.])/i;
/** Whether a name is a program's by the word for it: "Devin AI", "Gemini CLI", "Otter.ai Notetaker". */
export function isProgram(name: string): boolean {
  // "Wei Ai" is a person.
  return PROGRAM.test(name) && !/(?:^|[-_ .])(?:Ai|ai)$/.test(name);
}

/** Whether a name has a version: "GPT-5.4", "Grok 4", "DeepSeek V3", "Opus 4.7 (1M context)". */
export function hasVersion(name: string): boolean {
  const words = name.split(/[\s()-]+/).filter(Boolean);
  return (
    words.length > 1 &&
    words.some((word) => /^[a-z]?\d+(?:\.\d+)*[a-z]?$/i.test(word) && !/^\d{4}$/.test(word))
  );
}

/**
 * Why an entry of an address book is no person; null if it may be one.
 * @param written the name as written, with what stands in brackets
 */
export function whyNoPerson(name: string, written: string, email?: string): string | null {
  if (isClosedAccount(name)) return `${name} is a closed account`;
  const isRoom = isThing(name, email) || (written.includes(name) && isThing(written));
  return isRoom ? `${name} is a room or a device, not a person` : null;
}
