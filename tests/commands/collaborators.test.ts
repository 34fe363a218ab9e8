/** Who could help with a project: `people --goal`. */
import { describe, expect, it } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { checkPerson, type People } from '../helpers/shapes.ts';

async function network(): Promise<Coach> {
  const c = coach();
  await c.add('Maria Owens', '--skill', 'Rust', '--skill', 'SQL');
  await c.add('Zed Close', '--skill', 'rust');
  await c.add('Abe Distant', '--skill', 'rust');
  await c.add('Ina Keen', '--interest', 'payment systems');
  await c.add('Lou Nothing', '--skill', 'Cooking');
  await c.log('project', 'Zed Close, Tia Title', 'Rust rewrite of payments', '2026-11-20');
  await c.log('meeting', 'Zed Close', 'Coffee', '2026-11-21');
  await c.log('meeting', 'Abe Distant', 'Coffee', '2024-01-02');
  await c.log('departure', 'Lou Nothing', 'Left for Rust Inc', '2026-11-02');
  return c;
}

async function names(c: Coach, ...args: string[]): Promise<string[]> {
  const { people, total } = await c.json<People>('people', ...args);
  for (const person of people) checkPerson(person);
  expect(total).toBeGreaterThanOrEqual(people.length);
  return people.map(({ name }) => name);
}

describe('people --goal', () => {
  it('ranks by what they bring, then by the tie', async () => {
    const c = await network();
    expect(await names(c, '--skill', 'rust', '--goal', 'payments platform')).toEqual([
      'Zed Close',
      'Tia Title',
      'Abe Distant',
      'Maria Owens',
    ]);
  });

  it('takes skills, interests and the titles of the log', async () => {
    const c = await network();
    expect((await names(c, '--goal', 'payment platform')).sort()).toEqual([
      'Ina Keen',
      'Tia Title',
      'Zed Close',
    ]);
  });

  it('says what speaks for each', async () => {
    const { stdout } = await (await network()).run('people', '--goal', 'Rust for payments');
    expect(stdout).toContain('the skill rust, "Rust rewrite of payments"');
    expect(stdout).toContain('an interest in payment systems');
  });

  it('gives a strained tie no lift', async () => {
    const c = await network();
    await c.json('edit', 'Zed', '--strained');
    await c.add('Zoe Even', '--skill', 'rust');
    await c.log('meeting', 'Zoe Even', 'Coffee', '2026-11-21');
    expect((await names(c, '--goal', 'rust'))[0]).toBe('Zoe Even');
  });

  it('keeps to the other filters and the limit', async () => {
    const c = await network();
    await c.json('edit', 'Abe', '--team', 'Ledger');
    expect(await names(c, '--goal', 'rust', '--team', 'ledger')).toEqual(['Abe Distant']);
    const { people, total } = await c.json<People>('people', '--goal', 'rust', '--limit', '2');
    expect(people).toHaveLength(2);
    expect(total).toBe(4);
  });

  it('finds nobody where nobody fits, and wants words', async () => {
    const c = await network();
    expect(await names(c, '--goal', 'quantum chemistry')).toEqual([]);
    expect((await c.run('people', '--goal', 'quantum')).stdout).toMatch(/netcoach edit/);
    await c.fails('usage', 'people', '--goal', ' ');
  });

  it('is by name, and by their own skills, without it', async () => {
    expect(await names(await network(), '--skill', 'rust')).toEqual([
      'Abe Distant',
      'Maria Owens',
      'Zed Close',
    ]);
  });
});
