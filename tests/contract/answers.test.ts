/** What uses up somebody's news, and what doesn't. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coach, held, row } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

async function promoted(title = 'Promoted to Staff Engineer') {
  const c = coach();
  await c.log('milestone', 'Aoife Byrne', title, '2026-11-20');
  return c;
}

const action = async (c: ReturnType<typeof coach>) => row(await c.suggest(), 'Aoife Byrne')?.action;

describe('good news', () => {
  it.each([
    ['engagement', 'Asked about the rota', 'congratulate'],
    ['meeting', 'Coffee', 'congratulate'],
    ['engagement', 'Congratulated her on the promotion', undefined],
    ['meeting', 'Lunch to celebrate', undefined],
  ])('after a %s, "%s": %s', async (kind, title, after) => {
    const c = await promoted();
    await c.log(kind, 'Aoife', title, '2026-11-21');
    expect((await action(c)) === 'congratulate').toBe(after === 'congratulate');
  });

  it('logged after the congratulation is open', async () => {
    const c = coach();
    await c.log('engagement', 'Aoife Byrne', 'Congratulated her', '2026-11-19');
    await c.log('milestone', 'Aoife', 'Promoted to Staff Engineer', '2026-11-20');
    expect(await action(c)).toBe('congratulate');
  });

  it('is open again when the congratulation is deleted or undone', async () => {
    const c = await promoted();
    const { id } = await c.log('engagement', 'Aoife', 'Congratulated her', '2026-11-21');
    await c.json('delete', String(id));
    expect(await action(c)).toBe('congratulate');
    await c.json('undo');
    expect(await action(c)).not.toBe('congratulate');
    await c.json('undo');
    expect(await action(c)).toBe('congratulate');
  });

  it('stays answered in a copy with other numbers', async () => {
    const c = await promoted();
    await c.log('engagement', 'Aoife', 'Congratulated her', '2026-11-21');
    const file = join(tempFolder(), 'all.json');
    await c.run('export', 'json', file);
    const other = coach();
    await other.log('meeting', 'Noor Aziz', 'Coffee', '2026-11-19');
    await other.json('import', 'json', file);
    expect(await other.people()).toEqual(['Aoife Byrne', 'Noor Aziz']);
    expect(await action(other)).not.toBe('congratulate');
  });

  it('stays answered when two entries become one', async () => {
    const c = await promoted();
    await c.log('engagement', 'Aoife', 'Congratulated her', '2026-11-21');
    await c.add('A. Byrne');
    await c.json('merge', 'Aoife', 'A. Byrne');
    expect((await c.suggest()).suggestions.map((one) => one.action)).not.toContain('congratulate');
  });

  it('ends a snooze', async () => {
    const c = coach();
    await c.log('project', 'Aoife Byrne', 'Apollo launch', '2026-11-18');
    await c.json('snooze', 'Aoife');
    await c.log('milestone', 'Aoife', 'Promoted to Staff Engineer', '2026-11-21');
    expect(await action(c)).toBe('congratulate');
    await c.json('undo');
    expect(held(await c.suggest(), 'Aoife Byrne')?.reason).toBe('snoozed');
  });

  it('from a file ends a snooze, too', async () => {
    const c = coach();
    await c.log('project', 'Aoife Byrne', 'Apollo launch', '2026-11-18');
    await c.json('snooze', 'Aoife');
    const file = join(tempFolder(), 'log.csv');
    writeFileSync(file, 'date,kind,people,title\n2026-11-21,milestone,Aoife Byrne,Promoted\n');
    await c.json('import', 'csv', file);
    expect(await action(c)).toBe('congratulate');
  });

  it('that was known before it leaves a snooze alone', async () => {
    const c = await promoted();
    await c.json('snooze', 'Aoife');
    expect(held(await c.suggest(), 'Aoife Byrne')?.reason).toBe('snoozed');
    await c.log('milestone', 'Aoife', 'Won an award', '2025-03-01');
    expect(held(await c.suggest(), 'Aoife Byrne')?.reason).toBe('snoozed');
  });
});

describe('hard news', () => {
  it('is answered by any word', async () => {
    const c = await promoted('Laid off');
    expect((await row(await c.suggest(), 'Aoife Byrne'))?.interaction?.title).toBe('Laid off');
    await c.log('engagement', 'Aoife', 'Wrote to her', '2026-11-21');
    expect(row(await c.suggest(), 'Aoife Byrne')?.interaction?.title).not.toBe('Laid off');
  });

  it('leaves a snooze alone', async () => {
    const c = coach();
    await c.log('project', 'Aoife Byrne', 'Apollo launch', '2026-11-18');
    await c.json('snooze', 'Aoife');
    await c.log('milestone', 'Aoife', 'Laid off', '2026-11-21');
    expect(held(await c.suggest(), 'Aoife Byrne')?.reason).toBe('snoozed');
  });
});
