/** Introduces me in one sentence, from the profile fields that are set. */
import type { Me } from '../../model.ts';
import { greetingName } from './greeting.ts';
import { calmed, lowerFirst, plainLine, withoutEnd } from './plain-text.ts';
import { OPENERS, ROLES } from './words.ts';

/** A profile field cleaned for use in a sentence; null if nothing is left. */
function told(text: string | null): string | null {
  const plain = text === null ? '' : calmed(withoutEnd(plainLine(text)));
  return /[\p{L}\p{N}]/u.test(plain) ? plain : null;
}

/** A team's name in a sentence: `the Billing team`, `Team Blue`; null if it's empty or generic. */
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

/** Words in roles that aren't proper names, so they can be lower-cased. */
const COMMON =
  /^(?:senior|junior|mid-level|associate|assistant|lead|chief|master|scrum|team|tech|technical|backend|back-end|frontend|front-end|full-stack|fullstack|embedded|web|cloud|network|systems?|site|reliability|machine|learning|artificial|intelligence|deep|human|resources?|people|talent|account|accounts|key|business|finance|financial|legal|tax|risk|compliance|customer|success|support|experience|service|services|care|quality|assurance|scrum|solutions?|information|user|interface|interaction|visual|graphic|art|creative|brand|content|community|social|media|public|relations|communications?|delivery|project|programme|program|process|supply|chain|logistics|procurement|purchasing|field|applications?|automation|analytics|science|investment|portfolio|clinical|medical|civil|electrical|mechanical|chemical|structural|mathematics|part-time|freelance|independent|general|executive|personal|working|student|postdoctoral|doctoral|applied)$/u;

/** Lower-cases the common words of a role: "Java Developer" becomes "Java developer". */
function smallRole(role: string): string {
  return role.replace(/(?<![\p{L}\p{N}'’-])\p{Lu}[\p{Ll}-]+(?![\p{L}\p{N}+#.])/gu, (word) => {
    const small = word.toLowerCase();
    const isCommon = COMMON.test(small) || ROLES.has(small) || OPENERS.has(small);
    return isCommon ? small : word;
  });
}

/**
 * A role that can follow "as": `a backend engineer`, `Head of Data`; as typed if its grammar is
 * unknown.
 */
export function rolePhrase(typed: string): string {
  const role = isCommonRole(typed) ? smallRole(typed) : typed;
  if (/^(?:a|an|the)\s/i.test(role)) return lowerFirst(role);
  const isUnique =
    /^(?:head|chief|vp|svp|evp|vice|director|president|ceo|cto|cfo|coo|cpo|cio|cmo|founder|co-founder|cofounder|chair|team lead|tech lead)\b/i.test(
      role,
    );
  if (isUnique || !endsInRole(role)) return role;
  return `${/^(?:[aeio]|u(?!ni|s|x|k)|(?:hr|sre|mba|sap|ml|it|sql|ai|rf|nlp|seo)\b)/i.test(role) ? 'an' : 'a'} ${role}`;
}

/** Whether a role ends in a job title: "Scrum master", but not "Master", which is a degree. */
function endsInRole(role: string): boolean {
  const words = role.toLowerCase().split(/[\s,]+/u);
  const last = words.at(-1) as string;
  if (/^(?:sales|staff)$/u.test(last)) return false;
  return ROLES.has(last) || (last === 'master' && words.length > 1);
}

/** Whether many people hold the role, unlike "Head of Data" or "Vice President". */
function isCommonRole(role: string): boolean {
  return (
    endsInRole(role) &&
    !/^(?:head|chief|vp|svp|evp|vice|director|president|founder|co-?founder|chair)\b/i.test(role)
  );
}

/** Units you work *in*, not *on*. */
const PLACE = /\b(?:department|dept|division|office|unit|lab|branch|group|chapter|guild|tribe)$/i;

/** What the reader knows, so the introduction can leave it out. */
export interface Known {
  /** `named`: the message names our team already; `shared`: we're on the same team. */
  team: 'named' | 'shared' | 'unknown';
  isSameCompany: boolean;
}

/**
 * An introduction: "I'm Sam, a backend engineer on the Billing team."
 * @returns null if it would only repeat the name that the reader sees anyway
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
 * My current job, for someone who knew me before: "These days I work as a backend engineer on the
 * Billing team."
 * @returns null if neither role, team nor company is set
 */
export function newsOf(me: Me, isSameCompany: boolean): string | null {
  const role = told(me.role);
  const place = placeOf(me, role, { team: 'unknown', isSameCompany });
  if (role === null && place === '') return null;
  return `These days I work${role ? ` as ${rolePhrase(role)}` : ''}${place}.`;
}

/** " on the Billing team at Halden", without unset parts and those the reader knows. */
function placeOf(me: Me, role: string | null, { team, isSameCompany }: Known): string {
  const mine = team === 'shared' ? 'your team' : team === 'named' ? null : teamPhrase(me.team);
  const isNamed = role !== null && /\s(?:at|@)\s/i.test(role);
  const company = isSameCompany || isNamed ? null : told(me.company);
  const on = mine !== null && PLACE.test(mine) ? 'in' : 'on';
  return `${mine ? ` ${on} ${mine}` : ''}${company ? ` at ${company}` : ''}`;
}
