import { checkMessage } from '../../../src/coach/check/check.ts';
import { readMessage } from '../../../src/coach/check/message.ts';
import type { Check, CheckContext, CheckRule } from '../../../src/coach/check/problem.ts';
import type { Interaction, Me, Person } from '../../../src/model.ts';
import { readModel } from '../../../src/reading/linear.ts';

export const me: Me = {
  name: 'Sam Okoro',
  role: 'backend engineer',
  team: 'Billing',
  company: 'Fernhill',
  emails: [],
  account: 'free',
  goals: [],
  skills: [],
  invitesPerWeek: 10,
  notesPerMonth: 5,
};

/** Someone in the log: by default Priya Shah of Platform. */
export function somebody(given: Partial<Person> = {}): Person {
  return {
    id: 1,
    name: 'Priya Shah',
    aliases: [],
    role: null,
    team: 'Platform',
    company: 'Fernhill',
    relationship: 'colleague',
    strained: false,
    connection: { status: 'none', since: null },
    skills: [],
    interests: [],
    linkedin: null,
    email: null,
    emails: [],
    call: null,
    shared: null,
    note: null,
    lastContact: null,
    interactions: 0,
    ...given,
  };
}

/** One interaction with Priya: by default a project finished on 16 November. */
export function logged(given: Partial<Interaction> & { highlight?: string } = {}): Interaction {
  const { highlight = null, ...rest } = given;
  return {
    id: 1,
    kind: 'project',
    date: '2026-11-16',
    title: 'Apollo',
    note: null,
    people: [{ id: 1, name: 'Priya Shah', highlight }],
    ...rest,
  };
}

/** A message from me to a Priya who is not in the log. */
export const toPriya: CheckContext = {
  person: null,
  recipientName: 'Priya Shah',
  history: [],
  me,
  today: '2026-11-22',
  limit: null,
};

/** Checks a message to no one in particular, with the test's overrides. */
export function check(text: string, given: Partial<CheckContext> = {}) {
  return checkMessage(text, {
    person: null,
    recipientName: null,
    history: [],
    me: { ...me, name: null, role: null, team: null, company: null },
    today: '2026-11-22',
    limit: 200,
    ...('model' in given ? {} : { model: readModel('check') }),
    ...given,
  });
}

/** The rules that find something, without repeats, in alphabetical order. */
export function rulesOf(text: string, given: Partial<CheckContext> = {}): string[] {
  return [...new Set(check(text, given).problems.map(({ rule }) => rule))].sort();
}

/** The words that a single rule flags, given that the rules before it found `said`. */
export function faults({ find }: Check, text: string, said: readonly CheckRule[] = []): string[] {
  const message = readMessage(text);
  const findings = find({
    message,
    greeting: null,
    context: toPriya,
    has: (rule) => rule !== 'any' && said.includes(rule),
  });
  return findings.map(({ start, end }) => message.text.slice(start, end));
}
