import { expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { introOf, type Known, newsOf, teamPhrase } from '../../../src/coach/draft/intro.ts';
import type { Me } from '../../../src/model.ts';
import { project, write } from './situation.ts';

const { me } = historyOf({ today: '2026-11-22', me: { company: 'Acme' } });
const stranger: Known = { team: 'unknown', isSameCompany: false };

it.each([
  ['Head of Data', "I'm Sam, Head of Data on the Billing team at Acme."],
  ['Vice president', "I'm Sam, Vice president on the Billing team at Acme."],
  ['Backend engineer', "I'm Sam, a backend engineer on the Billing team at Acme."],
  ['Senior Backend Engineer', "I'm Sam, a senior backend engineer on the Billing team at Acme."],
  ['QA lead', "I'm Sam, a QA lead on the Billing team at Acme."],
  ['QA Lead', "I'm Sam, a QA lead on the Billing team at Acme."],
  ['Scrum master', "I'm Sam, a scrum master on the Billing team at Acme."],
  ['iOS Developer', "I'm Sam, an iOS developer on the Billing team at Acme."],
  ['Java developer', "I'm Sam, a Java developer on the Billing team at Acme."],
  ['Salesforce Consultant', "I'm Sam, a Salesforce consultant on the Billing team at Acme."],
  ['VP of Sales', "I'm Sam, VP of Sales on the Billing team at Acme."],
  ['Team lead', "I'm Sam, team lead on the Billing team at Acme."],
  ['team lead', "I'm Sam, team lead on the Billing team at Acme."],
  ['lead', "I'm Sam, a lead on the Billing team at Acme."],
  ['engineer', "I'm Sam, an engineer on the Billing team at Acme."],
  ['An owner', "I'm Sam, an owner on the Billing team at Acme."],
  ['The lead', "I'm Sam, the lead on the Billing team at Acme."],
  ['UX designer', "I'm Sam, a UX designer on the Billing team at Acme."],
  ['user researcher', "I'm Sam, a user researcher on the Billing team at Acme."],
  ['university lecturer', "I'm Sam, a university lecturer on the Billing team at Acme."],
  ['unit lead', "I'm Sam, a unit lead on the Billing team at Acme."],
  ['underwriter', "I'm Sam, an underwriter on the Billing team at Acme."],
  ['SRE', "I'm Sam, an SRE on the Billing team at Acme."],
  ['HR lead', "I'm Sam, an HR lead on the Billing team at Acme."],
  ['IT manager', "I'm Sam, an IT manager on the Billing team at Acme."],
  ['SQL developer', "I'm Sam, an SQL developer on the Billing team at Acme."],
  ['Sales', "I'm Sam, Sales on the Billing team at Acme."],
  ['senior staff', "I'm Sam, senior staff on the Billing team at Acme."],
  ['Engineer at Halden', "I'm Sam, Engineer at Halden on the Billing team."],
  ['engineer @ Halden', "I'm Sam, engineer @ Halden on the Billing team."],
  ['Rust', "I'm Sam, Rust on the Billing team at Acme."],
  ['🚀', "I'm Sam from the Billing team at Acme."],
  ['HEAD OF ENGINEERING', "I'm Sam, HEAD of Engineering on the Billing team at Acme."],
])('a role typed as %j reads: %s', (role, intro) => {
  expect(introOf({ ...me, role }, stranger)).toBe(intro);
});

it.each([
  ['the', null, "I'm Sam from Acme."],
  ['Team', null, "I'm Sam from Acme."],
  ['The Team', null, "I'm Sam from Acme."],
  ['our', null, "I'm Sam from Acme."],
  ['The Billing', 'the Billing team', "I'm Sam from the Billing team at Acme."],
  ['our Billing team', 'the Billing team', "I'm Sam from the Billing team at Acme."],
  ['my Billing', 'the Billing team', "I'm Sam from the Billing team at Acme."],
  ['Team Blue', 'Team Blue', "I'm Sam, on Team Blue at Acme."],
  ['Teamwork', 'the Teamwork team', "I'm Sam from the Teamwork team at Acme."],
  ['Ops dept', 'the Ops dept', "I'm Sam from the Ops dept at Acme."],
  ['x squad', 'the x squad', "I'm Sam from the x squad at Acme."],
  ['Rome office', 'the Rome office', "I'm Sam from the Rome office at Acme."],
  ['Design Lab', 'the Design Lab', "I'm Sam from the Design Lab at Acme."],
  ['!!', null, "I'm Sam from Acme."],
  [
    'Engineering Service',
    'the Engineering Service',
    "I'm Sam from the Engineering Service at Acme.",
  ],
])('a team typed as %j is written %s: %s', (team, phrase, intro) => {
  expect(teamPhrase(team)).toBe(phrase);
  expect(introOf({ ...me, role: null, team }, stranger)).toBe(intro);
});

it('says "in" an office or a department, and "on" a team', () => {
  const of = (team: string) => introOf({ ...me, team, company: null }, stranger);
  expect(of('Rome office')).toBe("I'm Sam, a backend engineer in the Rome office.");
  expect(of('Sales Department')).toBe("I'm Sam, a backend engineer in the Sales Department.");
  expect(of('Sales')).toBe("I'm Sam, a backend engineer on the Sales team.");
});

it.each<[Partial<Me>, Known['team'], boolean, intro: string | null, news: string | null]>([
  [
    { name: null, role: null },
    'unknown',
    false,
    'I work on the Billing team.',
    'These days I work on the Billing team.',
  ],
  [
    { name: null, role: null },
    'shared',
    true,
    'I work on your team.',
    'These days I work on the Billing team.',
  ],
  [{ name: null, role: null }, 'named', false, null, 'These days I work on the Billing team.'],
  [
    { name: '🚀', role: null },
    'unknown',
    false,
    'I work on the Billing team.',
    'These days I work on the Billing team.',
  ],
  [
    { name: '🚀', role: null },
    'shared',
    true,
    'I work on your team.',
    'These days I work on the Billing team.',
  ],
  [{ name: '🚀', role: null }, 'named', false, null, 'These days I work on the Billing team.'],
  [
    { role: null },
    'unknown',
    false,
    "I'm Sam from the Billing team.",
    'These days I work on the Billing team.',
  ],
  [
    { role: null },
    'shared',
    true,
    "I'm Sam, on your team.",
    'These days I work on the Billing team.',
  ],
  [{ role: null }, 'named', false, "I'm Sam.", 'These days I work on the Billing team.'],
  [
    { role: null, team: 'Team Blue' },
    'unknown',
    false,
    "I'm Sam, on Team Blue.",
    'These days I work on Team Blue.',
  ],
  [
    { role: null, team: 'Team Blue' },
    'shared',
    true,
    "I'm Sam, on your team.",
    'These days I work on Team Blue.',
  ],
  [
    { role: null, team: 'Team Blue' },
    'named',
    false,
    "I'm Sam.",
    'These days I work on Team Blue.',
  ],
  [
    { role: null, team: null, company: 'Acme' },
    'unknown',
    false,
    "I'm Sam from Acme.",
    'These days I work at Acme.',
  ],
  [{ role: null, team: null, company: 'Acme' }, 'shared', true, "I'm Sam, on your team.", null],
  [
    { role: null, team: null, company: 'Acme' },
    'named',
    false,
    "I'm Sam from Acme.",
    'These days I work at Acme.',
  ],
  [
    { team: null, company: 'Acme' },
    'unknown',
    false,
    "I'm Sam, a backend engineer at Acme.",
    'These days I work as a backend engineer at Acme.',
  ],
  [
    { team: null, company: 'Acme' },
    'shared',
    true,
    "I'm Sam, a backend engineer on your team.",
    'These days I work as a backend engineer.',
  ],
  [
    { team: null, company: 'Acme' },
    'named',
    false,
    "I'm Sam, a backend engineer at Acme.",
    'These days I work as a backend engineer at Acme.',
  ],
  [
    { role: null, company: 'Acme', team: 'Rome office' },
    'unknown',
    false,
    "I'm Sam from the Rome office at Acme.",
    'These days I work in the Rome office at Acme.',
  ],
  [
    { role: null, company: 'Acme', team: 'Rome office' },
    'shared',
    true,
    "I'm Sam, on your team.",
    'These days I work in the Rome office.',
  ],
  [
    { role: null, company: 'Acme', team: 'Rome office' },
    'named',
    false,
    "I'm Sam from Acme.",
    'These days I work in the Rome office at Acme.',
  ],
  [{ role: null, team: null }, 'unknown', false, null, null],
  [{ role: null, team: null }, 'shared', true, "I'm Sam, on your team.", null],
  [{ role: null, team: null }, 'named', false, "I'm Sam.", null],
  [
    { name: null, role: null, team: null, company: 'Acme' },
    'unknown',
    false,
    'I work at Acme.',
    'These days I work at Acme.',
  ],
  [
    { name: null, role: null, team: null, company: 'Acme' },
    'shared',
    true,
    'I work on your team.',
    null,
  ],
  [
    { name: null, role: null, team: null, company: 'Acme' },
    'named',
    false,
    'I work at Acme.',
    'These days I work at Acme.',
  ],
])(
  'with %j, my team %s, at the same company %s, reads: %s, %s',
  (set, team, isSameCompany, intro, news) => {
    const profile = { ...me, company: null, ...set };
    expect(introOf(profile, { team, isSameCompany })).toBe(intro);
    expect(newsOf(profile, isSameCompany)).toBe(news);
  },
);

it.each(['manager', 'report'] as const)('is left out for my own %s', (relationship) => {
  const interactions = [project('Apollo launch')];
  expect(write('project', { interactions })).toContain("I'm Sam");
  expect(write('project', { person: { relationship }, interactions })).not.toContain("I'm Sam");
});
