/** What each tool says beside its document. */
import type { Action, Relationship, Status } from '../model.ts';
import { count } from '../text/count.ts';
import { fenced, fencedLines } from '../text/fence.ts';
import type { OutcomeName } from './outcomes.ts';

const RELATIONSHIPS: Readonly<Record<Relationship, string>> = {
  teammate: 'a teammate',
  manager: "the user's manager",
  report: 'reports to the user',
  mentor: "the user's mentor",
  colleague: 'a colleague',
  former: 'a former coworker',
  external: 'from outside the company',
};

/** To follow "they're" or a name. */
const CONNECTIONS: Readonly<Record<Status, string>> = {
  none: 'not connected',
  invited: 'invited by the user, no answer yet',
  incoming: "waiting for the user's answer to their invitation",
  connected: 'connected',
  declined: "not connected: they declined the user's invitation",
  withdrawn: 'not connected: the user withdrew the invitation',
};

const ACTIONS: Readonly<Record<Action, string>> = {
  connect: 'invite them to connect',
  'warm-up': 'say hello',
  reconnect: 'get back in touch',
  congratulate: 'congratulate them',
  thank: 'thank them for connecting',
  'check-in': 'ask how they are',
  withdraw: 'withdraw the unanswered invitation',
  answer: 'answer their invitation',
};

interface Named {
  id: number;
  name: string;
}

interface PersonRow extends Named {
  role: string | null;
  team: string | null;
  company: string | null;
  relationship: Relationship;
  connection: { status: Status };
  note: string | null;
}

interface Entry {
  id: number;
  date: string;
  kind: string;
  title: string;
  note: string | null;
  people: Array<Named & { highlight: string | null }>;
}

const call = ({ id, name }: Named) => `${fenced(name)} (#${id})`;

const workOf = ({ role, team, company }: PersonRow) => {
  const work = [role, team, company].filter((part) => part !== null).join(', ');
  return work === '' ? '' : `, ${fenced(work)}`;
};

const people = (number: number) => count(number, 'person', 'people');

export interface Today {
  date: string;
  suggestions: Array<{
    rank: number;
    person: Named;
    action: Action;
    reasons: string[];
    window: { best: string; closes: string } | null;
    draft: { channel: string; text: string; length: number; limit: number | null } | null;
  }>;
  due: number;
  heldTotal: number;
  next: number | null;
}

export function todayLines({ date, suggestions, due, heldTotal, next }: Today): string[] {
  const lines = [
    due === 0
      ? `${date}: no one to reach out to today.`
      : suggestions.length === due
        ? `${date}: ${people(due)} to reach out to.`
        : `${date}: ${people(due)} to reach out to, ${suggestions.length} shown here.`,
  ];
  if (due > 0 && suggestions.length === 0)
    lines.push(`The list ends at number ${due}. Next: today with a smaller from.`);
  for (const { rank, person, action, reasons, window, draft } of suggestions) {
    const until = window === null ? '' : ` Until ${window.closes}.`;
    lines.push(
      `${rank}. ${call(person)}: ${ACTIONS[action]}. Why: ${fenced(reasons.join('; '))}${until}`,
    );
    if (draft !== null) lines.push(`   Draft (${draft.channel}): ${fencedLines(draft.text)}`);
  }
  if (heldTotal > 0)
    lines.push(`On hold, so not shown: ${people(heldTotal)}. Call why with a name for the reason.`);
  if (next !== null) lines.push(`More: today with from ${next}.`);
  return lines;
}

interface Brief {
  person: PersonRow;
  lastContact: string | null;
  interactions: Entry[];
  open: Array<{ text: string }>;
  ask: string | null;
}

export function briefLines({ person, lastContact, interactions, open, ask }: Brief): string[] {
  const lines = [
    `${call(person)}${workOf(person)}: ${RELATIONSHIPS[person.relationship]}; ${CONNECTIONS[person.connection.status]}.`,
    interactions.length === 0
      ? 'Nothing is logged with them yet.'
      : lastContact === null
        ? 'No contact with them is logged yet, only news about them.'
        : `Last in touch: ${lastContact}.`,
  ];
  if (person.note !== null) lines.push(`Private, for the user only: ${fenced(person.note)}`);
  for (const one of interactions) {
    const stoodOut = one.people.find(({ id }) => id === person.id)?.highlight ?? null;
    const out = stoodOut === null ? '' : ` What stood out: ${fenced(stoodOut)}`;
    const note = one.note === null ? '' : ` Private: ${fenced(one.note)}`;
    lines.push(`- ${one.date}, ${one.kind} (entry ${one.id}): ${fenced(one.title)}${out}${note}`);
  }
  for (const { text } of open) lines.push(`Open: ${fenced(text)}`);
  if (ask !== null) lines.push(`A question to ask them: ${fenced(ask)}`);
  return lines;
}

interface Why {
  person: Named;
  suggested: boolean;
  score: number;
  verdicts: Array<{ rule: string; fires: boolean; why: string; points: number }>;
  held: { reason: string; message: string } | null;
}

export function whyLines({ person, suggested, score, verdicts, held }: Why): string[] {
  const verdict = suggested
    ? `on today's list, with ${score} points.`
    : held !== null
      ? `not on today's list, because they're on hold (${held.reason}): ${fenced(held.message)}`
      : "not on today's list: there's no reason to write right now.";
  const points = (number: number) =>
    number > 0 ? ` (${number} ${number === 1 ? 'point' : 'points'})` : '';
  const lines = (fires: boolean) =>
    verdicts
      .filter((one) => one.fires === fires)
      .map((one) => `- ${one.rule}${points(one.points)}: ${fenced(one.why)}`);
  const [reasons, others] = [lines(true), lines(false)];
  return [
    `${call(person)}: ${verdict}`,
    ...(reasons.length > 0 ? ['Reasons to write:', ...reasons] : []),
    ...(others.length > 0 ? ["Reasons that don't apply:", ...others] : []),
  ];
}

interface Drafted {
  draft: { text: string; length: number; limit: number | null };
  task: string;
  facts: string[];
  voice: string[];
  variant: number;
  variants: number;
}

export function draftLines(drafted: Drafted): string[] {
  const { draft, task, facts, voice, variant, variants } = drafted;
  const limit = draft.limit === null ? '' : ` of ${draft.limit}`;
  return [
    `Draft, wording ${variant} of ${variants}, ${draft.length}${limit} characters:`,
    fencedLines(draft.text),
    `Task: ${task}`,
    'Facts it may use, and no others:',
    ...facts.map((line) => `- ${line}`),
    'Voice:',
    ...voice.map((line) => `- ${line}`),
    'Next: reword it from these facts, call check, and show it to the user, who sends it.',
  ];
}

interface Checked {
  ok: boolean;
  length: number;
  limit: number | null;
  problems: Array<{ rule: string; severity: string; message: string; suggestion: string | null }>;
  to: Named | null;
  unknown: string | null;
  near: Named | null;
}

const SEVERITIES: Readonly<Record<string, string>> = {
  error: "don't send it like this",
  warning: 'fix this',
  advice: 'could be better',
};

export function checkLines({ ok, length, limit, problems, ...checked }: Checked): string[] {
  const { to, unknown, near } = checked;
  const size = limit === null ? `${length} characters` : `${length} of ${limit} characters`;
  const isPrivate = problems.some(({ rule }) => rule === 'private');
  const found = !ok
    ? "Don't send it yet"
    : isPrivate
      ? 'Ask the user first: it may give something private away'
      : problems.length > 0
        ? 'No mistakes found, but it could be better'
        : to === null
          ? 'No problems found in the wording'
          : 'No problems found';
  const lines = [`${found} (${size}). I can't tell whether everything in it is true.`];
  if (unknown !== null) {
    lines.push(
      `No one called ${fenced(unknown)} is in the log, so nothing in it could be compared with the log.`,
    );
    lines.push(
      near === null
        ? 'Next: find, with a part of the name; or ask the user who they mean.'
        : `Did the user mean ${call(near)}? Next: check with that person in to.`,
    );
  } else if (to === null)
    lines.push('Nothing was compared with the log. Next: check with to, if they are in the log.');
  for (const { rule, severity, message, suggestion } of problems)
    lines.push(
      `- ${SEVERITIES[severity] ?? severity} (${rule}): ${fenced(message)}${suggestion === null ? '' : ` Try: ${fenced(suggestion)}`}`,
    );
  return lines;
}

export interface People {
  people: PersonRow[];
  total: number;
  next: number | null;
  near: Named | null;
}

export function findLines({ people: found, total, next, near }: People): string[] {
  const lines = [
    total === 0
      ? 'No one found.'
      : found.length === total
        ? `${people(total)} found.`
        : `${people(total)} found, ${found.length} shown here.`,
  ];
  for (const one of found)
    lines.push(`- ${call(one)}${workOf(one)}: ${CONNECTIONS[one.connection.status]}`);
  if (near !== null) lines.push(`Did the user mean ${call(near)}?`);
  if (next !== null) lines.push(`More: find with from ${next}.`);
  return lines;
}

interface Undoable {
  undo: { change: number } | null;
}

function undoLine({ undo }: Undoable): string {
  return undo === null
    ? 'That was recorded already, so nothing changed.'
    : `To take it back: undo with change ${undo.change}.`;
}

interface Logged extends Undoable {
  interaction?: Entry;
  person?: PersonRow;
  added?: Named[];
  dropped?: Named[];
  understood?: { say: string | null };
  doubts?: string[];
  leftOut?: string[];
}

export function logLines(logged: Logged): string[] {
  const { interaction, person } = logged;
  return [
    ...(interaction === undefined ? [] : entryLines('Logged as', interaction)),
    ...(person === undefined
      ? []
      : [`Recorded: ${call(person)} is ${CONNECTIONS[person.connection.status]}.`]),
    ...moreLines(logged),
  ];
}

export function amendLines(amended: Logged & { interaction: Entry }): string[] {
  const lines = entryLines('Corrected', amended.interaction);
  for (const one of amended.dropped ?? []) lines.push(`No longer in it: ${call(one)}.`);
  return [...lines, ...moreLines(amended)];
}

export function deleteLines(deleted: Undoable & { interaction: Entry }): string[] {
  const { id, kind, date, title } = deleted.interaction;
  return [`Deleted entry ${id}: ${kind} on ${date}, ${fenced(title)}.`, undoLine(deleted)];
}

function entryLines(done: string, { id, kind, date, title, note, people }: Entry): string[] {
  const lines = [
    `${done} entry ${id}: ${kind} on ${date}, ${fenced(title)}, with ${people.map(call).join(', ')}.`,
  ];
  for (const { name, highlight } of people)
    if (highlight !== null)
      lines.push(`What stood out about ${fenced(name)}: ${fenced(highlight)}`);
  if (note !== null) lines.push(`Private: ${fenced(note)}`);
  return lines;
}

function moreLines(logged: Logged): string[] {
  const { added = [], understood, doubts = [], leftOut = [] } = logged;
  const lines = added.map((one) => `New in the log: ${call(one)}.`);
  if (understood?.say != null) lines.push(`A message can say: ${fenced(understood.say)}`);
  for (const part of leftOut) lines.push(`Left out, so not logged: ${fenced(part)}`);
  for (const doubt of doubts) lines.push(`Ask the user: ${fenced(doubt)}`);
  return [...lines, undoLine(logged)];
}

/** What an outcome means, to follow "Recorded: "; `was` is the connection before. */
const RECORDED: Readonly<
  Record<OutcomeName, (name: string, was: Status, until: string | undefined) => string>
> = {
  sent: (name) => `the user invited ${name}.`,
  accepted: (name, was) =>
    was === 'invited'
      ? `${name} accepted the user's invitation; they're connected now.`
      : `the user and ${name} are connected. No invitation from the user was logged before.`,
  declined: (name) => `${name} declined the user's invitation.`,
  withdrawn: (name) => `the user withdrew the invitation to ${name}.`,
  accept: (name, was) =>
    was === 'incoming'
      ? `the user accepted the invitation from ${name}; they're connected now.`
      : `the user accepted an invitation from ${name}; they're connected now. It wasn't logged before.`,
  ignore: (name) => `the user leaves the invitation from ${name} unanswered.`,
  snooze: (name, _, until) => `${name} stays off the list until ${until}; good news ends that.`,
  unsnooze: (name) => `${name} can be on the list again.`,
  skip: (name) => `the list won't suggest this occasion with ${name} again.`,
};

export function outcomeLines(
  outcome: Undoable & { person: PersonRow; was: Status; until?: string },
  what: OutcomeName,
): string[] {
  const { person, was, until, undo } = outcome;
  if (undo !== null)
    return [`Recorded: ${RECORDED[what](call(person), was, until)}`, undoLine(outcome)];
  return what === 'unsnooze'
    ? [`Nothing changed: ${call(person)} isn't snoozed.`]
    : [`Nothing changed: ${call(person)} is ${CONNECTIONS[person.connection.status]} already.`];
}

interface Done extends Undoable {
  person: PersonRow;
  did: Action;
  recorded: Entry | null;
  unused: string | null;
}

export function doneLines(done: Done): string[] {
  const { person, did, recorded, unused, undo } = done;
  if (undo === null)
    return [`Nothing changed: what the list suggests for ${call(person)} is recorded already.`];
  const lines =
    recorded !== null
      ? [
          ...entryLines('Logged as', recorded),
          `That settles what the list suggested: ${ACTIONS[did]}.`,
        ]
      : [
          did === 'withdraw'
            ? `Invitation to ${call(person)} recorded as withdrawn.`
            : did === 'answer'
              ? `Invitation from ${call(person)} recorded as accepted.`
              : `Invitation to ${call(person)} recorded as sent.`,
        ];
  if (unused !== null)
    lines.push(
      `The words weren't kept: ${fenced(unused)} If the user did something else, take this back and call log.`,
    );
  return [...lines, undoLine(done)];
}

export function undoLines({ undone }: { undone: { id: number; label: string } }): string[] {
  return [`Taken back: change ${undone.id}, ${fenced(undone.label)}`];
}
