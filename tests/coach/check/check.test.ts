import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage, checkRules } from '../../../src/coach/check/check.ts';
import { check, logged, me, rulesOf, somebody } from './situation.ts';

const GOOD =
  "Hi Priya, thanks for the rollback plan on Apollo. I'm Sam from Billing and would like to stay in touch.";

describe('the result', () => {
  it('praises what passes', () => {
    const result = check(GOOD, { recipientName: 'Priya Shah' });
    expect(result).toMatchObject({ ok: true, length: GOOD.length, limit: 200, problems: [] });
    expect(result.praise).toBe(
      'Says how you know each other, who you are and why you write: good.',
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

  it('orders by place, and at one place the gravest first', () => {
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

  it('is whole for any text', () => {
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
      { numRuns: 500 },
    );
  });

  it('lists each rule once', () => {
    const ids = checkRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.sort()).toEqual(
      'default-text generic no-context no-intent no-intro placeholder private pushy salesy shouting slang too-long wrong-name'.split(
        ' ',
      ),
    );
  });
});

describe('the log', () => {
  const known = {
    person: somebody({ interactions: 1 }),
    history: [logged({ title: 'Apollo migrations' })],
    me,
  };

  it('says what could be said', () => {
    const { problems } = check('Hi Priya, I would love to connect with you.', known);
    expect(problems.find(({ rule }) => rule === 'no-context')).toMatchObject({
      message:
        'Nothing here reminds Priya how you know each other: you finished Apollo migrations together on 16 November.',
      suggestion: 'Mention Apollo migrations.',
    });
  });

  it.each([
    'Hi Priya, apollo is done. Let us connect.',
    'Hi Priya, all migrated at last! Shall we connect?',
    'Hi Priya, November went by. Let us connect.',
    'Hi Priya, greetings to Platform. Let us connect.',
  ])('knows its own words: %s', (text) => {
    expect(rulesOf(text, known)).not.toContain('no-context');
  });

  it('takes a title without spaces', () => {
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

  it('lets a title be what it is', () => {
    const history = [logged({ title: 'FREE TRIAL [beta] for ambitious leaders' })];
    const text =
      'Hi Priya, thanks for your help with FREE TRIAL [beta] for ambitious leaders. I am Sam; let us keep in touch.';
    expect(rulesOf(text, { ...known, history })).toEqual([]);
    expect(rulesOf(text, known)).not.toEqual([]);
  });

  it('asks for an introduction only of a stranger', () => {
    const text =
      'Hi Priya, it was good to meet you at the Lisbon offsite. I would love to stay in touch.';
    expect(rulesOf(text, { recipientName: 'Priya Shah' })).toEqual(['no-intro']);
    expect(check(text, known).problems[0]?.suggestion).toBe('Add "Sam from Billing".');
    expect(rulesOf(text, { ...known, person: somebody({ interactions: 3 }) })).toEqual([]);
    const connected = somebody({ connection: { status: 'connected', since: null } });
    expect(rulesOf(text, { ...known, person: connected })).toEqual([]);
    expect(rulesOf(`${text} Sam, backend engineer`, known)).toEqual([]);
  });
});

describe('private', () => {
  const person = somebody({ note: 'Her mother is seriously ill; she looks for a job elsewhere.' });
  const history = [
    logged({
      kind: 'feedback',
      title: 'Review',
      highlight: 'Stop interrupting people in meetings',
    }),
  ];
  const found = (text: string) =>
    check(text, { person, history, me }).problems.filter(({ rule }) => rule === 'private');

  it('catches a quotation, whatever its case, accents and signs', () => {
    const text = 'Hi Priya, I heard your MOTHER is: seriously ill. All the best from Billing.';
    expect(found(text)).toHaveLength(1);
    expect(text.slice(found(text)[0]?.start, found(text)[0]?.end)).toBe('MOTHER is: seriously ill');
    expect(found(text)[0]).toMatchObject({ severity: 'error' });
    expect(found('Thank you, I will stop interrupting people in meetings.')).toHaveLength(1);
  });

  it('catches a note of two words, and one without spaces', () => {
    const two = somebody({ note: 'gets divorced' });
    expect(
      rulesOf('Hi Priya, so Tom gets divorced after the audit?', { person: two, me }),
    ).toContain('private');
    const han = somebody({ note: '她的母亲病得很重正在找工作' });
    expect(rulesOf('李娜您好，听说她的母亲病得很重，祝好。', { person: han, me })).toContain(
      'private',
    );
  });

  it('leaves alone what anybody says, and what the log says in public', () => {
    expect(
      found('Hi Priya, thanks for the Apollo review. I hope she looks well at the summer party.'),
    ).toEqual([]);
    const open = somebody({ note: 'Met at the Lisbon platform offsite' });
    const event = [logged({ kind: 'event', title: 'Lisbon platform offsite' })];
    expect(
      rulesOf('Hi Priya, we met at the Lisbon platform offsite. I am Sam; let us stay in touch.', {
        person: open,
        history: event,
        me,
      }),
    ).toEqual([]);
  });
});

it('says nothing on wording in a language it does not know', () => {
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
])('knows the worn lines of its neighbours: %s', (rule, text) => {
  expect(rulesOf(text, { recipientName: 'Priya Shah' })).toContain(rule);
});

it('takes thanks in another language for a memory', () => {
  const text =
    'Bonjour Priya, merci pour votre aide mardi. Votre profil mentionne le tri, et je serais ravie de rester en contact.';
  expect(rulesOf(text, { recipientName: 'Priya Shah' })).toEqual([]);
});
