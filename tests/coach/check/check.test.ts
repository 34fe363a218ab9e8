import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage, checkRules } from '../../../src/coach/check/check.ts';
import { runs } from '../../helpers/runs.ts';
import { check, logged, me, rulesOf, somebody } from './situation.ts';

const GOOD =
  "Hi Priya, thanks for the rollback plan on Apollo. I'm Sam from Billing and would like to stay in touch.";

describe('a check', () => {
  it('praises a message without problems', () => {
    const result = check(GOOD, { recipientName: 'Priya Shah' });
    expect(result).toMatchObject({ ok: true, length: GOOD.length, limit: 200, problems: [] });
    expect(result.praise).toBe(
      "Good: it says how you know each other, who you are and why you're writing.",
    );
  });

  it('places problems in UTF-16 units of the NFC text', () => {
    const text =
      'Hi Zoe\u0308 😀, thanks for the Lisbon plan, dude. I am on the data desk; happy to connect.';
    const [problem] = check(text, { recipientName: 'Zoë Park' }).problems;
    expect(problem).toMatchObject({ rule: 'slang', severity: 'warning' });
    const nfc = text.normalize('NFC');
    expect(nfc.slice(problem?.start, problem?.end)).toBe('dude');
  });

  it('orders problems by position, and the most serious first at the same position', () => {
    const problems = check(
      "Hi Tom, I'd like to add you to my professional network on LinkedIn lol",
      {
        recipientName: 'Priya Shah',
        limit: 20,
      },
    ).problems;
    const gravity = { error: 0, warning: 1, advice: 2 };
    for (const [index, next] of problems.slice(1).entries()) {
      const one = problems[index];
      if (one === undefined) throw new Error('a problem without one before it');
      expect(one.start).toBeLessThanOrEqual(next.start);
      if (one.start === next.start) {
        expect(gravity[one.severity]).toBeLessThanOrEqual(gravity[next.severity]);
      }
    }
    expect(problems.map(({ rule }) => rule)).toContain('too-long');
    expect(problems.map(({ rule }) => rule)).toContain('wrong-name');
    expect(problems.map(({ rule }) => rule)).toContain('slang');
  });

  it('is consistent for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400, unit: 'grapheme' }),
        fc.option(fc.string()),
        (text, to) => {
          const result = check(text, { recipientName: to });
          expect(result.length).toBe(text.normalize('NFC').length);
          expect(result.ok).toBe(result.problems.every(({ severity }) => severity === 'advice'));
          expect(result.praise === null).toBe(!result.ok);
          for (const { start, end, message } of result.problems) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(result.length);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(message).not.toContain('\n');
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('lists each rule once', () => {
    const ids = checkRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(
      'default-text generic no-context no-intent no-intro placeholder private pushy salesy shouting slang too-long wrong-fact wrong-name'.split(
        ' ',
      ),
    );
  });
});

describe('a check with a log', () => {
  const known = {
    person: somebody({ interactions: 1 }),
    history: [logged({ title: 'Apollo migrations' })],
    me,
  };

  it('names the shared work to mention', () => {
    const { problems } = check('Hi Priya, I would love to connect with you.', known);
    expect(problems.find(({ rule }) => rule === 'no-context')).toMatchObject({
      message:
        'Nothing here reminds Priya how you know each other. In your log: you finished Apollo migrations together on 16 November.',
      suggestion: 'Mention the work you finished together.',
    });
  });

  it.each([
    'Hi Priya, apollo is done. Let us connect.',
    'Hi Priya, all migrated at last! Shall we connect?',
    'Hi Priya, November went by. Let us connect.',
    'Hi Priya, greetings to Platform. Let us connect.',
  ])('recognises words from the log: %s', (text) => {
    expect(rulesOf(text, known)).not.toContain('no-context');
  });

  it('recognises a title without spaces', () => {
    const history = [logged({ title: '週次計画' })];
    expect(
      rulesOf('Hi Priya, happy about 週次計画. Let us connect.', { ...known, history }),
    ).not.toContain('no-context');
  });

  it('never repeats feedback or a note', () => {
    const history = [
      logged({
        kind: 'feedback',
        title: 'Q3 review',
        highlight: 'too slow to delegate',
        note: 'cried afterwards',
      }),
    ];
    const person = somebody({ note: 'divorcing in spring' });
    const said = JSON.stringify(check('Hi Priya, let us connect.', { person, history, me }));
    expect(said).toContain('feedback session');
    expect(said).not.toMatch(/delegate|cried|divorc/);
  });

  it('finds no fault with the words of a title', () => {
    const history = [logged({ title: 'FREE TRIAL [beta] for ambitious leaders' })];
    const text =
      'Hi Priya, thanks for your help with FREE TRIAL [beta] for ambitious leaders. I am Sam; let us keep in touch.';
    expect(rulesOf(text, { ...known, history })).toEqual([]);
    expect(rulesOf(text, known)).not.toEqual([]);
  });

  it('asks only strangers for an introduction', () => {
    const text =
      'Hi Priya, it was good to meet you at the Lisbon offsite. I would love to stay in touch.';
    expect(rulesOf(text, { recipientName: 'Priya Shah' })).toEqual(['no-intro']);
    const met = { ...known, history: [logged({ kind: 'event', title: 'Lisbon offsite' })] };
    expect(check(text, met).problems[0]?.suggestion).toBe('Add "Sam from Billing".');
    expect(rulesOf(text, { ...met, person: somebody({ interactions: 3 }) })).toEqual([]);
    const connected = somebody({ connection: { status: 'connected', since: null } });
    expect(rulesOf(text, { ...known, person: connected })).toEqual([]);
    expect(rulesOf(`${text} Sam, backend engineer`, known)).toEqual([]);
  });
});

it('skips wording rules for a language it does not know', () => {
  const text =
    'Hei Priya, myyn sinulle kahvia ja haluan soittaa tänään, koska tarjous on voimassa ja kiitos kaikesta.';
  expect(rulesOf(text, { recipientName: 'Priya Shah' })).toEqual([]);
  expect(
    checkMessage(text, {
      person: null,
      recipientName: 'Priya Shah',
      history: [],
      me,
      today: '2026-11-22',
      limit: 200,
    }).praise,
  ).not.toBeNull();
});

it.each([
  ['salesy', 'Hola Priya, ayudamos a empresas como la tuya con una prueba gratis de 30 días.'],
  ['pushy', 'Hallo Priya, wir waren zusammen im Kurs. Bitte antworte mir bis morgen.'],
  ['no-context', 'Bonjour Priya, votre profil est remarquable. Je souhaite élargir mon réseau.'],
])('recognises stock phrases in other languages: %s', (rule, text) => {
  expect(rulesOf(text, { recipientName: 'Priya Shah' })).toContain(rule);
});

it('accepts thanks in another language as context', () => {
  const text =
    'Bonjour Priya, merci pour votre aide mardi. Votre profil mentionne le tri, et je serais ravie de rester en contact.';
  expect(rulesOf(text, { recipientName: 'Priya Shah' })).toEqual([]);
});

const NO_TIE = 'Nothing here reminds Priya how you know each other.';
const NAME_ONE = 'Name something you share: a project, an event, the day you met.';
const ANYONE = 'Mention something only the two of you share.';

describe('what the check says about a message', () => {
  it.each([
    [
      'Hi Priya, we met at the rye mill in Lisbon; our talk on flour went on. I mill rye at the Tagus branch.',
      [
        'no-intent',
        null,
        "It doesn't say why you're getting in touch.",
        'End with a reason: "I\'d like to compare notes on the next one."',
      ],
    ],
    [
      "Hi Priya, I'd like to add you to my professional network on LinkedIn.",
      ['no-context', null, NO_TIE, NAME_ONE],
      [
        'default-text',
        'add you to my professional network',
        `"add you to my professional network" is LinkedIn's default text; most people skip over it.`,
        'Say in your own words how you know each other.',
      ],
    ],
    [
      'Hi Priya, we help companies like yours cut costs with our free trial. I sell flour in Porto.',
      ['no-context', null, NO_TIE, NAME_ONE],
      [
        'salesy',
        'companies like yours',
        '"companies like yours" sounds like a sales pitch.',
        'Leave the offer out.',
      ],
    ],
    [
      'Hi Priya, I would love to connect.',
      ['no-context', null, NO_TIE, NAME_ONE],
      ['generic', null, 'This could go to anyone.', ANYONE],
    ],
    [
      'Hi Priya, I came across your profile and would love to connect.',
      ['no-context', null, NO_TIE, NAME_ONE],
      [
        'generic',
        'came across your profile',
        '"came across your profile" could go to anyone.',
        ANYONE,
      ],
    ],
    [
      'Hi Priya, we met at the rye mill on Tuesday. I hope to grow my professional network with synergy.',
      [
        'generic',
        'grow my professional network',
        '"grow my professional network" could go to anyone.',
        ANYONE,
      ],
    ],
    [
      "Hi Priya, I'm a data engineer in Honolulu and would like to connect.",
      ['no-context', null, NO_TIE, NAME_ONE],
    ],
    [
      'Bonjour Priya, votre profil est remarquable. Je souhaite élargir mon réseau.',
      ['no-context', null, NO_TIE, NAME_ONE],
      ['generic', 'votre profil', '"votre profil" could go to anyone.', ANYONE],
    ],
  ] as const)('%s', (text, ...said) => {
    // The lists alone; the second opinion has its own tests.
    const { problems } = check(text, { recipientName: 'Priya Shah', model: undefined });
    expect(
      problems.map(({ rule, start, end, message, suggestion }) => [
        rule,
        end - start === text.length ? null : text.slice(start, end),
        message,
        suggestion,
      ]),
    ).toEqual(said);
  });

  it('says "the reader" when no recipient is named', () => {
    expect(check('Hi, let us connect.').problems[0]?.message).toBe(
      'Nothing here reminds the reader how you know each other.',
    );
  });

  it('suggests thanks for a feedback session without naming its title', () => {
    const history = [logged({ kind: 'feedback', title: 'Q3 review' })];
    const [problem] = check('Hi, let us connect.', { history }).problems;
    expect(problem).toMatchObject({
      rule: 'no-context',
      suggestion: 'Thank them for that session.',
    });
  });

  it.each([
    ['Hi Priya, thanks 😀 for it all.', 18, 17, '31 of 18 characters: 13 too many.'],
    ['Hi Priya, thanks 😀 for it all.', 17, 17, '31 of 17 characters: 14 too many.'],
    ['Hi Priya, thanks 😀 for it all.', 19, 19, '31 of 19 characters: 12 too many.'],
    ['Hi Priya, thanks 😀 for it all.', 30, 30, '31 of 30 characters: 1 too many.'],
  ])('flags %s over a limit of %i units', (text, limit, start, message) => {
    const { problems } = check(text, { limit });
    expect(problems.filter(({ rule }) => rule === 'too-long')).toEqual([
      {
        rule: 'too-long',
        severity: 'error',
        message,
        start,
        end: 31,
        suggestion: 'Keep how you know each other; shorten the rest.',
      },
    ]);
  });

  it.each([31, null])('accepts a length within the limit %s', (limit) => {
    expect(rulesOf('Hi Priya, thanks 😀 for it all.', { limit })).not.toContain('too-long');
  });
});

it('lists the most serious problem first when several start at the same position', () => {
  const { problems } = check('Hi, LET US CONNECT NOW PLEASE', { limit: 4 });
  expect(problems.map(({ rule, start }) => [rule, start])).toEqual([
    ['pushy', 0],
    ['no-context', 0],
    ['too-long', 4],
    ['shouting', 4],
  ]);
});

describe('praise', () => {
  const met = 'Hi Priya, we met at the rye mill.';
  const connected = somebody({ connection: { status: 'connected', since: null } });
  it.each([
    ['how you know each other', met, { person: somebody() }],
    [
      "how you know each other and why you're writing",
      `${met} I'd love to compare notes.`,
      { person: connected },
    ],
    ['how you know each other', `${met} I'm at the dentist.`, { person: connected }],
    ['how you know each other and who you are', `${met} I am a baker.`, {}],
    [
      "how you know each other, who you are and why you're writing",
      `${met} I am a baker; let us connect.`,
      {},
    ],
  ])('%s', (parts, text, given) => {
    expect(check(text, given).praise).toBe(`Good: it says ${parts}.`);
  });

  it('is short in another language, and absent when something needs fixing', () => {
    expect(check('Hallo Priya, wir waren zusammen im Kurs.').praise).toBe('Nothing to fix.');
    expect(check('Hi Priya, let us connect.').praise).toBeNull();
  });
});

it.each(['ff', 'ok', 'mesage.txt', 'Hej!'])('%j is not a message', (text) => {
  expect(rulesOf(text)).toContain('no-context');
});

it('a short message in a script without spaces is a message', () => {
  expect(rulesOf('谢谢你在阿波罗项目里的帮助')).not.toContain('no-context');
});
