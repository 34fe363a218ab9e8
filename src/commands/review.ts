import { resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Finding } from '../coach/review/findings.ts';
import { helpersFor } from '../coach/review/goal-standings.ts';
import type { ReviewMaterial } from '../coach/review/material.ts';
import { isNarrow, perspectivesOf } from '../coach/review/perspectives.ts';
import { review } from '../coach/review/review.ts';
import { type Judgement, judge } from '../coach/suggest/judge.ts';
import type { Context } from '../context.ts';
import { snapshot } from '../database/sqlite.ts';
import type { Day } from '../model.ts';
import { renderReview } from '../render/review.ts';
import { readHistories } from '../store/histories.ts';
import { readBudget } from '../store/invitations.ts';
import { readMe } from '../store/me.ts';
import { readNetwork, readPictures } from '../store/review.ts';
import { safe } from '../text/safe.ts';
import { quoteForShell } from '../text/shell.ts';
import { nameFor } from './input/person.ts';

/** How many people are read for one finding; more than it names, as some may be on hold. */
const MAX_PER_FINDING = 20;

/**
 * Reviews the network.
 * @param html the file for the page, or `-` for standard output
 * @param force replaces any file unasked
 */
export async function run(
  { html, force }: { html?: string; force?: boolean },
  context: Context,
): Promise<undefined> {
  const db = context.storeToRead();
  if (html === undefined) {
    const { result, network } = makeReview(db, context, () => null);
    context.printLong(result, () => renderReview(result, network, context));
    return;
  }
  const { isReviewPage, reviewPage } = await import('../render/page/page.ts');
  if (html === '-') {
    const { result, network, pictures } = makeReview(db, context, readPictures);
    context.write(await reviewPage(result, { ...network, ...pictures }));
    return;
  }
  const { writeCopy } = await import('../database/write-file.ts');
  const { mayReplace } = await import('./input/replace.ts');
  const { refuseWithoutFile } = await import('../database/standing.ts');
  refuseWithoutFile(db);
  const file = resolve(html);
  const again = `netcoach review --html ${quoteForShell(html)} --force`;
  if (force !== true && !(await mayReplace(html, 'a review', isReviewPage, again, context))) {
    context.print(null, () => 'Cancelled; nothing was written.');
    return;
  }
  let result: unknown = null;
  await writeCopy(db, file, async () => {
    const found = makeReview(db, context, readPictures);
    result = found.result;
    return [await reviewPage(found.result, { ...found.network, ...found.pictures })];
  });
  context.print(result, () => `Wrote the review to ${safe(file)}. Open it in a browser.`);
}

/** @param readMore what else to read of the same state */
function makeReview<T>(db: Database, context: Context, readMore: (db: Database, today: Day) => T) {
  const { network, found, pictures } = snapshot(db, () => {
    const material = readMaterial(db, context);
    return {
      network: material.network,
      found: review(material),
      pictures: readMore(db, context.today),
    };
  });
  const actions = found.actions.map(({ what, why, command }) => ({
    what,
    why,
    command: context.toType(commandLine(db, command)),
  }));
  return { result: { ...found, actions }, network, pictures };
}

function readMaterial(db: Database, { today }: Context): ReviewMaterial {
  const me = readMe(db);
  const network = readNetwork(db, me, today);
  const { invitesPerWeek, invitesThisWeek } = readBudget(db, me, today);
  const helpers = network.goalCandidates.flatMap((goal) =>
    helpersFor(goal)
      .filter(({ person }) => !person.strained)
      .slice(0, MAX_PER_FINDING)
      .map(({ person }) => person.id),
  );
  const people = new Set([
    ...helpers,
    ...network.milestones,
    ...network.quiet,
    ...(isNarrow(perspectivesOf(network.teams, network.companies)) ? network.unconnected : []),
    ...network.sharedWork.map(({ person }) => person),
    ...network.stale.slice(0, MAX_PER_FINDING),
  ]);
  const judged = new Map<number, Judgement | undefined>();
  return {
    network,
    judgements: {
      get(id) {
        if (people.has(id) && !judged.has(id))
          judged.set(id, readHistories(db, [id], me, today).map(judge)[0]);
        return judged.get(id);
      },
    },
    invitesLeft: Math.max(0, invitesPerWeek - invitesThisWeek),
  };
}

function commandLine(db: Database, command: Finding['command']): string {
  const words = command.map((word) =>
    typeof word !== 'string'
      ? nameFor(db, word)
      : FLAG_NAME.test(word)
        ? word
        : quoteForShell(word),
  );
  return ['netcoach', ...words].join(' ');
}

const FLAG_NAME = /^--[a-z-]+$/;
