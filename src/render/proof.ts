import type { ProvenSentence, Rest } from '../coach/draft/proof.ts';
import type { Context } from '../context.ts';
import type { Interaction, Rule } from '../model.ts';
import { formatDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

const PLACES: Readonly<Record<Rest['on'], string>> = {
  title: 'the title',
  highlight: 'what stood out',
  say: 'your own words',
  date: 'the day',
  name: 'their name',
  team: 'their team',
  company: 'their company',
  shared: 'where you both worked',
  job: 'a job of yours',
  'last-contact': 'the day you were last in touch',
  me: 'your profile',
};

/**
 * What a message is about, and each of its sentences with what it rests on.
 * @param about null where it is about no one interaction
 */
export function renderProof(
  sentences: readonly ProvenSentence[],
  about: Interaction | null,
  { id, source }: Pick<Rule, 'id' | 'source'>,
  { paint, width, today }: Context,
): string {
  const blocks = sentences.map(({ text, rests }) => {
    const lines = rests.map(({ on, interaction, words }) => {
      const shown = on === 'date' || on === 'last-contact' ? formatDay(words, today) : safe(words);
      const row =
        interaction === null
          ? ''
          : ` ${on === 'title' || on === 'date' ? 'of' : 'in'} #${interaction}`;
      return wrap(`${PLACES[on]}${row}: ${shown}`, width, '    ');
    });
    if (lines.length === 0) lines.push(wrap("the rule's own words", width, '    '));
    return [wrap(paint.bold(safe(text)), width), ...lines.map((line) => paint.dim(line))].join(
      '\n',
    );
  });
  const subject =
    about === null
      ? []
      : [
          `Based on #${about.id} (${about.kind}, ${formatDay(about.date, today)}), using the rule "${id}":`,
        ];
  return [
    ...subject.map((line) => wrap(line, width)),
    ...blocks,
    wrap(`Rule: ${id}. ${source}`, width),
  ].join('\n');
}
