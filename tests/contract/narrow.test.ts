/** On a terminal of 40 columns, no line is longer, so that no word is broken; but a command to type stays whole. */
import { expect, it } from 'vitest';
import { sampleCommands } from '../../src/commands/demo.ts';
import { coach } from '../helpers/coach.ts';

const COMMANDS: ReadonlyArray<readonly string[]> = [
  ['suggest'],
  ['suggest', '--all', '--messages'],
  ['log', 'Coffee with Noor Aziz and Priyanka Raghunathan yesterday'],
  ['draft', 'Noor'],
  ['draft', 'Noor', '--proof'],
  ['why', 'Noor'],
  ['done', 'Noor'],
  ['snooze', 'Tom'],
  ['unsnooze', 'Tom'],
  ['sent', 'Tom'],
  ['declined', 'Tom'],
  ['brief', 'Aoife'],
  ['people'],
  ['people', 'Aoife'],
  ['show', 'Aoife'],
  ['interactions'],
  ['amend', '1', '--title', 'a longer title than fits into one line of the screen'],
  ['me'],
  ['config'],
  ['rules'],
  ['rules', 'reorg'],
  ['check', 'Hi Aoife, thank you for your rollback plan on the Apollo launch.', '--to', 'Aoife'],
  ['check', 'hey!!! can we jump on a quick call tomorrow? I have an exciting offer'],
  ['review'],
  ['coworkers', '--list'],
  ['undo', '--list'],
  ['undo'],
  ['redo'],
  ['doctor'],
  ['due'],
  ['forget', 'Viktor', '--yes'],
];

it.each(['full', 'empty'])('no line is too long with a log that is %s', async (log) => {
  const c = coach();
  if (log === 'full') for (const argv of sampleCommands(c.today)) await c.run(...argv);
  const wide: string[] = [];
  for (const argv of COMMANDS) {
    const { stdout, stderr } = await c.with(
      { tty: true, columns: 40, env: { NO_COLOR: '1' } },
      ...argv,
    );
    const lines = `${stdout}\n${stderr}`.split('\n');
    const isTyped = (line: string) => /^\s*netcoach( |$)/.test(line) || line.includes('/');
    for (const line of lines)
      if (line.length > 40 && !isTyped(line)) wide.push(`${argv.join(' ')}: ${line}`);
  }
  expect(wide).toEqual([]);
});
