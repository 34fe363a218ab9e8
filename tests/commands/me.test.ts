import { describe, expect, it } from 'vitest';
import type { Me } from '../../src/model.ts';
import { coach } from '../helpers/coach.ts';

describe('me', () => {
  it('starts with nothing but the limits of a free account', async () => {
    const { me } = await coach().json<{ me: Me }>('me');
    expect(me).toEqual({
      name: null,
      role: null,
      team: null,
      company: null,
      emails: [],
      account: 'free',
      goals: [],
      skills: [],
      invitesPerWeek: 10,
      notesPerMonth: 5,
    });
    expect((await coach().run('me')).code).toBe(0);
  });

  it('keeps what is set, a piece at a time', async () => {
    const c = coach();
    await c.json('me', '--name', 'Sam Okoro', '--role', 'Backend engineer', '--team', 'Billing');
    await c.json('me', '--company', 'Fernhill', '--email', 'sam@example.com');
    await c.json('me', '--goal', 'learn Kubernetes', '--invites-per-week', '7');
    const { me } = await c.json<{ me: Me }>('me', '--notes-per-month', '3');
    expect(me).toEqual({
      name: 'Sam Okoro',
      role: 'Backend engineer',
      team: 'Billing',
      company: 'Fernhill',
      emails: ['sam@example.com'],
      account: 'free',
      goals: ['learn Kubernetes'],
      skills: [],
      invitesPerWeek: 7,
      notesPerMonth: 3,
    });
    expect(await c.json('me')).toEqual({ me });
    expect((await c.run('me')).stdout).toContain('Sam Okoro');
  });

  it('takes several addresses and goals at once', async () => {
    const { me } = await coach().json<{ me: Me }>(
      ...['me', '--email', 'sam@example.com', '--email', 'sam@work.example'],
      ...['--goal', 'learn Kubernetes', '--goal', 'find a mentor'],
    );
    expect(me.emails).toEqual(['sam@example.com', 'sam@work.example']);
    expect(me.goals).toEqual(['learn Kubernetes', 'find a mentor']);
  });

  it('keeps since when I have a skill', async () => {
    const c = coach();
    await c.on('2026-11-01').json('me', '--skill', 'Rust');
    const { me } = await c.json<{ me: Me }>('me', '--skill', 'Rust', '--skill', 'Go');
    expect(me.skills).toEqual([
      { skill: 'Rust', since: '2026-11-01' },
      { skill: 'Go', since: '2026-11-22' },
    ]);
    expect((await c.run('me')).stdout).toMatch(/^Skills +Rust, Go$/m);
    expect((await c.json<{ me: Me }>('me', '--skill', '')).me.skills).toEqual([]);
  });

  it('has no monthly limit of notes on premium', async () => {
    const c = coach();
    const { me } = await c.json<{ me: Me }>('me', '--account', 'premium');
    expect(me).toMatchObject({ account: 'premium', notesPerMonth: null });
    expect((await c.suggest()).budget.notesPerMonth).toBeNull();
    const back = await c.json<{ me: Me }>('me', '--account', 'free');
    expect(back.me).toMatchObject({ account: 'free', notesPerMonth: 5 });
  });

  it.each([
    ['--account', 'gold'],
    ['--invites-per-week', 'many'],
    ['--invites-per-week', '-1'],
    ['--invites-per-week', '2.5'],
    ['--invites-per-week', ''],
    ['--notes-per-month', 'x'],
    ['--notes-per-month', '-3'],
  ])('refuses %s %j and changes nothing', async (...args) => {
    const c = coach();
    const before = await c.json('me');
    await c.fails('usage', 'me', '--name', 'Sam', ...args);
    expect(await c.json('me')).toEqual(before);
  });
});
