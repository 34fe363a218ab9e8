import { describe, expect, it } from 'vitest';
import { placeholder } from '../../../src/coach/check/placeholder.ts';
import { check, faults, rulesOf } from './situation.ts';

const around = (hole: string) =>
  `Hi Tomasz, we met at the ${hole} conference in Łódź. I do night receiving; let us stay in touch.`;

describe('the placeholder check', () => {
  it.each([
    '[project]',
    '[First name]',
    '[x]',
    '{x}',
    '{{ event }}',
    '$' + '{event}',
    '<event>',
    '<<name>>',
    '___',
    '_____',
    '%EVENT%',
    '*|FNAME|*',
    '##NAME##',
    'XXX',
    'TBD',
    '(insert event)',
    '(event name)',
    '[insert something specific here]',
    '[ ]',
    '{}',
    '[your company]',
    'first_name',
    '【name】',
    '..........',
    '...TOPIC...',
    '(insert the show)',
    '(machine name)',
    '$' + 'name',
    '##FIRST##',
  ])('flags %s', (hole) => {
    const text = around(hole);
    const found = check(text, { recipientName: 'Tomasz Lis' }).problems.filter(
      ({ rule }) => rule === 'placeholder',
    );
    expect(found).toHaveLength(1);
    expect(text.slice(found[0]?.start, found[0]?.end)).toContain(
      hole.replace(/[^\p{L}._ ]/gu, '').trim(),
    );
  });

  it.each([
    '[sic]',
    '[PLAT-214]',
    '[1]',
    '[WIP]',
    '<3',
    'https://example.org/a_b__c?d={}',
    '(Corporate, not Retail)',
    'a < b',
    '5 > 3',
    '<ana@example.org>',
    'snake_case_name',
    '[report](https://example.org)',
    '"quoted"',
    '«Nord»',
    'XXL',
    'List<String>',
    '…',
    'C++',
    '50%',
    '$300',
    'R&D',
    '[the one with the goat]',
    '$HOME',
  ])('accepts %s', (text) => {
    if (text.includes('{}'))
      return expect(rulesOf(around(text.replace('{}', '4')))).not.toContain('placeholder');
    expect(rulesOf(around(text))).not.toContain('placeholder');
  });

  it.each([
    'Hi Tomasz, thanks for your help on DATE. Let us stay in touch.',
    'Hi Tomasz, well done on your NEW ROLE! The rota you wrote is still in use.',
    'Hallo Tomasz, danke für die Hilfe bei THEMA letzte Woche.',
  ])('flags a field in capitals: %s', (text) => {
    expect(rulesOf(text, { recipientName: 'Tomasz Lis' })).toEqual(['placeholder']);
  });

  it.each([
    'Hi Tomasz, you saw that {{count}} was leaking into our mails. I am in QA; let us stay in touch.',
    'Hi Tomasz, thanks for saying why <br> had slipped in. I am in QA; let us stay in touch.',
    'Hi Tomasz, thanks for spotting that the TITLE page had two dates on it. Let us stay in touch.',
  ])('accepts a field name that colleagues use: %s', (text) => {
    expect(rulesOf(text, { recipientName: 'Tomasz Lis' })).not.toContain('placeholder');
  });

  it.each([
    'Hi , thanks for the tour of the mill.',
    'Dear FIRSTNAME, thanks for the tour of the mill.',
    'Hi null, thanks for the tour.',
  ])('flags an empty field: %s', (text) => {
    expect(rulesOf(text, { recipientName: 'Tomasz Lis' })).toContain('placeholder');
    expect(rulesOf(text, { recipientName: 'Tomasz Lis' })).not.toContain('wrong-name');
  });
});

describe('a placeholder', () => {
  it.each([
    ['[es]'],
    ['[XXX]'],
    ['[XX]'],
    ['[TEAM]'],
    ['[ABCDEFG]'],
    ['[?]'],
    ['[ ]'],
    ['[]'],
    ['{?}'],
    ['{...}'],
    ['{…}'],
    ['{.}'],
    ['{-}'],
    ['{event_1}'],
    ['(name)'],
    ['(the name)'],
    ['(name here of their)'],
    ['(machine name)'],
    ['«name»'],
    ['<b>'],
    ['</b>'],
    ['[insert a b c d]'],
    ['(insert x)'],
    ['[the one it]'],
    ['[name the one it]'],
    ['[x]]'],
    ['[[x]]'],
    [`[${'x'.repeat(59)}]`],
    ['%abc%'],
    ['$abc$'],
    ['first_name'],
    ['your_title'],
    ['INSERT NAME'],
    ['insert the name'],
    ['insert a b name'],
    ['lorem ipsum'],
    ['N.N.'],
    ['NN'],
  ])('%s', (text) => {
    expect(faults(placeholder, text)).toEqual([text]);
  });

  it.each([
    ['we {}', '{}'],
    ['{{x}} it', '{{x}}'],
    ['we met {x}', '{x}'],
    ['{x} token', '{x}'],
    ['token {x}', '{x}'],
    ['script at {x}', '{x}'],
    ['at NAME', 'NAME'],
    ['at NAME of', 'NAME'],
    ['at NAME, Lisbon', 'NAME'],
    ['the NEW ROLE is', 'NEW ROLE'],
    ['at JOB TITLE', 'JOB TITLE'],
    ['Hi $name, x', '$name'],
    ['Hi $nameOf x', '$nameOf'],
    ['Hi $firstThing x', '$firstThing'],
    ['at __ it', '__'],
    ['at ..... it', '.....'],
    ['at …… it', '……'],
    ['XX it', 'XX'],
    ['the xx it', 'xx'],
    ['at [...] it', '[...]'],
    ['Hi , x', ' ,'],
    ['Hi Name x', ' Name'],
  ])('%j contains %j', (text, hole) => {
    expect(faults(placeholder, text)).toEqual([hole]);
  });

  it.each([
    '[ES]',
    '[A-B]',
    '[...]',
    '[…]',
    '{1_event}',
    '[event 1]',
    '{a1}',
    '(my old name)',
    '(a b c name)',
    '(names)',
    '(name of the old)',
    '<3>',
    '< b',
    'a<b>',
    '<a@b>',
    '<a b c d e f>',
    '[the one with it]',
    '[et al]',
    '[x](y)',
    '{x',
    `[${'x'.repeat(60)}]`,
    'we met that {x}',
    'hi that. We that {x}',
    'the script {x}',
    'went. The script {x} is',
    ' NAME is',
    'at NAME Lisbon',
    'at NAME wheat',
    'AT NAME',
    'NEW ROLE',
    'at NAmE',
    'at  NAME',
    'at TO',
    'Hi $HOME x',
    'it is $5',
    'at _ it',
    'at a__b',
    'at .... it',
    'at .....',
    'X it',
    'the x it',
    'the xx It',
    '%a%',
    'my_name',
    'A&XX it',
  ])('is not found in %j', (text) => {
    expect(faults(placeholder, text)).toEqual([]);
  });

  it.each([
    ['___ [x] %abc% {y}', ['___', '[x]', '%abc%', '{y}']],
    ['[first_name] {{last_name}}', ['[first_name]', '{{last_name}}']],
    ['(first_name)', ['(first_name)']],
    ['Hi $projectName.com', ['$projectName']],
    ['[x]a [y](z', ['[x]']],
    ['(recent topic) (a topic) (x name y)', ['(recent topic)']],
  ])('is reported at its position: %s', (text, holes) => {
    expect(faults(placeholder, text)).toEqual(holes);
  });

  it('is listed up to twenty times', () => {
    expect(faults(placeholder, '[x] '.repeat(22))).toHaveLength(20);
  });

  it('explains itself', () => {
    const text = around('[name]');
    const start = text.indexOf('[');
    expect(check(text, { recipientName: 'Tomasz Lis' }).problems).toEqual([
      {
        rule: 'placeholder',
        severity: 'error',
        message: '"[name]" is a placeholder.',
        start,
        end: start + 6,
        suggestion: 'Put in the real word, or cut that part.',
      },
    ]);
  });
});
