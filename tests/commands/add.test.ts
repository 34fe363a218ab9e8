import { describe, expect, it } from 'vitest';
import { RELATIONSHIPS } from '../../src/model.ts';
import { coach } from '../helpers/coach.ts';
import { checkPerson, type Person, type Shown } from '../helpers/shapes.ts';

interface One {
  person: Person;
}

describe('add', () => {
  it('adds a person with all the details given', async () => {
    const c = coach();
    const { person } = await c.json<One>(
      ...['add', 'Priya Shah', '--role', 'Staff Engineer', '--team', 'Billing'],
      ...['--company', 'Fernhill', '--relationship', 'mentor', '--skill', 'SQL', '--skill', 'Go'],
      ...['--interest', 'climbing', '--linkedin', 'https://www.linkedin.com/in/priya-shah'],
      ...['--email', 'priya@example.com', '--alias', 'PJ', '--strained', '--note', 'Prefers chat'],
    );
    checkPerson(person);
    expect(person).toMatchObject({
      id: 1,
      name: 'Priya Shah',
      aliases: ['PJ'],
      role: 'Staff Engineer',
      team: 'Billing',
      company: 'Fernhill',
      relationship: 'mentor',
      strained: true,
      connection: { status: 'none', since: null },
      interests: ['climbing'],
      linkedin: 'https://www.linkedin.com/in/priya-shah',
      email: 'priya@example.com',
      note: 'Prefers chat',
      lastContact: null,
      interactions: 0,
    });
    expect([...person.skills].sort()).toEqual(['Go', 'SQL']);
    expect((await c.json<Shown>('show', 'PJ')).person).toEqual(person);
  });

  it('adds a person by name alone, with every key present', async () => {
    const result = await coach().json<One>('add', 'Priya Shah');
    expect(Object.keys(result)).toEqual(['person']);
    checkPerson(result.person);
    expect(result.person).toMatchObject({
      relationship: 'colleague',
      strained: false,
      skills: [],
    });
  });

  it.each(['', '  ', '\n', '\u200b'])('rejects the name %j', async (name) => {
    const c = coach();
    await c.fails('usage', 'add', name);
    expect(await c.people()).toEqual([]);
  });

  it.each([
    ['--relationship', 'friend'],
    ['--relationship', ''],
    ['--relationship', 'Colleagues'],
  ])('rejects %s %j', async (...args) => {
    const c = coach();
    await c.fails('usage', 'add', 'Priya Shah', ...args);
    expect(await c.people()).toEqual([]);
  });

  it.each(RELATIONSHIPS)('accepts the relationship %s', async (relationship) => {
    const person = await coach().add('Priya Shah', '--relationship', relationship);
    expect(person.relationship).toBe(relationship);
  });

  it('says who it added', async () => {
    const { code, stdout, stderr } = await coach().run('add', 'Priya Shah');
    expect(code).toBe(0);
    expect(stdout + stderr).toContain('Priya Shah');
  });
});
