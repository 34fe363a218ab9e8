import type { Database } from 'better-sqlite3';
import { chooseMoment } from '../coach/draft/choose.ts';
import { memorySentence } from '../coach/draft/memory.ts';
import { proofOf } from '../coach/draft/proof.ts';
import { draftOf, requestFor } from '../coach/draft/write.ts';
import type { Judgement } from '../coach/suggest/judge.ts';
import type { Context } from '../context.ts';
import type { Detail, Interaction, Kind, Moment } from '../model.ts';
import { detailsOf } from '../store/details.ts';
import { namesIn } from '../store/find-people.ts';
import { channelToday } from '../store/today.ts';

/**
 * What today's draft says of each person's part, to the letter, in the order of `people`; where the draft is about
 * something else, what one about this interaction says. Null where there is nothing to say.
 * @param judgements today's, of those who took part
 */
export function sayingsOf(
  db: Database,
  interaction: Interaction,
  judgements: readonly Judgement[],
): Array<string | null> {
  const details = detailsOf(db, interaction.id);
  const byPerson = new Map(judgements.map((one) => [one.history.person.id, one]));
  return interaction.people.map(({ id }) => {
    // News and what a review was on are said without a detail.
    const isTitleSaid = interaction.kind === 'milestone' || interaction.kind === 'feedback';
    const judgement = byPerson.get(id);
    if (judgement === undefined || (!details.has(id) && !isTitleSaid)) return null;
    for (const wanted of [{}, { interaction }]) {
      const moment = chooseMoment(judgement, wanted);
      const said =
        moment === null ? null : saidOf(db, judgement, moment, interaction, details.get(id));
      if (said !== null) return said;
    }
    return null;
  });
}

/** The sentences of a moment's draft that rest on a part in an interaction, or, where it is news or a review, on its title. */
function saidOf(
  db: Database,
  judgement: Judgement,
  moment: Moment,
  { id, kind }: Interaction,
  detail: Detail | undefined,
): string | null {
  const { history } = judgement;
  const written = draftOf(history, moment, channelToday(db, judgement, moment));
  if (written === null) return null;
  if (detail?.is === 'own') return written.draft.text.includes(detail.text) ? detail.text : null;
  const { channel, limit } = written.draft;
  const proof = proofOf(requestFor(history, moment, { channel, limit, variant: null }), written);
  const about = (...columns: string[]) =>
    proof.filter(({ rests }) =>
      rests.some(({ on, interaction }) => interaction === id && columns.includes(on)),
    );
  const ofPart = about('highlight', 'say');
  const sentences =
    ofPart.length > 0 || (kind !== 'milestone' && kind !== 'feedback') ? ofPart : about('title');
  return sentences.length === 0 ? null : sentences.map(({ text }) => text).join(' ');
}

/** How a message would say a part that isn't logged yet; null where it wouldn't. */
export async function sayingBefore(
  highlight: string,
  kind: Kind,
  name: string,
  context: Context,
): Promise<string | null> {
  const { readDetail } = await import('../reading/say/detail.ts');
  const names = namesIn(context.storeToRead(), highlight);
  const detail = await readDetail(highlight, { kind, name, names });
  return detail === null ? null : memorySentence(detail);
}
