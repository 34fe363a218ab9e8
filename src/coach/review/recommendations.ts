import type { Relationship } from '../../model.ts';
import { daysBetween, sayGap } from '../../text/days.ts';
import type { ReviewMaterial } from './facts.ts';
import { type Finding, reachable } from './finding.ts';

/*
 * Our own bounds for work long enough to vouch for: several pieces of it, over a season at least, and never
 * in the first month of a connection. LinkedIn lets one recommend direct connections alone.
 */
/** Projects and feedback sessions together. */
export const PIECES = 3;
/** Days from the first of them to the last. */
export const SEASON = 90;
/** Days since we connected. */
export const SETTLED = 30;

/** Those who guide me saw my work; I saw that of the others. */
const ASKED: readonly Relationship[] = ['manager', 'mentor'];

/** The connection with the longest shared work: one to ask for a recommendation, or to write one for. */
export function recommendations(material: ReviewMaterial): Finding[] {
  for (const work of material.network.sharedWork) {
    const history = reachable(material, work.person);
    if (history === null) continue;
    const { id, name, relationship } = history.person;
    const person = { id, name };
    const isAsking = ASKED.includes(relationship) || work.feedback > work.projects;
    const gap = sayGap(daysBetween(work.first, work.last));
    const pieces = `${work.projects + work.feedback} projects and feedback sessions`;
    return [
      {
        what: isAsking
          ? `Ask ${name} whether they would recommend you`
          : `Write ${name} a recommendation`,
        why: `${pieces} over ${gap} are a good ground for it; a logged word with "recommendation" in its title ends this advice`,
        command: ['show', person],
        person,
      },
    ];
  }
  return [];
}
