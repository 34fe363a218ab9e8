import type { Me } from '../../rules/rule.ts';
import type { Context } from '../context.ts';
import { safe } from './safe.ts';

/** My profile, one field a line. */
export function renderMe(me: Me, isChange: boolean, { paint }: Context): string {
  const rows: Array<[string, string | null]> = [
    ['Name', me.name],
    ['Role', me.role],
    ['Team', me.team],
    ['Company', me.company],
    ['E-mail', me.emails.join(', ') || null],
    ['Goals', me.goals.join('; ') || null],
    ['Account', me.account],
    ['Invitations', `${me.invitesPerWeek} a week`],
    ['Notes', me.notesPerMonth === null ? 'no limit' : `${me.notesPerMonth} a month`],
  ];
  const lines = rows.map(
    ([label, value]) =>
      `${paint.dim(label.padEnd(12))} ${value === null ? paint.dim('–') : safe(value)}`,
  );
  return `${isChange ? 'Noted.\n' : ''}${lines.join('\n')}`;
}
