import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../src/coach/check/problem.ts';
import type { Person } from '../../../src/model.ts';
import { check, logged, me, rulesOf, somebody } from './situation.ts';

describe('the private check', () => {
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

  it('catches a quotation regardless of case, accents and punctuation', () => {
    const text = 'Hi Priya, I heard your MOTHER is: seriously ill. All the best from Billing.';
    expect(found(text)).toHaveLength(1);
    expect(text.slice(found(text)[0]?.start, found(text)[0]?.end)).toBe('MOTHER is: seriously ill');
    expect(found(text)[0]).toMatchObject({ severity: 'error' });
    expect(found('Thank you, I will stop interrupting people in meetings.')).toHaveLength(1);
  });

  it('catches a note of two words, and a note without spaces', () => {
    const two = somebody({ note: 'gets divorced' });
    expect(
      rulesOf('Hi Priya, so Tom gets divorced after the audit?', { person: two, me }),
    ).toContain('private');
    const han = somebody({ note: '她的母亲病得很重正在找工作' });
    expect(rulesOf('李娜您好，听说她的母亲病得很重，祝好。', { person: han, me })).toContain(
      'private',
    );
  });

  it('accepts common phrases and words that the log has in public', () => {
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

  const WHY = 'is from your private notes, or from feedback you were given.';

  it.each<[string, Partial<CheckContext>, string[]]>([
    [
      'her mother is seriously ill; and she looks for a job elsewhere',
      { person },
      ['her mother is seriously ill', 'she looks for a job elsewhere'],
    ],
    ['she is at it', { person: somebody({ note: 'She is at it' }) }, []],
    ['gets divorced soon', { person: somebody({ note: 'gets divorced' }) }, ['gets divorced']],
    ['gets divorced', { person: somebody({ note: 'gets divorced soon' }) }, ['divorced']],
    ['gets divorced', { secrets: ['gets divorced soon'] }, []],
    [
      'seriously ill mother',
      { person: somebody({ note: 'the seriously ill mother of hers' }) },
      ['seriously ill mother'],
    ],
    ['seriously ill', { person: somebody({ note: 'the seriously ill mother of hers' }) }, ['ill']],
    ['nice meeting office', { person: somebody({ note: 'nice meeting office' }) }, []],
    ['divorced', { person: somebody({ note: 'divorced' }) }, ['divorced']],
    ['divorced', { secrets: ['divorced'] }, []],
    ['so !!!', { person: somebody({ note: '!!!' }) }, []],
    ['so  it', { person: somebody({ note: '  ' }) }, []],
    ['Billing engineer leaving', { person: somebody({ note: 'Billing engineer leaving' }) }, []],
    [
      'secret merger looming',
      { history: [logged({ note: 'secret merger looming' })] },
      ['secret merger looming'],
    ],
    [
      'stop interrupting people',
      { history: [logged({ kind: 'feedback', highlight: 'stop interrupting people' })] },
      ['stop interrupting people'],
    ],
    [
      'stop interrupting people',
      { history: [logged({ highlight: 'stop interrupting people' })] },
      [],
    ],
    [
      '她的母亲病得很重了',
      { person: somebody({ note: '她的母亲病得很重正' }) },
      ['她的母亲病得很重'],
    ],
    ['她的母亲病得很', { person: somebody({ note: '她的母亲病得很重正' }) }, []],
    ['她的母亲病得很重', { person: somebody({ note: '她的母亲病得很重' }) }, ['她的母亲病得很重']],
    ['李娜您好，祝您工作顺利', { person: somebody({ note: '她的母亲病得很重' }) }, []],
    [
      'delegate launches sooner',
      { history: [logged({ kind: 'feedback', title: 'Annual review: delegate launches sooner' })] },
      ['delegate launches sooner'],
    ],
    [
      'delegate launches: sooner',
      { history: [logged({ kind: 'feedback', title: 'Review: delegate launches: sooner' })] },
      ['delegate launches: sooner'],
    ],
    ['Zephyr sank: she is at it', { person: somebody({ note: 'She is at it' }) }, []],
    [
      'the rope ladder sank',
      { history: [logged({ note: 'the rope ladder sank', highlight: 'rope ladder sank' })] },
      [],
    ],
    [
      'sank one two three four five six seven rope eight quietly',
      { person: somebody({ note: 'the rope quietly sank' }) },
      [],
    ],
    ['rope sank', { person: somebody({ note: 'the rope quietly sank' }) }, []],
    ['a very longword', { person: somebody({ note: 'the very longword' }) }, []],
  ])('finds the private part of %j with %j', (text, given, quoted) => {
    const problems = check(text, { me, ...given }).problems.filter(
      ({ rule }) => rule === 'private',
    );
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(quoted);
    for (const { start, end, severity, message, suggestion } of problems) {
      expect(severity).toBe('error');
      expect(message).toBe(`"${text.slice(start, end)}" ${WHY}`);
      expect(suggestion).toBe('Leave it out. You can thank them without repeating it.');
    }
  });

  it.each<[string, Partial<CheckContext>, string[]]>([
    [
      'she is at the desk',
      { person: somebody({ note: 'She is at the desk of it' }) },
      ['she is at the desk'],
    ],
    [
      'sank today. Quietly the rope',
      { person: somebody({ note: 'the rope quietly sank' }) },
      ['sank today. Quietly the rope'],
    ],
    [
      'You were very good at planning the launch',
      { person: somebody({ note: 'very good at planning, plays tennis' }) },
      ['very good at planning'],
    ],
  ])('only advises where plain words are shared: %j, with %j', (text, given, quoted) => {
    const problems = check(text, { me, ...given }).problems.filter(
      ({ rule }) => rule === 'private',
    );
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(quoted);
    for (const { severity, message, suggestion } of problems) {
      expect(severity).toBe('advice');
      expect(message).toContain(WHY);
      expect(suggestion).toBe('Leave it out unless they know you know.');
    }
  });

  it.each([
    ['I hope your probation until June goes well', 'on probation until June'],
    ['so soon after your chemotherapy', 'had chemotherapy in spring'],
    ['I was sorry to hear you separated', 'separated from her husband'],
    ['I agree that 72,000 is too little', 'earns 72,000 and thinks it is too little'],
    ['good luck interviewing', 'interviewing at Skanska'],
    ['it was not your fault', 'his fault that the fridge was open'],
    ['sorry you were passed over', 'was passed over for promotion'],
  ])('is an error on health, family, pay, job hunts, probation and fault: %j', (text, note) => {
    const { problems } = check(text, { me, person: somebody({ note }) });
    expect(problems.find(({ rule }) => rule === 'private')?.severity).toBe('error');
  });

  it('is an error on feedback, whatever its words', () => {
    const title = 'Mentoring: too blunt with juniors';
    const given = { me, history: [logged({ kind: 'feedback', title })] };
    const { problems } = check("I'm trying to be less blunt with juniors.", given);
    expect(problems.find(({ rule }) => rule === 'private')?.severity).toBe('error');
    const heard = check("I'll be less blunt with the juniors.", {
      me,
      feedback: ['too blunt with juniors'],
    });
    expect(heard.problems.find(({ rule }) => rule === 'private')?.severity).toBe('error');
  });

  it.each<[string, Partial<Person>]>([
    ['the chief rope welder', { role: 'chief rope welder' }],
    ['the chief rope welder', { team: 'chief rope welder' }],
    ['the chief rope welder', { company: 'chief rope welder' }],
    ['the chief rope welder', { aliases: ['chief rope welder'] }],
    ['the chief rope welder', { interests: ['chief', 'rope welder'] }],
    ['the chief rope welder', { skills: ['chief rope', 'welder'] }],
  ])('accepts %j with %j', (text, given) => {
    const note = 'chief rope welder';
    expect(rulesOf(text, { person: somebody({ note, ...given }), me })).not.toContain('private');
    expect(rulesOf(text, { person: somebody({ note }), me })).toContain('private');
  });

  it('lists several in the order of the text, and overlapping ones once', () => {
    const text = 'her mother is seriously ill, he was quietly demoted';
    const notes = [
      'he was quietly demoted last week',
      'mother is seriously ill',
      'her mother is seriously ill',
    ];
    const { problems } = check(text, { me, history: notes.map((note) => logged({ note })) });
    expect(
      problems
        .filter(({ rule }) => rule === 'private')
        .map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['her mother is seriously ill', 'he was quietly demoted']);
  });

  it('lists at most twenty quotations', () => {
    const note = 'her mother is seriously ill';
    expect(
      check(`${note} x `.repeat(22), {
        person: somebody({ note }),
        me,
        limit: null,
      }).problems.filter(({ rule }) => rule === 'private'),
    ).toHaveLength(20);
  });
});

describe('a private note about anyone', () => {
  const secrets = [
    'she may be on the layoff list in March',
    'zebraquartz hates pineapple; likes tea',
    'mangofjord salary cut pending',
  ];
  const found = (text: string, given: Partial<CheckContext> = {}) =>
    check(text, { me, secrets, ...given }).problems.flatMap(({ rule, start, end }) =>
      rule === 'private' ? [text.slice(start, end)] : [],
    );

  it('stays private whoever the message is for, even without a recipient', () => {
    const text = 'Hi Tom, I hear Priya may be on the layoff list in March. Let us connect.';
    expect(found(text)).toEqual(['may be on the layoff list in March']);
    expect(found(text, { person: somebody({ name: 'Tom Becker' }) })).toHaveLength(1);
  });

  it('is recognised in a different word order', () => {
    expect(found('I hear PINEAPPLE is what ZEBRAQUARTZ hates.')).toEqual([
      'PINEAPPLE is what ZEBRAQUARTZ hates',
    ]);
    expect(found('So the pending cut of your salary is sad news.')).toEqual([
      'pending cut of your salary',
    ]);
  });

  it('is not recognised in words far apart, in only two words, or across a full stop', () => {
    expect(
      found(
        'The salary talk was good. Later that week we met at the pier, and saw a cut of fish pending.',
      ),
    ).toEqual([]);
    expect(found('Zebraquartz likes tea.')).toEqual([]);
    expect(found('A salary cut is nobody’s wish.')).toEqual([]);
  });

  it('can follow the colon of a feedback title', () => {
    const history = [
      logged({ kind: 'feedback', title: 'Annual review: your slides lacked structure' }),
    ];
    expect(found('Thank you for saying my slides lacked structure.', { history })).toEqual([
      'slides lacked structure',
    ]);
    expect(found('Thank you for the annual review.', { history })).toEqual([]);
  });
});
