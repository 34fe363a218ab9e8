/** Types for the JSON documents of the command line, and checks for the type of every key. */
import { expect } from 'vitest';
import {
  ACTIONS,
  CHANNELS,
  type Interaction,
  KINDS,
  type Person,
  type PersonRef,
  RELATIONSHIPS,
  STATUSES,
  type Window,
} from '../../src/model.ts';

export type { Interaction, Person, PersonRef };

export interface Draft {
  channel: string;
  text: string;
  length: number;
  limit: number | null;
  source: string;
}
export interface Drafted {
  person: PersonRef;
  action: string;
  moment: string | null;
  interaction: Interaction | null;
  draft: Draft;
  variants: number;
}
export interface Suggestion {
  rank: number;
  person: Person;
  action: string;
  moment: string | null;
  score: number;
  reasons: string[];
  interaction: Interaction | null;
  window: Window | null;
  draft: Draft;
}
export interface Held {
  person: PersonRef;
  reason: string;
  message: string;
}
export interface Suggest {
  date: string;
  budget: {
    invitesThisWeek: number;
    invitesPerWeek: number;
    notesThisMonth: number;
    notesPerMonth: number | null;
  };
  suggestions: Suggestion[];
  held: Held[];
}
export interface Logged {
  interaction: Interaction;
  added: PersonRef[];
}
export interface People {
  people: Person[];
  total: number;
}
export interface Shown {
  person: Person;
  timeline: Interaction[];
}
export interface Interactions {
  interactions: Interaction[];
  total: number;
}
export interface Why {
  person: PersonRef;
  suggested: boolean;
  score: number | null;
  verdicts: Array<{
    rule: string;
    fires: boolean;
    why: string;
    points: number;
  }>;
  held: unknown;
}
export interface Rules {
  rules: Array<{
    id: string;
    title: string;
    why: string;
    source: string;
    window: { best: number; closes: number } | null;
    weight: number;
  }>;
}
export interface Failure {
  code: string;
  message: string;
  hint: string | null;
  candidates?: PersonRef[];
}

const day = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);

function keys(value: object, names: string): void {
  expect(Object.keys(value).sort()).toEqual(names.split(' ').sort());
}

/** Null or of the given type: an absent value is null, never a missing key. */
function maybe(value: unknown, type: 'string' | 'number'): void {
  expect(value === null || typeof value === type, `${JSON.stringify(value)} as ${type}`).toBe(true);
}

function texts(list: unknown): void {
  expect(Array.isArray(list)).toBe(true);
  for (const text of list as unknown[]) expect(text).toBeTypeOf('string');
}

export function checkRef(ref: PersonRef): void {
  keys(ref, 'id name');
  expect(ref.id).toBeTypeOf('number');
  expect(ref.name).toBeTypeOf('string');
}

export function checkPerson(person: Person): void {
  keys(
    person,
    'id name aliases role team company relationship strained connection skills interests linkedin email emails call shared note lastContact interactions',
  );
  expect(person.id).toBeTypeOf('number');
  expect(person.name).toBeTypeOf('string');
  for (const list of [person.aliases, person.skills, person.interests, person.emails]) texts(list);
  for (const key of ['role', 'team', 'company', 'linkedin', 'email', 'call', 'note'] as const) {
    maybe(person[key], 'string');
  }
  expect(RELATIONSHIPS).toContain(person.relationship);
  expect(person.email).toBe(person.emails[0] ?? null);
  expect(person.strained).toBeTypeOf('boolean');
  keys(person.connection, 'status since');
  expect(STATUSES).toContain(person.connection.status);
  if (person.connection.since !== null) expect(person.connection.since).toEqual(day);
  if (person.lastContact !== null) expect(person.lastContact).toEqual(day);
  expect(person.interactions).toBeTypeOf('number');
  if (person.shared !== null) {
    keys(person.shared, 'company from until');
    expect(person.shared.company).toBeTypeOf('string');
    for (const date of [person.shared.from, person.shared.until])
      if (date !== null) expect(date).toEqual(day);
  }
}

export function checkInteraction(interaction: Interaction): void {
  keys(interaction, 'id kind date title note people');
  expect(interaction.id).toBeTypeOf('number');
  expect(KINDS).toContain(interaction.kind);
  expect(interaction.date).toEqual(day);
  expect(interaction.title).toBeTypeOf('string');
  maybe(interaction.note, 'string');
  for (const person of interaction.people) {
    keys(person, 'id name highlight');
    expect(person.id).toBeTypeOf('number');
    expect(person.name).toBeTypeOf('string');
    maybe(person.highlight, 'string');
  }
}

/** Checks a draft's shape, length and limit. */
export function checkDraft(draft: Draft): void {
  keys(draft, 'channel text length limit source');
  expect(['rules', 'writer']).toContain(draft.source);
  expect(CHANNELS).toContain(draft.channel);
  expect(draft.text).toBeTypeOf('string');
  expect(draft.text).not.toBe('');
  maybe(draft.limit, 'number');
  expect(draft.length).toBe(draft.text.normalize('NFC').length);
  if (draft.limit !== null) expect(draft.length).toBeLessThanOrEqual(draft.limit);
}

export function checkSuggest(list: Suggest): void {
  keys(list, 'date budget suggestions held');
  expect(list.date).toEqual(day);
  keys(list.budget, 'invitesThisWeek invitesPerWeek notesThisMonth notesPerMonth');
  for (const [index, row] of list.suggestions.entries()) {
    keys(row, 'rank person action moment score reasons interaction window draft');
    expect(row.rank).toBe(index + 1);
    checkPerson(row.person);
    expect(ACTIONS).toContain(row.action);
    if (row.moment !== null) expect(KINDS).toContain(row.moment);
    expect(row.score).toBeTypeOf('number');
    texts(row.reasons);
    expect(row.reasons.length).toBeGreaterThan(0);
    if (row.interaction !== null) checkInteraction(row.interaction);
    if (row.window !== null) {
      keys(row.window, 'opens best closes');
      for (const date of Object.values(row.window)) expect(date).toEqual(day);
    }
    if (row.action === 'withdraw') expect(row.draft).toBeNull();
    // Nothing is logged that it could build on.
    else if (row.draft === null) expect([row.action, row.interaction]).toEqual(['thank', null]);
    else checkDraft(row.draft);
  }
  for (const row of list.held) {
    keys(row, 'person reason message');
    checkRef(row.person);
    expect([
      'strained',
      'pending',
      'declined',
      'snoozed',
      'skipped',
      'budget',
      'cooling-off',
      'passed-over',
    ]).toContain(row.reason);
    expect(row.message).not.toBe('');
  }
}

export function checkDrafted(drafted: Drafted): void {
  keys(drafted, 'person action moment interaction draft variants');
  checkRef(drafted.person);
  expect(ACTIONS).toContain(drafted.action);
  if (drafted.moment !== null) expect(KINDS).toContain(drafted.moment);
  if (drafted.interaction !== null) checkInteraction(drafted.interaction);
  checkDraft(drafted.draft);
  expect(drafted.variants).toBeTypeOf('number');
}

export function checkFailure(failure: Failure): void {
  const { candidates, ...rest } = failure;
  keys(rest, 'code message hint');
  expect(failure.message).toBeTypeOf('string');
  expect(failure.message).not.toBe('');
  maybe(failure.hint, 'string');
  expect(candidates !== undefined).toBe(failure.code === 'ambiguous-person');
}
