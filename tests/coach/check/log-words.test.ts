import { describe, expect, it } from 'vitest';
import { describeLogged, mentionsLogged } from '../../../src/coach/check/log-words.ts';
import { readMessage } from '../../../src/coach/check/message.ts';
import type { Kind } from '../../../src/model.ts';
import { logged, me, somebody } from './situation.ts';

const context = {
  person: null,
  recipientName: null,
  history: [],
  me,
  today: '2026-11-22',
  limit: null,
};
const history = (...all: ReadonlyArray<readonly [Kind, string, string]>) =>
  all.map(([kind, date, title]) => logged({ kind, date, title }));

describe('the description of what is logged', () => {
  it.each([
    ['new-job', '2026-11-01', 'Billing', 'you started working together (Billing) on 1 November'],
    ['project', '2025-12-31', 'Apollo', 'you finished Apollo together on 31 December 2025'],
    ['event', '2026-01-05', 'Lisbon', 'you were both at an event (Lisbon) on 5 January'],
    ['interest', '2026-03-05', 'chess', 'you found you share chess on 5 March'],
    ['milestone', '2026-03-05', 'award', 'you logged their news (award) on 5 March'],
    [
      'reorg',
      '2026-03-05',
      'the merger',
      'you both went through a change at work (the merger) on 5 March',
    ],
    [
      'departure',
      '2026-03-05',
      'Ana leaves',
      'you worked together until one of you left (Ana leaves) on 5 March',
    ],
    ['meeting', '2026-03-05', 'Coffee', 'you talked (Coffee) on 5 March'],
    ['engagement', '2026-03-05', 'Her post', 'you were in touch (Her post) on 5 March'],
  ] as const)('for a %s on %s gives kind, title and day', (kind, date, title, clause) => {
    const found = describeLogged({ ...context, history: history([kind, date, title]) });
    expect(found?.clause).toBe(clause);
    // A suggestion never pastes a title: "Mention Left Nokia."
    expect(found?.reminder).toMatch(/^Mention [a-z ]+\.$/);
    expect(found?.reminder).not.toContain(title);
  });

  it('for feedback gives no title', () => {
    expect(
      describeLogged({ ...context, history: history(['feedback', '2026-03-05', 'Q3']) }),
    ).toEqual({
      clause: 'they took the time for a feedback session with you on 5 March',
      reminder: 'Thank them for that session.',
    });
    expect(describeLogged(context)).toBeNull();
  });

  it.each([
    ['project', 'shipped  Apollo', 'Apollo'],
    ['event', 'Met at the fair', 'the fair'],
    ['event', 'at the hackathon', 'the hackathon'],
    ['project', 'Her  long\npost ', 'Her long post'],
    ['project', 'Shippedly', 'Shippedly'],
    ['project', 'Apollo finished late', 'Apollo finished late'],
  ] as const)('drops a repeated verb: %s %j', (kind, title, said) => {
    expect(describeLogged({ ...context, history: [logged({ kind, title })] })?.clause).toMatch(
      new RegExp(`(?:^|[ (])${said}[ )]`),
    );
  });

  it.each([
    [['meeting', '2026-11-20', 'talk'], ['project', '2026-05-26', 'work'], 'work'],
    [['meeting', '2026-11-20', 'talk'], ['project', '2026-05-25', 'work'], 'talk'],
    [['engagement', '2026-11-20', 'post'], ['departure', '2026-11-20', 'farewell'], 'farewell'],
    [['departure', '2026-11-20', 'farewell'], ['meeting', '2026-11-20', 'talk'], 'talk'],
    [['meeting', '2026-11-20', 'talk'], ['milestone', '2026-11-20', 'award'], 'award'],
    [['milestone', '2026-11-20', 'award'], ['new-job', '2026-11-20', 'start'], 'start'],
    [['new-job', '2026-11-20', 'start'], ['reorg', '2026-11-20', 'merger'], 'merger'],
    [['reorg', '2026-11-20', 'merger'], ['interest', '2026-11-20', 'chess'], 'chess'],
    [['interest', '2026-11-20', 'chess'], ['event', '2026-11-20', 'fair'], 'fair'],
    [['event', '2026-11-20', 'fair'], ['project', '2026-11-20', 'work'], 'work'],
    [['project', '2025-11-20', 'newer'], ['project', '2024-11-20', 'older'], 'newer'],
  ] as const)('picks the better reminder: %j or %j', (one, two, best) => {
    expect(describeLogged({ ...context, history: history(one, two) })?.clause).toContain(best);
  });
});

describe('mentions of the log', () => {
  it.each([
    ['the migrating went', 'Apollo migrations', true],
    ['the apollo went', 'Apollo migrations', true],
    ['our meeting', 'Weekly meeting', true],
    ['our meeting', 'Apollo meeting', false],
    ['a plan b', 'Plan B', true],
    ['b', 'Plan B', false],
    ['the ops desk', 'Ops', true],
    ['the op desk', 'Ops', false],
    ['bus', 'Buses', false],
    ['the rates', 'Rate', true],
    ['one of them', 'One and all', true],
    ['the apollo', 'One apollo', true],
    ['one', 'One apollo', false],
    ['calls', 'Call', true],
    ['on 2026-11-16', 'Rye', true],
    ['on 2026-11-17', 'Rye', false],
    ['in november', 'Rye', true],
    ['in october', 'Rye', false],
    ['これは週次計画です', '週次計画', true],
    ['これは週です', '週', false],
    ['rye1x', 'rye', false],
    ['the arms', 'Army', false],
    ['the art', 'Arts', false],
    ['the worker', 'Works', true],
    ['a builder', 'Buildings', true],
    ['it was completed', 'Completion', false],
    ['the sailors', 'Sailor', true],
    ['the creators', 'Creation', true],
    ['it is relating', 'Relates', true],
  ])('%j mentions the title %j: %s', (text, title, does) => {
    expect(mentionsLogged(readMessage(text), { ...context, history: [logged({ title })] })).toBe(
      does,
    );
  });

  it.each([
    ['the chess club', { interests: ['chess'] }, true],
    ['the welding desk', { skills: ['welding'] }, true],
    ['the platform', {}, true],
    ['the platform', { team: null }, false],
    ['at Fernhill', { team: 'Fernhill' }, false],
  ])('%j mentions the person %j: %s', (text, person, does) => {
    expect(mentionsLogged(readMessage(text), { ...context, person: somebody(person) })).toBe(does);
  });

  it.each([
    ['in may', { date: '2026-05-03' }, false],
    ['in june', { date: '2026-06-03' }, true],
    ['the rota', { highlight: 'your rota' }, true],
    ['the rota', { highlight: 'your rota', kind: 'feedback' as const }, false],
    ['the rota', { note: 'the rota' }, false],
    ['Priya asked', { title: 'Priya Apollo' }, false],
  ])('%j mentions the entry %j: %s', (text, given, does) => {
    const known = { ...context, person: somebody(), history: [logged({ title: 'Rye', ...given })] };
    expect(mentionsLogged(readMessage(text), known)).toBe(does);
  });
});
