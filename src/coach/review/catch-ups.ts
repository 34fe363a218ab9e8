import { lastTouch } from '../../../rules/lib/ties.ts';
import type { Day } from '../../model.ts';
import { ago } from '../../text/days.ts';
import { judge } from '../suggest/judge.ts';
import type { ReviewMaterial } from './facts.ts';
import { about, type Finding, reachable } from './finding.ts';

/** So many quiet connections are proposed: a list to act on, not to look at. */
const CATCH_UPS = 2;
/** The newest good news that nobody has answered. */
export function congratulations(material: ReviewMaterial): Finding[] {
  const found = material.network.milestones
    .map((id) => reachable(material, id))
    .find((history) => history !== null);
  const news = found?.interactions.find(({ kind }) => kind === 'milestone');
  if (found == null || news === undefined) return [];
  const person = about(found.person);
  return [
    {
      what: `Congratulate ${person.name}`,
      why: `Their news, ${news.title}, came ${ago(news.date, found.today)}`,
      command: ['draft', person, '--moment', 'milestone'],
      person,
    },
  ];
}

/** Connections gone quiet that have something to build on, the strongest first. */
export function catchUps(material: ReviewMaterial): Finding[] {
  const found: Finding[] = [];
  for (const id of material.network.quiet) {
    const history = reachable(material, id);
    // Who wants a word more seldom than that is not due yet.
    if (history === null || judge(history).lead === null) continue;
    const { person, today } = history;
    const last = lastTouch(person) as Day;
    const ref = about(person);
    found.push({
      what: `Catch up with ${person.name}`,
      why: `You were last in touch ${ago(last, today)}, and ${times(person.interactions)} to build on`,
      command: ['draft', ref],
      person: ref,
    });
    if (found.length === CATCH_UPS) break;
  }
  return found;
}

function times(interactions: number): string {
  return interactions === 1
    ? 'have one thing in the log'
    : `have ${interactions} things in the log`;
}
