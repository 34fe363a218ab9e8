import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { checkInteraction, checkPerson, type Shown } from '../helpers/shapes.ts';

describe('show', () => {
  it('shows one person with the whole timeline', async () => {
    const c = coach();
    for (let month = 1; month <= 10; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-15`;
      for (let i = 0; i < 4; i += 1)
        await c.log('meeting', 'Priya Shah', `Talk ${month}.${i}`, day);
    }
    await c.log('project', 'Tom Becker', 'Apollo launch', '2026-11-20');
    const shown = await c.json<Shown>('show', 'Priya');
    expect(Object.keys(shown).sort()).toEqual(['person', 'timeline']);
    checkPerson(shown.person);
    expect(shown.person.interactions).toBe(40);
    expect(shown.timeline).toHaveLength(40);
    for (const interaction of shown.timeline) checkInteraction(interaction);
    const { stdout } = await c.run('show', 'Priya');
    for (const { title } of shown.timeline) expect(stdout).toContain(title);
    expect(stdout).not.toContain('Apollo launch');
  });

  it('returns an empty timeline as a list', async () => {
    const c = coach();
    await c.add('Priya Shah');
    expect((await c.json<Shown>('show', 'Priya')).timeline).toEqual([]);
    const { code, stdout } = await c.run('show', 'Priya');
    expect(code).toBe(0);
    expect(stdout).toContain('Priya Shah');
    expect(stdout).not.toMatch(/null|undefined/);
  });
});
