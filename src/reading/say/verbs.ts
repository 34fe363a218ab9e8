import type { Dictionary } from './dictionary.ts';

/** Verbs whose past is not in -ed: base, past (and further ones). Prefixes such as re-, over- and un- are read off. */
const IRREGULAR = `
  arise arose, awake awoke, bear bore, beat beat, become became, begin began, bend bent, bet bet, bid bid, bind bound, bite bit,
  bleed bled, blow blew, break broke, breed bred, bring brought, build built, burn burnt, burst burst, buy bought, cast cast,
  catch caught, choose chose, cling clung, come came, creep crept, cut cut, deal dealt, dig dug, do did, draw drew, dream dreamt,
  drink drank, drive drove, eat ate, fall fell, feed fed, feel felt, fight fought, find found, flee fled, fling flung, fly flew,
  forbid forbade, foresee foresaw, forget forgot, forgive forgave, freeze froze, get got, give gave, go went, grind ground,
  grow grew, hang hung, have had, hear heard, hide hid, hit hit, hold held, hurt hurt, keep kept, kneel knelt, knit knit, know knew,
  lay laid, lead led, lean leant, leap leapt, learn learnt, leave left, lend lent, let let, lie lay, light lit, lose lost,
  make made, mean meant, meet met, mow mowed, offset offset, pay paid, plead pled, proofread proofread, put put, quit quit,
  read read, rid rid, ride rode, ring rang, rise rose, run ran, saw sawed, say said, see saw, seek sought, sell sold, send sent,
  set set, sew sewed, shake shook, shear sheared, shed shed, shine shone, shoot shot, show showed, shrink shrank, shut shut,
  sing sang, sink sank, sit sat, slay slew, sleep slept, slide slid, sling slung, slit slit, smell smelt, sneak snuck, sow sowed,
  speak spoke, speed sped, spell spelt, spend spent, spill spilt, spin spun, spit spat, split split, spoil spoilt, spread spread,
  spring sprang, stand stood, steal stole, stick stuck, sting stung, stride strode, strike struck, string strung, strive strove,
  swear swore, sweep swept, swim swam, swing swung, take took, teach taught, tear tore, tell told, think thought, throw threw,
  thrust thrust, tread trod, understand understood, upset upset, wake woke, wear wore, weave wove, weep wept, wet wet, win won,
  wind wound, withdraw withdrew, withhold withheld, withstand withstood, wring wrung, write wrote
`;

const BASE_OF = new Map<string, string>();
const PAST_OF = new Map<string, string>();
for (const pair of IRREGULAR.split(',')) {
  const [base = '', past = ''] = pair.trim().split(' ');
  BASE_OF.set(past, base);
  PAST_OF.set(base, past);
}

const PREFIX = /^(?:re|over|un|under|out|mis|fore|with|pre|up|down)(?=\p{L}{3})/u;

/** Whether a past form is in the table, not in -ed. */
export function isIrregular(past: string): boolean {
  return !past.endsWith('ed') && fromTable(BASE_OF, past) !== null;
}

/** The base of a past form; null where it is none that is known. */
export function baseOfPast(past: string, dictionary: Dictionary): string | null {
  const known = fromTable(BASE_OF, past);
  if (known !== null) return known;
  if (!/\p{L}{2}ed$/u.test(past)) return null;
  return candidates(past.slice(0, -2)).find(dictionary.isVerb) ?? null;
}

/** "Relit" is "re" before "lit". */
function fromTable(table: ReadonlyMap<string, string>, word: string): string | null {
  const known = table.get(word);
  if (known !== undefined) return known;
  const [prefix = ''] = PREFIX.exec(word) ?? [];
  const rest = prefix === '' ? undefined : table.get(word.slice(prefix.length));
  return rest === undefined ? null : prefix + rest;
}

/** What a stem before -ed or -ing may come from, likeliest first. */
function candidates(stem: string): string[] {
  const single = stem.replace(/([^aeiousl])\1$/u, '$1');
  return [
    ...(single === stem ? [] : [single]),
    ...(stem.endsWith('i') ? [stem.replace(/i$/u, 'y')] : []),
    stem,
    `${stem}e`,
    stem.replace(/ll$/u, 'l'),
  ];
}

/** The -ing form of a past form: "stayed" gives "staying", "relit" gives "relighting". */
export function gerundOfPast(past: string): string {
  const base = fromTable(BASE_OF, past);
  if (base !== null) return gerundOf(base);
  if (/eed$/u.test(past)) return `${past.slice(0, -1)}ing`;
  return `${past.slice(0, -2).replace(/i$/u, 'y')}ing`;
}

/** The -ing form of a base. */
export function gerundOf(base: string): string {
  if (/ie$/u.test(base)) return `${base.slice(0, -2)}ying`;
  if (/[^aeiouy]e$/u.test(base) || /[aiu]ve$/u.test(base) || /[gz]e$/u.test(base))
    return `${base.slice(0, -1)}ing`;
  const isShort = /^(?:\p{L}{2,5}|.*(?:set|put|cut|run|win|get|let|hit|sit|gin|bid|shut))$/u.test(
    base,
  );
  if (
    isShort &&
    /(?:^|[^aeiou]|qu)[aeiou][bdgklmnprt]$/u.test(base) &&
    !/(?:open|listen)$/u.test(base)
  )
    return `${base}${base.at(-1)}ing`;
  return `${base}ing`;
}

/** The past of a form in -ing: "staying" gives "stayed"; null where it is no verb that is known. */
export function pastOfGerund(gerund: string, dictionary: Dictionary): string | null {
  if (!/\p{L}{1,}ing$/u.test(gerund)) return null;
  const stem = gerund.slice(0, -3);
  if (gerund === 'being') return 'were';
  for (const base of [
    ...candidates(stem),
    ...(/y$/u.test(stem) ? [stem.replace(/y$/u, 'ie')] : []),
  ]) {
    const irregular = fromTable(PAST_OF, base);
    if (irregular !== null && gerundOf(base) === gerund) return irregular;
  }
  const base = candidates(stem).find(dictionary.isVerb);
  if (base === undefined) return null;
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ied`;
  return `${stem}ed`;
}

/** "Swims" after "she" is "swim" after "you"; null where it is no verb that is known. */
export function secondOf(verb: string, dictionary: Dictionary): string | null {
  const odd = { has: 'have', is: 'are', was: 'were', does: 'do', goes: 'go' }[verb];
  if (odd !== undefined) return odd;
  if (!/[^s]s$/u.test(verb)) return null;
  const bases = [
    verb.replace(/ies$/u, 'y'),
    verb.replace(/(?<=ch|sh|ss|x|z|o)es$/u, ''),
    verb.slice(0, -1),
  ];
  return (
    bases.find((base) => base !== verb && (dictionary.isVerb(base) || PAST_OF.has(base))) ?? null
  );
}

/** Whether a word is a verb's base form. */
export function isBase(word: string, dictionary: Dictionary): boolean {
  return PAST_OF.has(word) || dictionary.isVerb(word);
}
