/** What leaves out everything private: my notes, and what somebody told me as feedback. */
import type { Interaction, Person } from '../model.ts';

/** The title that stands for any feedback session: what I typed may repeat what was said. */
const FEEDBACK_TITLE = 'Feedback session';

/** A copy without the private note. */
export function publicPerson<P extends Pick<Person, 'note'>>(person: P): P {
  return { ...person, note: null };
}

/** A copy without the private note, and of a feedback session without what was said. */
export function publicInteraction<
  I extends Pick<Interaction, 'kind' | 'title' | 'note' | 'people'>,
>(interaction: I): I {
  if (interaction.kind !== 'feedback') return { ...interaction, note: null };
  const people = interaction.people.map((one) => ({ ...one, highlight: null }));
  return { ...interaction, title: FEEDBACK_TITLE, note: null, people };
}

/** A sentence about a person without the titles of their feedback sessions. */
export function publicSentence(sentence: string, interactions: readonly Interaction[]): string {
  return interactions
    .filter(({ kind }) => kind === 'feedback')
    .reduce((text, { title }) => text.replaceAll(title.trim(), 'a feedback session'), sentence);
}
