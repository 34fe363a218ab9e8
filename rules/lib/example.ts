/** Builds full histories from the rules' examples, for tests and for `netcoach rules ID`. */
import type {
  Detail,
  ExampleHistory,
  History,
  Interaction,
  Me,
  Person,
  Reading,
} from '../../src/model.ts';

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
  emails: [],
  call: null,
  shared: null,
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
 * The history of an example: Priya Shah seen by Sam of the Billing team, with the example's
 * overrides. Interactions are numbered from 1 in the order given and returned newest first.
 */
export function historyOf(example: ExampleHistory): History {
  const person = { ...PLAIN_PERSON, ...example.person };
  const interactions: Interaction[] = (example.interactions ?? []).map((given, index) => ({
    id: index + 1,
    kind: given.kind,
    date: given.date,
    title: given.title,
    note: null,
    people: [{ id: person.id, name: person.name, highlight: given.highlight ?? null }],
  }));
  interactions.sort((a, b) => (a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1));
  return {
    person: {
      ...person,
      lastContact: interactions[0]?.date ?? null,
      interactions: interactions.length,
    },
    interactions,
    details: new Map(
      (example.interactions ?? []).flatMap(
        ({ detail }, index): Array<[number, Detail]> =>
          detail === undefined ? [] : [[index + 1, detail]],
      ),
    ),
    readings: new Map(
      (example.interactions ?? []).flatMap(
        ({ reading }, index): Array<[number, Reading]> =>
          reading === undefined ? [] : [[index + 1, reading]],
      ),
    ),
    me: { ...PLAIN_ME, ...example.me },
    today: example.today,
    accepted: example.accepted ?? null,
    hasInvitedMe: example.hasInvitedMe ?? false,
    snoozedUntil: null,
    skipped: new Set(),
    answered: new Set((example.interactions ?? []).flatMap(({ answers }) => answers ?? [])),
    shown: null,
    everyDays: example.everyDays ?? null,
  };
}
