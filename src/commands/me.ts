import type { Context } from '../context.ts';
import { renderMe } from '../render/me.ts';
import { change } from '../store/change.ts';
import { readMe, writeMe } from '../store/me.ts';
import { optionalText } from '../words/text.ts';
import { emailAddress, grow } from './person-fields.ts';

interface Input {
  name?: string;
  role?: string;
  team?: string;
  company?: string;
  email?: string[];
  account?: 'free' | 'premium';
  goal?: string[];
  invitesPerWeek?: number;
  notesPerMonth?: number;
}

/** Shows my profile, or sets what is given; an empty text clears a field. */
export function run(input: Input, context: Context): undefined {
  const db = context.store();
  const before = readMe(db);
  const isChange = Object.keys(input).length > 0;
  if (isChange) {
    const fields = {
      name: optionalText(input.name, 'the name'),
      role: optionalText(input.role, 'the role'),
      team: optionalText(input.team, 'the team'),
      company: optionalText(input.company, 'the company'),
      emails:
        input.email && grow(before.emails, input.email, 'the e-mail address').map(emailAddress),
      goals: input.goal && grow(before.goals, input.goal, 'the goal'),
      account: input.account,
      invitesPerWeek: input.invitesPerWeek,
      notesPerMonth: input.notesPerMonth,
    };
    change(db, 'me: my profile', () => writeMe(db, fields));
  }
  const me = readMe(db);
  context.print({ me }, () => renderMe(me, isChange, context));
}
