import { rules } from '../../../rules/index.ts';
import type { History, Moment, Rule, Verdict } from '../../model.ts';
import { ASKING, type Hold, holdOf } from './holds.ts';
import { type ScoreLine, scoreLines, total } from './score.ts';

export interface Judgement {
  history: History;
  verdicts: Array<{ rule: Rule; verdict: Verdict }>;
  /** The best moment, or null where nothing fires. */
  lead: Moment | null;
  /** The leading moment's reason, then those of the other moments that fire. */
  reasons: string[];
  lines: ScoreLine[];
  score: number;
  hold: Hold | null;
}

/** Everything the rules have to say of one person today. */
export function judge(history: History): Judgement {
  const verdicts = rules.map((rule) => ({
    rule,
    verdict: rule.match(history),
  }));
  const moments = verdicts
    .flatMap(({ rule, verdict }) =>
      verdict.fires ? [{ rule, moment: { rule, ...verdict.moment }, why: verdict.why }] : [],
    )
    .filter(({ moment }) => !isAnswerAwaited(history, moment))
    .map((entry) => ({ ...entry, score: total(scoreLines(history, [entry])) }))
    .sort((a, b) => b.score - a.score);
  const lines = scoreLines(history, moments);
  const lead = moments[0]?.moment ?? null;
  return {
    history,
    verdicts,
    lead,
    reasons: moments.map(({ moment }) => moment.reason),
    lines,
    score: total(lines),
    hold: holdOf(history, lead, isSkipped(history, lead)),
  };
}

/** While an invitation waits there is nothing more to ask for; kind words and taking it back remain. */
function isAnswerAwaited({ person }: History, { action }: Moment): boolean {
  return person.connection.status === 'invited' && ASKING.includes(action);
}

/** Whether something would fire, had it not been let pass. */
function isSkipped(history: History, lead: Moment | null): boolean {
  if (lead !== null || history.skipped.size === 0) return false;
  const unskipped = { ...history, skipped: new Set<string>() };
  return rules.some((rule) => rule.match(unskipped).fires);
}
