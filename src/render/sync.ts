import type { Context } from '../context.ts';
import type { SyncReport } from '../sync/sync.ts';
import { count, formatList } from '../text/count.ts';
import { formatDay, toDay } from '../text/days.ts';
import { safe } from '../text/safe.ts';
import { wrap } from './layout.ts';

/** What a sync brought, and what it couldn't do. */
export function renderSync(report: SyncReport, { width, today, toType }: Context): string {
  const { received, sent, machines, joined, clashes, forgottenHere, waiting } = report;
  const say = (text: string) => wrap(toType(text), width);
  const seen = ({ name, at }: { name: string; at: string }) =>
    `${safe(name)} (${formatDay(toDay(new Date(at)), today)})`;
  const lines = [
    received + sent === 0
      ? 'Nothing new.'
      : `${received === 0 ? 'Nothing' : count(received, 'change')} came in, ${sent === 0 ? 'nothing' : count(sent, 'change')} went out.`,
    machines.length === 0
      ? say(`No other machine has used ${safe(report.folder)} yet.`)
      : say(`Other machines: ${machines.map(seen).join(', ')}.`),
  ];
  if (joined > 0)
    lines.push(
      say(
        `${count(joined, 'person', 'people')} had been added on two machines; each has one entry now.`,
      ),
    );
  if (forgottenHere > 0)
    lines.push(
      say(
        `${count(forgottenHere, 'person', 'people')} forgotten here too, as on another machine. Earlier changes can no longer be undone.`,
      ),
    );
  for (const file of report.unreached)
    lines.push(
      say(`This file may still mention them, so delete it if you don't need it: ${safe(file)}`),
    );
  if (waiting !== null) {
    const last = waiting.missing.map(
      ({ name, at }) => `${safe(name)} last seen ${formatDay(toDay(new Date(at)), today)}`,
    );
    lines.push(
      say(
        `${count(waiting.forgotten, 'person', 'people')} forgotten on ${waiting.done} of ${waiting.machines} machines; ${formatList(last)}.`,
      ),
    );
  }
  if (clashes > 0)
    lines.push(
      say(
        `${count(clashes, 'thing')} changed on two machines: one version was kept. See the other: netcoach doctor`,
      ),
    );
  for (const { file, why } of report.leftAlone)
    lines.push(say(`Skipped: ${safe(file)} ${safe(why)}.`));
  if (report.leftAlone.some(({ isLocked }) => isLocked))
    lines.push(
      say(
        'If that machine is yours, give it this key: netcoach sync --show-key. If that machine was first, use its key here: netcoach sync FOLDER --key FILE',
      ),
    );
  if (report.newKey !== null)
    lines.push(
      '',
      say('Your other machines need the new key: netcoach sync --show-key'),
      say(`It's in ${safe(report.newKey)}. Without it, no one can read the folder.`),
    );
  return lines.join('\n');
}
