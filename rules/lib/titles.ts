import type { Interaction, Kind } from '../../src/model.ts';

/** Verbs and prepositions that sentences about projects and events contain already. */
const IMPLIED_VERBS: Partial<Record<Kind, RegExp>> = {
  project:
    /^(?:we\s+)?(?:(?:just|finally)\s+)?(?:shipped|finished(?:\s+up)?|completed|launched|released|delivered|deployed|concluded|wrapped\s+up|rolled\s+out)(?=\s|$)(?!\s+(?:at|in|on|for|by|to|with|of)\s)\s*/i,
  event:
    /^(?:we\s+)?(?:both\s+)?(?:(?:attended|attending|visited|went\s+to|were\s+at|met(?:\s+up)?(?:\s+in\s+person)?\s+at|at)(?=\s|$)|attended$)\s*/i,
};

/** Strips a verb or "at" from the start of a title; empty if nothing is left. */
function withoutVerb(title: string, kind: Kind): string {
  const verbs = IMPLIED_VERBS[kind];
  if (verbs === undefined) return title;
  const thing = title.trim().replace(verbs, '');
  return kind === 'project' ? thing.replace(/(?:^|\s+)together$/i, '') : thing;
}

/** A title without its verb, to follow "You finished"; a generic name if nothing is left. */
export function titleOf({ title, kind }: Pick<Interaction, 'title' | 'kind'>): string {
  const typed = title.trim();
  if (typed === '') return `an unnamed ${kind}`;
  const thing = withoutVerb(typed, kind);
  if (thing === typed || /[A-Za-z0-9]/.test(thing) || /[\p{L}\p{N}]/u.test(thing)) return thing;
  return kind === 'event' ? 'an event' : 'a project';
}
