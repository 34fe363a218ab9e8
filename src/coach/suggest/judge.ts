import { rules } from '../../../rules/index.ts';
import type { History, Moment, Rule, Verdict } from '../../model.ts';
import { ASKING_ACTIONS, findHold, type Hold } from './holds.ts';
import { type ScoreLine, scoreLines, totalPoints } from './score.ts';

/** What the rules say about one person on one day. */
export interface Judgement {
  history: History;
  verdicts: Array<{ rule: Rule; verdict: Verdict }>;
  /** The highest-scoring moment; null if no rule fires. */
  lead: Moment | null;
  /** The reasons of all moments, highest score first. */
  reasons: string[];
  lines: ScoreLine[];
  score: number;
  hold: Hold | null;
}

/** Runs every rule on a person's history and scores the moments. */
export function judge(history: History): Judgement {
  const verdicts = rules.map((rule) => ({
    rule,
    verdict: rule.match(history),
  }));
  const moments = verdicts
    .flatMap(({ rule, verdict }) =>
      verdict.fires ? [{ rule, moment: { rule, ...verdict.moment }, why: verdict.why }] : [],
    )
    .filter(({ moment }) => !isBlockedByInvitation(history, moment))
    .map((entry) => ({ ...entry, score: totalPoints(scoreLines(history, [entry])) }))
    .sort((a, b) => b.score - a.score);
  const lines = scoreLines(history, moments);
  const lead = moments[0]?.moment ?? null;
  return {
    history,
    verdicts,
    lead,
    reasons: moments.map(({ moment }) => moment.reason),
    lines,
    score: totalPoints(lines),
    hold: findHold(history, lead, isSkipped(history, lead)),
  };
}

/** While an invitation is pending, mine or theirs, only other messages and an answer make sense. */
function isBlockedByInvitation({ person }: History, { action }: Moment): boolean {
  const isOpen = ['invited', 'incoming'].includes(person.connection.status);
  return isOpen && ASKING_ACTIONS.includes(action);
}

/** Whether a rule would fire if no moment had been skipped. */
function isSkipped(history: History, lead: Moment | null): boolean {
  if (lead !== null || history.skipped.size === 0) return false;
  const unskipped = { ...history, skipped: new Set<string>() };
  return rules.some((rule) => rule.match(unskipped).fires);
}
