/** What `sync` carries to a person's other machines, and what stays on this one. */
import type { Table } from './schema.ts';

/**
 * How a column travels. `plain`: as it is. `list`: a JSON list, whose items are added and removed one by one.
 * `moment`: a text that may end with ":" and the id of an interaction. `person`, `interaction`: an id.
 */
export type ColumnKind = 'plain' | 'list' | 'moment' | 'person' | 'interaction';

/**
 * How the rows of a table travel. `fields`: each field on its own, so that two machines may edit two fields
 * of a row. `rows`: a row is one value. `parts`: inside the value of an interaction.
 */
interface Travelling {
  as: 'fields' | 'rows' | 'parts';
  columns: Readonly<Record<string, ColumnKind>>;
  /** Computed from other columns, or the name of the row itself. */
  stay: readonly string[];
  /** Columns that are one field together. */
  together?: ReadonlyArray<readonly string[]>;
  /** Two rows with the same values here are one row, entered on two machines. */
  same?: readonly string[];
}

/** The tables that travel. Every column is in `columns` or in `stay`: tests/database/travels.test.ts. */
export const TRAVELS: Readonly<Partial<Record<Table, Travelling>>> = {
  person: {
    as: 'fields',
    columns: {
      name: 'plain',
      aliases: 'list',
      role: 'plain',
      team: 'plain',
      company: 'plain',
      relationship: 'plain',
      strained: 'plain',
      status: 'plain',
      since: 'plain',
      skills: 'list',
      interests: 'list',
      linkedin: 'plain',
      email: 'plain',
      note: 'plain',
      every_days: 'plain',
      snoozed_until: 'plain',
      call: 'plain',
      incoming: 'plain',
      shared: 'plain',
    },
    stay: ['folded', 'uid'],
    together: [['status', 'since', 'incoming']],
  },
  interaction: {
    as: 'rows',
    columns: {
      kind: 'plain',
      day: 'plain',
      title: 'plain',
      note: 'plain',
      source: 'plain',
      reading: 'plain',
    },
    stay: ['uid'],
    same: ['source'],
  },
  participant: {
    as: 'parts',
    columns: {
      person_id: 'person',
      highlight: 'plain',
      detail: 'plain',
      say: 'plain',
      answers: 'moment',
    },
    stay: ['interaction_id', 'kind', 'day'],
  },
  invitation: {
    as: 'rows',
    columns: {
      person_id: 'person',
      sent_on: 'plain',
      with_note: 'plain',
      outcome: 'plain',
      outcome_on: 'plain',
    },
    stay: ['uid'],
    same: ['person_id', 'sent_on'],
  },
  skip: {
    as: 'rows',
    columns: { person_id: 'person', moment: 'moment', skipped_on: 'plain' },
    stay: ['uid'],
    same: ['person_id', 'moment'],
  },
  position: {
    as: 'rows',
    columns: {
      person_id: 'person',
      role: 'plain',
      team: 'plain',
      company: 'plain',
      until: 'plain',
    },
    stay: ['uid'],
    same: ['person_id', 'until'],
  },
  address: {
    as: 'rows',
    columns: { person_id: 'person', kind: 'plain', value: 'plain', name: 'plain' },
    stay: ['uid'],
    same: ['person_id', 'kind', 'value'],
  },
  clash: {
    as: 'rows',
    columns: {
      person_id: 'person',
      interaction_id: 'interaction',
      field: 'plain',
      lost: 'plain',
      noticed_on: 'plain',
    },
    stay: ['uid'],
  },
};

/**
 * The keys of the table `setting`, which travels by key: `fields`, each field of the value on its own;
 * `local`, not at all.
 */
export const SETTINGS: Readonly<Record<string, 'fields' | 'local'>> = {
  me: 'fields',
  // Uid by uid
  joined: 'fields',
  // This file's own: the id it shares with its copies, ids of merged entries, paths of copies, the cautions
  // shown today, what was last synced.
  lineage: 'local',
  merged: 'local',
  copies: 'local',
  said: 'local',
  // The readers that have read what this file holds
  'read-by': 'local',
  // What this machine took from its inbox
  inbox: 'local',
  sync: 'local',
};

/** Tables that stay on this machine: what its list showed, and the records of changes for `undo` and `redo`. */
export const LOCAL_TABLES: readonly string[] = [
  'shown',
  'change',
  'change_row',
  'undone',
  'undone_row',
];

/** Tables that travel as they are, row by row, and are never taken back. */
export const GROWING_TABLES: readonly string[] = ['forgotten'];
