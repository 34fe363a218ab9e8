import { describe, expect, it } from 'vitest';
import { memorySentence } from '../../../src/coach/draft/memory.ts';
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
    [quality, 'You were so calm on the radio.'],
    [thing, 'Thank you for your rollback plan.'],
    [talk, 'I really enjoyed your talk about boring forms.'],
    [habit, null],
    [{ is: 'own', text: 'You saved us.' }, 'You saved us.'],
  ])('%j is said as %j', (detail, sentence) => {
    expect(memorySentence(detail)).toBe(sentence);
  });

  it('gives way to a tight limit', () => {
    const given = { interactions: [{ ...project('Apollo'), highlight: 'x', detail: deed }] };
    expect(write('project', given, { limit: 300 })).toContain('staying late to fix the import.');
    expect(write('project', given, { limit: 24 })).not.toContain('staying late');
  });

  it('is remembered, and no reason for thanks, beside good news', () => {
    const news = {
      kind: 'milestone' as const,
      date: TODAY,
      title: 'Promoted',
      reading: { news: 'your promotion', short: null },
      detail: deed,
    };
    for (let variant = 1; variant <= 12; variant++)
      expect(
        write('milestone', { interactions: [news] }, { variant, channel: 'message', limit: 8000 }),
      ).not.toMatch(/thank/i);
  });

  it('is left out after hard news', () => {
    const hard = { kind: 'reorg' as const, date: '2026-09-01', title: 'Layoffs', detail: deed };
    expect(write('check-in', { person: connected, interactions: [hard] })).not.toContain('stay');
  });
});
