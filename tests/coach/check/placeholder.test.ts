import { describe, expect, it } from 'vitest';
import { check, rulesOf } from './situation.ts';

const around = (hole: string) =>
  `Hi Tomasz, we met at the ${hole} conference in Łódź. I do night receiving; let us stay in touch.`;

describe('placeholder', () => {
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
  ])('%s is a hole', (hole) => {
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
  ])('%s is none', (text) => {
    if (text.includes('{}'))
      return expect(rulesOf(around(text.replace('{}', '4')))).not.toContain('placeholder');
    expect(rulesOf(around(text))).not.toContain('placeholder');
  });

  it.each([
    'Hi Tomasz, thanks for your help on DATE. Let us stay in touch.',
    'Hi Tomasz, well done on your NEW ROLE! The rota you wrote is still in use.',
    'Hallo Tomasz, danke für die Hilfe bei THEMA letzte Woche.',
  ])('a field in capitals is a hole: %s', (text) => {
    expect(rulesOf(text, { recipientName: 'Tomasz Lis' })).toEqual(['placeholder']);
  });

  it.each([
    'Hi Tomasz, you saw that {{count}} was leaking into our mails. I am in QA; let us stay in touch.',
    'Hi Tomasz, thanks for saying why <br> had slipped in. I am in QA; let us stay in touch.',
    'Hi Tomasz, thanks for spotting that the TITLE page had two dates on it. Let us stay in touch.',
  ])('a field that colleagues speak of is none: %s', (text) => {
    expect(rulesOf(text, { recipientName: 'Tomasz Lis' })).not.toContain('placeholder');
  });

  it.each([
    'Hi , thanks for the tour of the mill.',
    'Dear FIRSTNAME, thanks for the tour of the mill.',
    'Hi null, thanks for the tour.',
  ])('an empty field is a hole: %s', (text) => {
    expect(rulesOf(text, { recipientName: 'Tomasz Lis' })).toContain('placeholder');
    expect(rulesOf(text, { recipientName: 'Tomasz Lis' })).not.toContain('wrong-name');
  });
});
