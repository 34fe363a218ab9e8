/** What an interaction is called where the sentence around it says the verb: "You finished Apollo". */
import type { Interaction, Kind } from '../../src/model.ts';

/** Words for what a sentence about a finished project or an attended event says itself. */
const SAID: Partial<Record<Kind, RegExp>> = {
  project:
    /^(?:we\s+)?(?:(?:just|finally)\s+)?(?:shipped|finished(?:\s+up)?|completed|launched|released|delivered|deployed|concluded|wrapped\s+up|rolled\s+out)(?=\s|$)(?!\s+(?:at|in|on|for|by|to|with|of)\s)\s*/i,
  event:
    /^(?:we\s+)?(?:both\s+)?(?:(?:attended|attending|visited|went\s+to|were\s+at|met(?:\s+up)?(?:\s+in\s+person)?\s+at|at)(?=\s|$)|attended$)\s*/i,
};

/** A title without the verb or the "at" that the sentence says; empty where nothing else is in it. */
export function withoutVerb(title: string, kind: Kind): string {
  const said = SAID[kind];
  if (said === undefined) return title;
  const thing = title.trim().replace(said, '');
  return kind === 'project' ? thing.replace(/(?:^|\s+)together$/i, '') : thing;
}

/** What was finished, attended or talked about, for a sentence to hold; a word for it where the title has none. */
export function titleOf({ title, kind }: Pick<Interaction, 'title' | 'kind'>): string {
  const typed = title.trim();
  if (typed === '') return `an unnamed ${kind}`;
  const thing = withoutVerb(typed, kind);
  if (/[\p{L}\p{N}]/u.test(thing) || thing === typed) return thing;
  return kind === 'event' ? 'an event' : 'a project';
}
