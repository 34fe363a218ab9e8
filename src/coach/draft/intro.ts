/** Who I am, in one sentence, from whatever of it is set. */
import type { Me } from '../../../rules/rule.ts';
import { calmed, lowerFirst, plainLine, withoutEnd } from './clean.ts';
import { greetingName } from './greeting.ts';
import { ROLES } from './words.ts';

/** A line about me as it can stand in a sentence; null when nothing is left of it. */
function told(text: string | null): string | null {
  const plain = text === null ? '' : calmed(withoutEnd(plainLine(text)));
  return /[\p{L}\p{N}]/u.test(plain) ? plain : null;
}

/** A team as one names it in a sentence: `the Billing team`, `Team Blue`. */
export function teamPhrase(team: string | null): string | null {
  const plain = told(team);
  const bare = plain?.replace(/^(?:the|our|my)\s+/i, '');
  if (bare === undefined || /^(?:the|our|my|team)$/i.test(bare)) return null;
  if (/^team\s+\S/i.test(bare)) return bare;
  if (
    /\b(?:team|department|dept|group|squad|division|office|crew|guild|unit|chapter|desk|lab|tribe|branch|service|board|committee)$/i.test(
      bare,
    )
  ) {
    return `the ${bare}`;
  }
  return `the ${bare} team`;
}

/** A role as it follows "as": `a backend engineer`, `Head of Data`; as typed where its grammar is unknown. */
export function rolePhrase(role: string): string {
  if (/^(?:a|an|the)\s/i.test(role)) return lowerFirst(role);
  const last = role
    .toLowerCase()
    .split(/[\s,]+/u)
    .at(-1) as string;
  const isUnique =
    /^(?:head|chief|vp|svp|evp|vice|director|president|ceo|cto|cfo|coo|cpo|cio|cmo|founder|co-founder|cofounder|chair|team lead|tech lead)\b/i.test(
      role,
    );
  if (isUnique || !ROLES.has(last) || /^(?:sales|staff)$/u.test(last)) return role;
  return `${/^(?:[aeio]|u(?!ni|s|x|k)|(?:hr|sre|mba|sap|ml|it|sql|ai|rf|nlp|seo)\b)/i.test(role) ? 'an' : 'a'} ${role}`;
}

/** Where one works in, and not on. */
const PLACE = /\b(?:department|dept|division|office|unit|lab|branch|group|chapter|guild|tribe)$/i;

/** What an introduction may leave out, since the reader knows it. */
export interface Known {
  /** `named`: the message has named our team already; `shared`: we are on one team. */
  team: 'named' | 'shared' | 'unknown';
  isSameCompany: boolean;
}

/**
 * Who I am: "I'm Sam, a backend engineer on the Billing team."
 * @returns null when the profile says nothing that a reader would not see on the page
 */
export function introOf(me: Me, known: Known): string | null {
  const name = me.name && /\p{L}/u.test(me.name) ? greetingName(me.name) : null;
  const role = told(me.role);
  const place = placeOf(me, role, known);
  if (name && role) return `I'm ${name}, ${rolePhrase(role)}${place}.`;
  if (role) return `I work as ${rolePhrase(role)}${place}.`;
  if (place === '') return name && known.team === 'named' ? `I'm ${name}.` : null;
  if (!name) return `I work${place}.`;
  return `I'm ${name}${place.replace(/^ (?:(?:on|in)(?= the )|at)/u, ' from').replace(/^ (?=on|in)/u, ', ')}.`;
}

/**
 * Where I am now, for someone who knew me well before: "These days I work as a backend engineer on the Billing team."
 * @returns null when neither role, team nor company is set
 */
export function newsOf(me: Me, isSameCompany: boolean): string | null {
  const role = told(me.role);
  const place = placeOf(me, role, { team: 'unknown', isSameCompany });
  if (role === null && place === '') return null;
  return `These days I work${role ? ` as ${rolePhrase(role)}` : ''}${place}.`;
}

/** " on the Billing team at Halden", with what is set and not known. */
function placeOf(me: Me, role: string | null, { team, isSameCompany }: Known): string {
  const mine = team === 'shared' ? 'your team' : team === 'named' ? null : teamPhrase(me.team);
  const isNamed = role !== null && /\s(?:at|@)\s/i.test(role);
  const company = isSameCompany || isNamed ? null : told(me.company);
  const on = mine !== null && PLACE.test(mine) ? 'in' : 'on';
  return `${mine ? ` ${on} ${mine}` : ''}${company ? ` at ${company}` : ''}`;
}
