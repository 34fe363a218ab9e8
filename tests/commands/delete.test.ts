import { describe, expect, it } from 'vitest';
import { coach } from '../helpers/coach.ts';
import type { Interactions } from '../helpers/shapes.ts';

async function filled() {
  const c = coach();
  await c.log('project', 'Priya Shah, Tom Becker', 'Apollo launch', '2026-11-20');
  await c.log('meeting', 'Tom Becker', 'Lunch', '2026-11-01');
  await c.log('event', 'Wei Chen', 'Lisbon offsite', '2026-10-15');
  return c;
}

const titles = (list: Interactions) => list.interactions.map(({ title }) => title).sort();

describe('delete', () => {
  it('removes one interaction and keeps the people', async () => {
    const c = await filled();
    await c.json('delete', '1');
    expect(titles(await c.json<Interactions>('interactions'))).toEqual(['Lisbon offsite', 'Lunch']);
    expect(await c.people()).toEqual(['Priya Shah', 'Tom Becker', 'Wei Chen']);
    expect(await c.person('Priya')).toMatchObject({
      lastContact: null,
      interactions: 0,
    });
    expect(await c.person('Tom')).toMatchObject({
      lastContact: '2026-11-01',
      interactions: 1,
    });
    const list = await c.suggest();
    expect(list.suggestions.filter(({ moment }) => moment === 'project')).toEqual([]);
  });

  it('says what it removed', async () => {
    const { stdout, stderr } = await (await filled()).run('delete', '3');
    expect(stdout + stderr).toContain('Lisbon offsite');
  });

  it('rejects an interaction that is gone, and never reuses an id', async () => {
    const c = await filled();
    await c.json('delete', '3');
    await c.fails('unknown-id', 'delete', '3');
    await c.fails('unknown-id', 'amend', '3', '--title', 'Other');
    const interaction = await c.log('event', 'Wei Chen', 'Oslo offsite', '2026-10-16');
    expect(interaction.id).toBe(4);
  });
});
