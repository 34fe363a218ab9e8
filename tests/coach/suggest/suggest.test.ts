/** The search that stops early finds the same as a search through everyone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { project as projectRule } from '../../../rules/project.ts';
import { judge } from '../../../src/coach/suggest/judge.ts';
import { type Budget, judgeInFull, rank } from '../../../src/coach/suggest/suggest.ts';
import { openStore } from '../../../src/database/open.ts';
import type { ExampleHistory, History } from '../../../src/model.ts';
import { openLog } from '../../../src/store/candidates.ts';
import { readMe } from '../../../src/store/me.ts';
import { populate, TODAY } from '../../bench/populate.ts';

const folder = mkdtempSync(join(tmpdir(), 'netcoach-rank-'));
let db: Database;

beforeAll(() => {
  const path = join(folder, 'netcoach.db');
  populate(path, 600, 5_000);
  db = openStore(path, () => undefined);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function ranked(today: string, limit: number | null, invitesPerWeek = 10, goals = ['platform']) {
  const me = { ...readMe(db), goals, invitesPerWeek };
  const budget = { invitesThisWeek: 3, invitesPerWeek, notesThisMonth: 2, notesPerMonth: 5 };
  const log = openLog(db, me, today);
  const picks = judgeInFull(log, rank(log, { me, today, budget, limit }).picks);
  return picks.map(({ judgement, channel, notices }) => ({
    id: judgement.history.person.id,
    action: judgement.lead.action,
    score: judgement.score,
    reasons: judgement.reasons,
    channel,
    notices,
  }));
}

describe('a short list', () => {
  it.each([TODAY, '2026-12-05', '2027-01-31', '2024-06-30'])(
    'on %s is the beginning of the full list',
    (day) => {
      for (const [invites, goals] of [
        [10, ['platform']],
        [4, []],
        [3, ['platform']],
        [0, []],
        [500, ['platform']],
      ] as const) {
        const all = ranked(day, null, invites, [...goals]);
        for (const limit of [1, 5, 20, 60, 200]) {
          expect(ranked(day, limit, invites, [...goals])).toEqual(all.slice(0, limit));
        }
      }
    },
  );

  it('keeps to the budget: seven of ten invitations and three of five notes are left', () => {
    const all = ranked(TODAY, null);
    const inviting = all.filter(({ action }) => action === 'connect' || action === 'reconnect');
    expect(inviting).toHaveLength(7);
    expect(inviting.map(({ channel }) => channel)).toEqual([
      ...Array(3).fill('note'),
      ...Array(4).fill('message'),
    ]);
    for (const { channel, notices } of inviting) {
      expect(notices).toHaveLength(channel === 'note' ? 0 : 1);
    }
  });

  it('holds one person as the full list does, without ranking everyone', () => {
    const me = { ...readMe(db), goals: ['platform'], invitesPerWeek: 10 };
    for (const invitesThisWeek of [0, 3, 10]) {
      const budget = { invitesThisWeek, invitesPerWeek: 10, notesThisMonth: 2, notesPerMonth: 5 };
      const options = { me, today: TODAY, budget, limit: null };
      const log = openLog(db, me, TODAY);
      const { picks, held } = rank(log, options);
      const spent = held.filter(({ reason }) => reason === 'budget');
      const asked = [
        ...spent.slice(0, 20).map(({ person }) => person.id),
        ...picks.slice(0, 20).map(({ person }) => person.id),
      ];
      for (const about of log.outlines(asked).map(judge)) {
        const id = about.history.person.id;
        const found = rank(log, { ...options, onlyFor: about }).held.find(
          ({ person }) => person.id === id,
        );
        expect(found).toEqual(held.find(({ person }) => person.id === id));
      }
    }
  });

  it('is in the order of its scores', () => {
    const scores = ranked(TODAY, null).map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(20);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe('a small log', () => {
  const day = '2026-11-22';
  const { me } = historyOf({ today: day });
  const AMPLE: Budget = {
    invitesThisWeek: 0,
    invitesPerWeek: 10,
    notesThisMonth: 0,
    notesPerMonth: 5,
  };
  const project = (date: string, title = 'Apollo') => ({ kind: 'project' as const, date, title });

  function known(id: number, name: string, given: Omit<ExampleHistory, 'today'>): History {
    const history = historyOf({ today: day, ...given });
    return { ...history, person: { ...history.person, id, name } };
  }

  /** Ranks people who can all be found through the projects they share with me. */
  function ranking(
    people: readonly History[],
    budget: Partial<Budget> = {},
    limit: number | null = null,
  ) {
    const histories = (ids: readonly number[]) =>
      people.filter(({ person }) => ids.includes(person.id));
    const candidates = people.map(({ person }) => ({
      personId: person.id,
      opens: day,
      mayServeGoal: true,
    }));
    const log = {
      sources: [{ rule: projectRule, opens: 'known' as const, people: () => candidates }],
      outlines: histories,
      complete: (outlines: readonly History[]) => [...outlines],
      histories,
    };
    return rank(log, { me, today: day, budget: { ...AMPLE, ...budget }, limit });
  }

  function names(people: readonly History[]): string[] {
    return ranking(people).picks.map(({ person }) => person.name);
  }

  const ANA = known(1, 'Ana', { interactions: [project('2026-11-20')] });
  const BEN = known(2, 'Ben', { interactions: [project('2026-11-19')] });
  const CY = known(3, 'Cy', { interactions: [project('2026-11-18')] });

  it('lists the best first, then by name, then by number', () => {
    expect(names([CY, BEN, ANA])).toEqual(['Ana', 'Ben', 'Cy']);
    const same = { interactions: [project('2026-11-20')] };
    expect(names([known(1, 'Zoe', same), known(2, 'Ana', same)])).toEqual(['Ana', 'Zoe']);
    const { picks } = ranking([known(7, 'Ana', same), known(2, 'Ana', same)]);
    expect(picks.map(({ person }) => person.id)).toEqual([2, 7]);
  });

  it('is searched to the end while there is room for invitations', () => {
    const many = Array.from({ length: 90 }, (_, at) =>
      known(at + 1, `Person ${100 + at}`, { interactions: [project('2026-11-20')] }),
    );
    const ample = { invitesPerWeek: 200 };
    const all = ranking(many, ample).picks.map(({ person }) => person.id);
    expect(all).toHaveLength(90);
    for (const limit of [10, 45, 90]) {
      const { picks } = ranking(many, ample, limit);
      const ids = picks.map(({ person }) => person.id);
      expect(ids).toEqual(all.slice(0, limit));
    }
  });

  it('puts what closes first ahead of what scores the same', () => {
    const event = { kind: 'event' as const, date: '2026-11-15', title: 'Offsite' };
    const interest = { kind: 'interest' as const, date: '2026-11-10', title: 'Chess' };
    const lasting = known(1, 'Abe', { interactions: [interest] });
    const closing = known(2, 'Zoe', { interactions: [event] });
    const { picks } = ranking([lasting, closing]);
    expect([closing, lasting].map((one) => judge(one).score)).toEqual([63, 63]);
    expect(picks.map(({ person }) => person.name)).toEqual(['Zoe', 'Abe']);
  });

  it('holds anyone strained, and leaves out people with nothing due', () => {
    const strained = known(4, 'Dee', { person: { strained: true }, interactions: [project(day)] });
    const { picks, held } = ranking([strained, known(5, 'Eve', {}), ANA]);
    expect(picks.map(({ person }) => person.name)).toEqual(['Ana']);
    expect(held).toEqual([
      {
        person: { id: 4, name: 'Dee' },
        reason: 'strained',
        message:
          "You've marked this relationship as strained. Leave it for now, or talk in person first.",
      },
    ]);
  });

  it.each([
    [
      { invitesThisWeek: 9 },
      '9 invitations sent in the last seven days, and the other 1 goes to someone higher on the list; your limit is 10.',
    ],
    [
      { invitesThisWeek: 1, invitesPerWeek: 2 },
      '1 invitation sent in the last seven days, and the other 1 goes to someone higher on the list; your limit is 2.',
    ],
    [
      { invitesThisWeek: 0, invitesPerWeek: 1 },
      'Your limit is 1 invitation a week, which goes to someone higher on the list.',
    ],
  ])('suggests no more invitations than %j leaves', (budget, said) => {
    const { picks, held } = ranking([ANA, BEN], budget);
    expect(picks).toHaveLength(1);
    expect(held).toEqual([
      {
        person: { id: 2, name: 'Ben' },
        reason: 'budget',
        message: said,
      },
    ]);
  });

  it.each([
    [
      { invitesThisWeek: 2, invitesPerWeek: 2 },
      /^2 invitations sent in the last seven days; your limit is 2\.$/,
    ],
    [
      { invitesPerWeek: 2 },
      /^Your limit is 2 invitations a week, which go to people higher on the list\.$/,
    ],
    [
      { invitesThisWeek: 1, invitesPerWeek: 3 },
      /^1 invitation sent .*, and the other 2 go to people higher on the list; your limit is 3\.$/,
    ],
    [{ invitesPerWeek: 0 }, /^You've set your invitations to 0 a week\.$/],
  ])('explains with %j what uses up the week’s invitations', (budget, said) => {
    const cora = known(3, 'Cora', { interactions: [project('2026-11-10')] });
    expect(ranking([ANA, BEN, cora], budget).held[0]?.message).toMatch(said);
  });

  it.each([
    [{ invitesThisWeek: 10 }, 0],
    [{ invitesThisWeek: 12 }, 0],
    [{ invitesThisWeek: 7 }, 3],
  ])('with %j suggests %i invitations', (budget, count) => {
    expect(ranking([ANA, BEN, CY], budget).picks).toHaveLength(count);
  });

  const PLAIN =
    'say this in the company chat or by e-mail, then send the invitation without a note';
  it.each<[Partial<Budget>, Array<string | null>]>([
    [{}, [null, null, null]],
    [{ notesPerMonth: null, notesThisMonth: 90 }, [null, null, null]],
    [{ notesPerMonth: 0 }, Array(3).fill(`You've set your personal notes to 0: ${PLAIN}`)],
    [
      { notesThisMonth: 5 },
      Array(3).fill(`You've used all 5 personal notes for this month: ${PLAIN}`),
    ],
    [
      { notesThisMonth: 4 },
      [
        null,
        ...Array(2).fill(
          `Your last personal note this month goes to someone higher on the list: ${PLAIN}`,
        ),
      ],
    ],
    [
      { notesThisMonth: 3 },
      [
        null,
        null,
        `Your last 2 personal notes this month go to people higher on the list: ${PLAIN}`,
      ],
    ],
  ])('explains the notes, with %j', (budget, notices) => {
    const { picks } = ranking([ANA, BEN, CY], budget);
    expect(picks.map((pick) => pick.notices)).toEqual(
      notices.map((notice) => (notice === null ? [] : [notice])),
    );
    expect(picks.map(({ channel }) => channel)).toEqual(
      notices.map((notice) => (notice === null ? 'note' : 'message')),
    );
  });

  it('lists as many as requested, and at most a hundred held', () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      known(index + 1, `Person ${index}`, {
        person: { strained: index >= 10 },
        interactions: [project('2026-11-20')],
      }),
    );
    expect(ranking(many, {}, 4).picks).toHaveLength(4);
    expect(ranking(many, {}, 4).held).toHaveLength(100);
    expect(ranking(many).held).toHaveLength(120);
  });
});
