/** What a year at work leaves in a log, for the picture of the review page: the words after `netcoach log`. */
const GROUPS: ReadonlyArray<readonly [title: string, kind: string, month: number, people: string]> =
  [
    ['Billing rewrite', 'project', 1, 'Ana Lima, Ben Okafor, Tom Becker'],
    ['Winter offsite', 'event', 2, 'Ana Lima, Mei Tanaka, Cora Novak, Dev Rao'],
    ['Search upgrade', 'project', 3, 'Mei Tanaka, Dev Rao'],
    ['On-call handbook', 'project', 4, 'Ben Okafor, Noor Aziz'],
    ['Data summit', 'event', 5, 'Cora Novak, Elsa Lind, Dev Rao'],
    ['Checkout launch', 'project', 6, 'Ana Lima, Elsa Lind, Finn Moore'],
    ['Mid-year review', 'feedback', 7, 'Wei Chen'],
    ['Climbing', 'interest', 8, 'Finn Moore, Leila Moradi'],
    ['Incident drill', 'project', 9, 'Ben Okafor, Noor Aziz, Gita Shah'],
    ['Hiring day', 'event', 10, 'Gita Shah, Elsa Lind, Cora Novak'],
    ['Invoice export', 'project', 11, 'Ana Lima, Gita Shah'],
  ];

export const A_YEAR: readonly string[][] = GROUPS.map(([title, kind, month, people]) => [
  ...['--kind', kind, '--title', title, '--with', people],
  ...['--on', `2026-${String(month).padStart(2, '0')}-12`],
]);
