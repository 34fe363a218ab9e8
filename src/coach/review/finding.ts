import type { History, Person, PersonRef } from '../../model.ts';
import { judge } from '../suggest/judge.ts';
import type { ReviewMaterial } from './facts.ts';

/** One thing to do. */
export interface Finding {
  /** "Catch up with Omar Haddad". */
  what: string;
  /** One sentence without its full stop. */
  why: string;
  /** The command line after `netcoach`; a person stands for the way to name them. */
  command: Array<string | PersonRef>;
  /** Whom it is about, if about one person. */
  person: PersonRef | null;
}

/** The person, where nothing holds them today. */
export function reachable({ histories }: ReviewMaterial, id: number): History | null {
  const history = histories.get(id);
  return history === undefined || judge(history).hold !== null ? null : history;
}

/** Whom a finding is about. */
export function about(person: Person): PersonRef {
  return { id: person.id, name: person.name };
}
