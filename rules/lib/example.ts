/** Examples told in a few words become whole histories here, for tests and for `netcoach rules ID`. */
import type { ExampleHistory, History, Interaction, Me, Person } from '../../src/model.ts';

const PLAIN_PERSON: Omit<Person, 'lastContact' | 'interactions'> = {
  id: 1,
  name: 'Priya Shah',
  aliases: [],
  role: null,
  team: null,
  company: null,
  relationship: 'colleague',
  strained: false,
  connection: { status: 'none', since: null },
  skills: [],
  interests: [],
  linkedin: null,
  email: null,
  note: null,
};

const PLAIN_ME: Me = {
  name: 'Sam Okoro',
  role: 'backend engineer',
  team: 'Billing',
  company: null,
  emails: [],
  account: 'free',
  goals: [],
  skills: [],
  invitesPerWeek: 10,
  notesPerMonth: 5,
};

/**
 * The history that an example tells: Priya Shah, and Sam of the Billing team, with what the example overrides.
 * Interactions get ids in the order they are told, and come newest first.
 */
export function historyOf(example: ExampleHistory): History {
  const person = { ...PLAIN_PERSON, ...example.person };
  const interactions: Interaction[] = (example.interactions ?? []).map((told, index) => ({
    id: index + 1,
    kind: told.kind,
    date: told.date,
    title: told.title,
    note: null,
    people: [{ id: person.id, name: person.name, highlight: told.highlight ?? null }],
  }));
  interactions.sort((a, b) => (a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1));
  return {
    person: {
      ...person,
      lastContact: interactions[0]?.date ?? null,
      interactions: interactions.length,
    },
    interactions,
    me: { ...PLAIN_ME, ...example.me },
    today: example.today,
    accepted: example.accepted ?? null,
    snoozedUntil: null,
    skipped: new Set(),
    everyDays: example.everyDays ?? null,
  };
}
