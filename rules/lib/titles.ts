import type { Interaction, Kind } from '../../src/model.ts';

/** Verbs and prepositions that sentences about projects and events contain already. */
const IMPLIED_VERBS: Partial<Record<Kind, RegExp>> = {
  project:
    /^(?:we\s+)?(?:(?:just|finally)\s+)?(?:shipped|finished(?:\s+up)?|completed|launched|released|delivered|deployed|concluded|wrapped\s+up|rolled\s+out)(?=\s|$)(?!\s+(?:at|in|on|for|by|to|with|of)\s)\s*/i,
  event:
    /^(?:we\s+)?(?:both\s+)?(?:(?:attended|attending|visited|went\s+to|were\s+at|met(?:\s+up)?(?:\s+in\s+person)?\s+at|at)(?=\s|$)|attended$)\s*/i,
};

/** What such a verb begins with, which most titles don't: the patterns are slow to compile. */
const STARTS =
  'we just finally ship finish complet launch releas deliver deploy conclud wrap roll both attend visit went met at'.split(
    ' ',
  );

/** Strips a verb or "at" from the start of a trimmed title; empty if nothing is left. */
function withoutVerb(title: string, kind: Kind): string {
  const verbs = IMPLIED_VERBS[kind];
  if (verbs === undefined) return title;
  const low = title.toLowerCase();
  const hasVerb = STARTS.some((start) => low.startsWith(start));
  const thing = hasVerb ? title.replace(verbs, '') : title;
  if (kind !== 'project' || !low.endsWith('together')) return thing;
  return thing.replace(/(?:^|\s+)together$/i, '');
}

/** A title without its verb, to follow "You finished"; a generic name if nothing is left. */
export function titleOf({ title, kind }: Pick<Interaction, 'title' | 'kind'>): string {
  const typed = title.trim();
  if (typed === '') return `an unnamed ${kind}`;
  const thing = withoutVerb(typed, kind);
  if (thing === typed || /[A-Za-z0-9]/.test(thing) || /[\p{L}\p{N}]/u.test(thing)) return thing;
  return kind === 'event' ? 'an event' : 'a project';
}
