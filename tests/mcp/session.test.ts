/** What an assistant does in a day, so that a change to a command shows here at once. */
import { describe, expect, it } from 'vitest';
import { run, tempDb } from '../helpers/run.ts';
import { checkDraft, checkInteraction, checkPerson } from '../helpers/shapes.ts';
import { eras, served } from './client.ts';

describe.each(eras)('the server, to a client of %i', (era) => {
  it('plays a session: log, today, draft, check, outcome, undo', async () => {
    const db = tempDb();
    await run(['me', '--name', 'Sam Ortiz', '--team', 'Billing'], { db });
    await served(
      db,
      ['--write'],
      async ({ call }) => {
        const logged = await call('log', {
          words: 'Shipped Apollo with Priya Shah yesterday, she stayed late to fix the import',
        });
        expect(logged.isError, logged.text).toBe(false);
        checkInteraction(logged.data.interaction);
        expect(logged.data.added).toEqual([{ id: 1, name: 'Priya Shah' }]);
        expect(logged.text).toContain('To take it back: undo with change');
        const slip = await call('log', {
          words: 'Coffee with Dana Kim today, she explained the new roster',
        });
        expect(slip.data.added).toEqual([{ id: 2, name: 'Dana Kim' }]);
        expect((await call('undo', { change: slip.data.undo.change })).isError).toBe(false);
        expect((await call('find')).data.total).toBe(1);

        const list = await call('today');
        const [first] = list.data.suggestions;
        expect(first).toMatchObject({ rank: 1, person: { name: 'Priya Shah' }, action: 'connect' });
        checkPerson(first.person);
        checkDraft(first.draft);
        expect(list.data).toMatchObject({ date: '2026-11-22', next: null });

        const drafted = await call('draft', { name: 'priya' });
        checkDraft(drafted.data.draft);
        expect(drafted.data.facts.join('\n')).toContain('stayed late to fix the import');
        expect(drafted.data.voice.length).toBeGreaterThan(5);

        const { text } = drafted.data.draft;
        const wrong = await call('check', { text: text.replace('Priya', 'Tom'), to: 'Priya' });
        expect(wrong).toMatchObject({ isError: false, data: { ok: false } });
        expect(wrong.data.problems[0].rule).toBe('wrong-name');
        expect((await call('check', { text, to: 'Priya' })).data.ok).toBe(true);

        const sent = await call('outcome', { name: 'Priya', what: 'sent' });
        expect(sent.data.person.connection).toEqual({ status: 'invited', since: '2026-11-22' });
        const again = await call('outcome', { name: 'Priya', what: 'sent' });
        expect(again.data.undo).toBeNull();
        expect((await call('today')).data.suggestions).toEqual([]);

        const undone = await call('undo', { change: sent.data.undo.change });
        expect(undone.data.undone.label).toBe('sent: Priya Shah');
        expect((await call('brief', { name: 'Priya' })).data.person.connection.status).toBe('none');

        await call('log', { words: 'Tom Becker was promoted to staff engineer today' });
        expect((await call('outcome', { name: 'Tom', what: 'accepted' })).isError).toBe(false);
        const done = await call('done', { name: 'Tom' });
        expect(done.data).toMatchObject({ did: 'congratulate', person: { name: 'Tom Becker' } });
        checkInteraction(done.data.recorded);
        expect((await call('done', { name: 'Tom' })).data.undo).toBeNull();
        expect((await call('undo', { change: sent.data.undo.change })).isError).toBe(true);
        expect((await call('undo', { change: done.data.undo.change })).isError).toBe(false);
        expect((await call('done', { name: 'Tom' })).data.undo).not.toBeNull();
      },
      { era },
    );
  });
});
