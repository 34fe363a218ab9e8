import { fold } from '../text/fold.ts';
import { isKnownName } from '../text/nicknames.ts';

const ROOM_WORD =
  '(?:room|raum|zimmer|saal|salle|sala|salon|zaal|ruimte|kamer|rum|lokale|rom|huone|aula|auditorium|studio)';
const MEETING =
  '(?:meeting|mtg|zoom|teams|webex|conf|conference|board|huddle|training|seminar|project|phone|focus|breakout|video|quiet|war|interview|besprechungs?|sitzungs?|konferenz|schulungs?|projekt|tagungs?|vergader|overleg|mötes?|konferens|grupp|møde|møte|kokous|neuvottelu)';
/** "Meeting Room 3", "Besprechungsraum", "Salle de réunion", "Room B12", "Room Berlin". */
const ROOM = new RegExp(
  `(?<!\\p{L})(?:${MEETING}[- ]?${ROOM_WORD}s?(?!\\p{L})|${ROOM_WORD} (?:de|di|für|for) |sala (?:reun|riun|ejec|conf|junta)|${ROOM_WORD}[- #]*\\p{L}?\\d)|^(?:room|raum|salle|saal|zaal) |^(?:besprechung|konferenz|sitzung|vergadering) |переговорн|toplantı odası|zasedac|jednací|tárgyaló|会議室|会议室|회의실`,
  'iu',
);
const EQUIPMENT =
  /(?<!\p{L})(?:projector|beamer|polycom|webcam|printer|plotter|whiteboard|flipchart|surface hub|smart ?board|mtr[- ]\S+|teams room|(?:pool|company|fleet) car|pool ?(?:vehicle|laptop)|(?:dienst|firmen|pool)(?:wagen|fahrzeug|auto)|(?:voiture|véhicule) de (?:service|fonction|pool)|coche de empresa|auto aziendale|leih(?:laptop|gerät)|vidéoprojecteur|proyector|proiettore|equipment|parking (?:space|spot|lot|bay)|parkplatz)(?!\p{L})/iu;
/** "Blue Room (8)" and "Aquarium [12 seats]" say how many it takes; "BER-3-Aquarium" says where it is. */
const CAPACITY =
  /[([]\s*(?:max\.?|cap\.?|capacity:?|up to|bis)?\s*\d{1,3}\s*(?:p|pax|seats?|people|persons?|pers\.?|personen|personnes|personas|places|plätze)?\s*[)\]]$/i;
const SITE = /^\p{Lu}{2,5}-\S*\d/u;
const ROOM_ADDRESS = new RegExp(
  `^(?:${MEETING}[-_.]?(?:room|rm|raum)|(?:room|rm|raum|salle|saal|zaal)[-_.]?\\d|(?:resource|equipment|projector|beamer|pool-?car)(?:[-_.\\d]|@))|@(?:rooms?|resources?|equipment)\\.`,
  'i',
);

/** What has a number and can be booked: "Wagen 3", "Surface Hub 2. OG", "Desk 4.12"; folded. */
const BOOKED =
  /(?<!\p{L})(?:room|rm|raum|saal|sala|salle|zaal|floor|etage|stock|og|eg|ug|piso|piano|verdieping|desk|seat|tisch|platz|arbeitsplatz|poste|box|booth|pod|kabine|cabina|car|auto|wagen|fahrzeug|\p{L}+wagen|voiture|coche|macchina|bil|laptop|tablet|phone|handy|hub|screen|display|monitor|tv|camera|kamera|board|lab|labor|studio|court|garage|parking)(?!\p{L})/u;

/** Whether a name or its address is a room's or a device's. */
export function isThing(name: string, email = ''): boolean {
  if (ROOM.test(name) || CAPACITY.test(name) || SITE.test(name) || ROOM_ADDRESS.test(email))
    return true;
  const isBooked = /\p{N}/u.test(name) && BOOKED.test(fold(name));
  if (isBooked && !holdsFirstName(name) && !isAddressOf(name, email)) return true;
  // "Blue Room" and "Projector", but not "Adrian Room" and "Tom Beamer".
  const isWeak = / room$/i.test(name) || EQUIPMENT.test(name);
  return isWeak && (/\d/.test(name) || !isKnownName(fold(name.split(' ', 1)[0] ?? '')));
}

function holdsFirstName(name: string): boolean {
  return fold(name)
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => word.length > 2 && isKnownName(word));
}

/** Whether an address begins with two words of the name: a person's does. */
function isAddressOf(name: string, email: string): boolean {
  const words = fold(name).split(/[^\p{L}\p{M}]+/u);
  const parts = (email.split('@', 1)[0] ?? '').split(/[._-]/);
  return parts.length > 1 && parts.slice(0, 2).every((part) => words.includes(fold(part)));
}

/** What an account isn't any more, and what it was, in the languages of common directories; folded. */
const GONE =
  /^(?:deleted|former|ex|inactive|deactivated|disabled|unknown|removed|anonymous|closed|suspended|terminated|geloscht\w*|ehemalig\w*|deaktiviert\w*|inaktiv\w*|unbekannt\w*|supprime\w*|desactive\w*|ancien\w*|inconnu\w*|eliminad\w*|desactivad\w*|borrad\w*|desconocid\w*|excluid\w*|removid\w*|desativad\w*|eliminat\w*|disattivat\w*|cancellat\w*|sconosciut\w*|verwijderd\w*|gedeactiveerd\w*|onbekend\w*|usuniet\w*|nieaktywn\w*|raderad\w*|borttag\w*|inaktiverad\w*|slettet\w*|deaktiveret\w*|poistettu\w*|smazan\w*|удален\w*|бывш\w*|silinmis)$/u;
const ACCOUNT =
  /^(?:users?|accounts?|members?|contacts?|guest|sender|organi[sz]er|employee|person|benutzer(?:in)?|nutzer(?:in)?|konto|mitglied|mitarbeiter(?:in)?|kontakt|teilnehmer(?:in)?|utilisat(?:eur|rice)|compte|membre|contact|usuari[oa]|cuenta|miembro|contacto|utilizador(?:a)?|conta|membro|utente|dipendente|gebruiker|medewerker|lid|uzytkownik|konta|anvandare|medlem|bruger|bruker|kayttaja|uzivatel|пользователь|участник|сотрудник|kullanici)$/u;

/** Whether a name stands for a closed account: "LinkedIn Member" in any language, "Deleted User". */
export function isClosedAccount(name: string): boolean {
  if (/^(?:linkedin(?:[- ]\S+)?|(?:\S+ ){1,2}linkedin)$/i.test(name)) return true;
  const words = fold(name).split(/[\s-]+/);
  return (
    words.length === 2 &&
    words.some((word) => GONE.test(word)) &&
    words.some((word) => ACCOUNT.test(word) && !GONE.test(word))
  );
}

/** Addresses and names of what several people read, not one. */
const SHARED =
  '(?:info|office|hr|people|jobs?|careers?|recruiting|it|edv|helpdesk|service ?desk|support|service|sales|marketing|press|presse|billing|invoices?|rechnung(?:en)?|accounts?|accounting|accounts ?payable|payroll|finance|legal|security|compliance|facilities|facility|reception|frontdesk|front desk|secretar(?:y|iat)|sekretariat|empfang|zentrale|buchhaltung|personal(?:abteilung)?|einkauf|vertrieb|verwaltung|kontakt|contact|contacto|contatti|contato|accueil|comptabilite|administration|administracion|administracao|amministrazione|segreteria|secretaria|ventas|compras|soporte|suporte|training|events?|travel|marketing|orders?|booking|postmaster|webmaster|admin|hello|mail)';
const SHARED_ADDRESS = new RegExp(
  `^${SHARED.replaceAll(' ?', '[-_.]?')}(?:[-_.](?:team|group|desk|hotline|[a-z]{2}))?@`,
);
const SHARED_NAME = new RegExp(
  `^(?:the |my |das |le |la )?(?:\\p{L}+[ &/-]+){0,2}(?:${SHARED}|team|group|gruppe|equipe|desk|department|dept|abteilung|hotline)$`,
  'u',
);

/** A whole name that is nobody's, whatever the address. */
const DESK =
  /^(?:accounts? (?:payable|receivable)|(?:front|service|help|it) ?desk|human resources|customer (?:service|care|support)|it support)$/;

/** Whether a mailbox is one that several people read: "IT Helpdesk <helpdesk@…>", "Payroll Team". */
export function isSharedMailbox(name: string, email = ''): boolean {
  const folded = fold(name);
  if (holdsFirstName(name)) return false;
  if (DESK.test(folded)) return true;
  if (
    /(?:^| )(?:team|group|helpdesk|service ?desk|hotline|department|abteilung)$/.test(folded) &&
    folded.includes(' ')
  )
    return true;
  return SHARED_ADDRESS.test(email.toLowerCase()) && (folded === '' || SHARED_NAME.test(folded));
}

/** What programs that act for people are called, as opposed to the brand before it. */
const PROGRAM =
  /\[bot\]|(?:^|[-_ .])(?:bot|AI|agent|assistant|CLI|coder|codegen|copilot|GPT|LLM|notetaker|note taker|automation)$|\b(?:notetaker|chatbot)\b|\bbot\b| Code$|^[^\s@]+\.(?:ai|io|app|dev|com)(?![\w@.])| meeting notes$| note ?taking$/i;
/** Whether a name is a program's by the word for it: "Devin AI", "Gemini CLI", "Otter.ai Notetaker"; not Wei Ai's or Marc Bot's. */
export function isProgram(name: string, email = ''): boolean {
  return PROGRAM.test(name) && !/(?:^|[-_ .])(?:Ai|ai)$/.test(name) && !isNamedSo(name, email);
}

/** Whether such a word is somebody's family name: their address says so, or a first name stands before "Bot". */
function isNamedSo(name: string, email: string): boolean {
  const [, last, first] = /^(\p{Lu}\p{L}+), (\p{Lu}\p{L}+)$/u.exec(name) ?? [];
  const words = last === undefined ? name.split(' ') : [first as string, last];
  if (words.length < 2 || !words.every((word) => /^\p{L}[\p{L}\p{M}'’-]*$/u.test(word)))
    return false;
  if (/^\p{L}+\.\p{L}+@/u.test(email) && isAddressOf(words.join(' '), email)) return true;
  const [initial = '', family = ''] = [words[0]?.charAt(0), words.at(-1)].map((one) =>
    fold(one ?? ''),
  );
  if (new RegExp(`^${initial}\\.?${family}@`, 'u').test(fold(email))) return true;
  return words.at(-1) === 'Bot' && isKnownName(fold(words[0] as string));
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
  if (isSharedMailbox(name, email)) return `${name} is a shared mailbox, not a person`;
  const isRoom = isThing(name, email) || (written.includes(name) && isThing(written));
  return isRoom ? `${name} is a room or a device, not a person` : null;
}
