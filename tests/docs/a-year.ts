/** What was done together in a year at work, for the picture of the review page: the words after `netcoach log`. */
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

const INVITATIONS: ReadonlyArray<
  readonly [name: string, sent: string, outcome: string, on: string]
> = [
  ['Ana Lima', '2026-01-19', 'accepted', '2026-01-22'],
  ['Mei Tanaka', '2026-02-16', 'accepted', '2026-02-17'],
  ['Ben Okafor', '2026-04-20', 'accepted', '2026-05-04'],
  ['Cora Novak', '2026-05-18', 'accepted', '2026-05-19'],
  ['Elsa Lind', '2026-06-15', 'accepted', '2026-06-20'],
  ['Finn Moore', '2026-08-17', 'declined', '2026-08-30'],
];

/** What became of the invitations of that year: the words after `netcoach`. */
export const INVITED: readonly string[][] = [
  ...INVITATIONS.flatMap(([name, sent, outcome, on]) => [
    ['sent', name, '--on', sent],
    [outcome, name, '--on', on],
  ]),
  ['sent', 'Gita Shah', '--on', '2026-11-16'],
];
