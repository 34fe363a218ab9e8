import { describe, expect, it } from 'vitest';
import { memoriesBeside, memorySentence } from '../../../src/coach/draft/memory.ts';
import type { Detail } from '../../../src/model.ts';
import { connected, project, TODAY, write } from './situation.ts';

const deed: Detail = {
  is: 'deed',
  gerund: 'staying late to fix the import',
  past: 'you stayed late to fix the import',
  short: { gerund: 'staying late', past: 'you stayed late' },
};
const quality: Detail = {
  is: 'quality',
  how: 'calm on the radio',
  clause: 'how calm you were on the radio',
  short: 'calm',
};
const thing: Detail = { is: 'thing', phrase: 'your rollback plan', short: null };
const talk: Detail = { is: 'talk', phrase: 'your talk about boring forms', short: 'your talk' };
const habit: Detail = { is: 'habit', present: 'you swim in the lake', short: null };

describe('a memory', () => {
  it.each<[Detail, string | null]>([
    [deed, 'Thank you for staying late to fix the import.'],
    [{ ...deed, gerund: null }, null],
    [quality, "I won't forget how calm you were on the radio."],
    [thing, 'Thank you for your rollback plan.'],
    [talk, 'I really enjoyed your talk about boring forms.'],
    [habit, null],
  ])('%j is said as %j', (detail, sentence) => {
    expect(memorySentence(detail)).toBe(sentence);
  });

  it('repeats no warm word of the sentences beside it', () => {
    expect(memoriesBeside(deed, 'thank you for our work on Apollo.')).toEqual([
      'I really appreciated you staying late to fix the import.',
      'I really appreciated you staying late.',
    ]);
    expect(memoriesBeside(talk, 'I enjoyed our talk.')[0]).toBe(
      'I keep thinking about your talk about boring forms.',
    );
  });

  it('gives way to a tight limit', () => {
    const given = { interactions: [{ ...project('Apollo'), highlight: 'x', detail: deed }] };
    expect(write('project', given, { limit: 300 })).toContain('staying late to fix the import.');
    expect(write('project', given, { limit: 80 })).not.toContain('staying late');
  });

  it('is left out of congratulations and after hard news', () => {
    const news = { kind: 'milestone' as const, date: TODAY, title: 'Promoted', detail: deed };
    expect(write('milestone', { interactions: [news] })).not.toContain('staying');
    const hard = { kind: 'reorg' as const, date: '2026-09-01', title: 'Layoffs', detail: deed };
    expect(write('check-in', { person: connected, interactions: [hard] })).not.toContain('staying');
  });
});
