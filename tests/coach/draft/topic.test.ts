import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../rules/rule.ts';
import { KINDS } from '../../../rules/rule.ts';
import { topicPhrase } from '../../../src/coach/draft/topic.ts';

/** The sentence that each kind's phrase has to stand in. */
const SENTENCES: Partial<Record<Kind, (phrase: string) => string>> = {
  project: (phrase) => `I enjoyed our work on ${phrase}.`,
  event: (phrase) => `It was good to see you at ${phrase}.`,
  interest: (phrase) => `We share an interest in ${phrase}.`,
  feedback: (phrase) => `Thank you for ${phrase}.`,
  milestone: (phrase) => `Congratulations on ${phrase}!`,
  reorg: (phrase) => `The changes around ${phrase} touch us both.`,
  meeting: (phrase) => `I enjoyed ${phrase}.`,
  engagement: (phrase) => `I enjoyed ${phrase}.`,
};

const NAMES = ['Priya Shah', 'Priya'];

function table(kind: Kind, rows: ReadonlyArray<readonly [title: string, sentence: string]>) {
  describe(kind, () => {
    it.each(rows)('%s', (title, sentence) => {
      expect(SENTENCES[kind]?.(topicPhrase(title, kind, NAMES))).toBe(sentence);
    });
  });
}

table('project', [
  ['Ledger migration', 'I enjoyed our work on the Ledger migration.'],
  ['the Apollo launch', 'I enjoyed our work on the Apollo launch.'],
  ['The Apollo launch', 'I enjoyed our work on the Apollo launch.'],
  ['Apollo', 'I enjoyed our work on Apollo.'],
  ['apollo', 'I enjoyed our work on apollo.'],
  ['GDPR', 'I enjoyed our work on GDPR.'],
  ['Fix flaky tests', 'I enjoyed our work on "Fix flaky tests".'],
  ['Fix the "login" bug', `I enjoyed our work on "Fix the 'login' bug".`],
  ['migrating 40 services', 'I enjoyed our work on migrating 40 services.'],
  ['Migrating to AWS', 'I enjoyed our work on migrating to AWS.'],
  ['Shipped v2', 'I enjoyed our work on v2.'],
  ['built the new search', 'I enjoyed our work on the new search.'],
  ['Fixed flaky tests', 'I enjoyed our work on the flaky tests.'],
  [
    'Built the search and fixed the index',
    'I enjoyed our work on "Built the search and fixed the index".',
  ],
  ['Moved to Berlin', 'I enjoyed our work on "Moved to Berlin".'],
  ['Finished the Apollo launch', 'I enjoyed our work on the Apollo launch.'],
  ['We shipped Apollo', 'I enjoyed our work on Apollo.'],
  ['Apollo was launched', 'I enjoyed our work on "Apollo was launched".'],
  ['Q3 review (EMEA)', 'I enjoyed our work on the Q3 review (EMEA).'],
  ['[EMEA] rollout', 'I enjoyed our work on the (EMEA) rollout.'],
  ['{{project}}', 'I enjoyed our work on the project.'],
  ['Project Phoenix', 'I enjoyed our work on Project Phoenix.'],
  ['Release 4.2', 'I enjoyed our work on Release 4.2.'],
  ['Sprint 12 retro', 'I enjoyed our work on the Sprint 12 retro.'],
  ['our offsite in Lisbon', 'I enjoyed our work on our offsite in Lisbon.'],
  ['Kubernetes vs. Nomad', 'I enjoyed our work on "Kubernetes vs. Nomad".'],
  ['Apollo: phase 2', 'I enjoyed our work on "Apollo: phase 2".'],
  ['The "Blue" launch', 'I enjoyed our work on the "Blue" launch.'],
  ['"Apollo"', 'I enjoyed our work on Apollo.'],
  ['Apollo launch.', 'I enjoyed our work on the Apollo launch.'],
  ['Apollo launch?', 'I enjoyed our work on the Apollo launch.'],
  ['Apollo launch!!!', 'I enjoyed our work on the Apollo launch.'],
  ['Yahoo! migration', 'I enjoyed our work on the Yahoo migration.'],
  ['APOLLO LAUNCH', 'I enjoyed our work on the Apollo Launch.'],
  ['🚀 Apollo launch', 'I enjoyed our work on the Apollo launch.'],
  ['🚀🚀', 'I enjoyed our work on our last project.'],
  ['', 'I enjoyed our work on our last project.'],
  ['https://github.com/acme/ledger/pull/42', 'I enjoyed our work on our last project.'],
  ['Ledger audit https://x.example/1', 'I enjoyed our work on the Ledger audit.'],
  ['结算系统迁移', 'I enjoyed our work on "结算系统迁移".'],
  ['Запуск Аполлона', 'I enjoyed our work on "Запуск Аполлона".'],
  ['Migración de datos', 'I enjoyed our work on "Migración de datos".'],
  ['Launch Apollo', 'I enjoyed our work on "Launch Apollo".'],
  ['Launch party', 'I enjoyed our work on the launch party.'],
  ['Update runbook', 'I enjoyed our work on "Update runbook".'],
  ['Onboarding redesign', 'I enjoyed our work on the onboarding redesign.'],
  ['Switch to Kubernetes', 'I enjoyed our work on the switch to Kubernetes.'],
  ['new onboarding flow', 'I enjoyed our work on the new onboarding flow.'],
  ['my caching design', 'I enjoyed our work on my caching design.'],
  ["Priya's dashboard", 'I enjoyed our work on your dashboard.'],
  ['Apollo launch with Priya', 'I enjoyed our work on the Apollo launch.'],
  ['Apollo\u202e launch\u0007\n', 'I enjoyed our work on the Apollo launch.'],
  ['Acquired by Halden', 'I enjoyed our work on "Acquired by Halden".'],
  ['2026 roadmap', 'I enjoyed our work on the 2026 roadmap.'],
  ['C++ upgrade', 'I enjoyed our work on the C++ upgrade.'],
]);

table('event', [
  ['Lisbon offsite', 'It was good to see you at the Lisbon offsite.'],
  ['at the Lisbon offsite', 'It was good to see you at the Lisbon offsite.'],
  ['Offsite in Lisbon', 'It was good to see you at the offsite in Lisbon.'],
  ['Team offsite', 'It was good to see you at the team offsite.'],
  ['Kubecon', 'It was good to see you at Kubecon.'],
  ['Women in Tech', 'It was good to see you at Women in Tech.'],
  ['All-hands', 'It was good to see you at the all-hands.'],
  ["Tom's farewell", "It was good to see you at Tom's farewell."],
  ['Annual Sales Kickoff 2026', 'It was good to see you at the Annual Sales Kickoff 2026.'],
  ['Kubernetes vs. Nomad', 'It was good to see you at "Kubernetes vs. Nomad".'],
  ['migrating 40 services', 'It was good to see you at "migrating 40 services".'],
  ['Met at the summit', 'It was good to see you at "Met at the summit".'],
  ['🎉', 'It was good to see you at the event we both attended.'],
]);

table('interest', [
  ['trail running', 'We share an interest in trail running.'],
  ['Distributed systems', 'We share an interest in distributed systems.'],
  ['Kubernetes operators', 'We share an interest in Kubernetes operators.'],
  ['Rust', 'We share an interest in Rust.'],
  ['Thursday lunch group', 'We share an interest in the Thursday lunch group.'],
  ['We both love jazz', 'We share an interest in jazz.'],
  ['Both into climbing', 'We share an interest in climbing.'],
  ['cycling to work', 'We share an interest in cycling to work.'],
  ['design systems', 'We share an interest in design systems.'],
  ['How to run reviews', 'We share an interest in "How to run reviews".'],
  ['both have twins', 'We share an interest in "both have twins".'],
]);

table('feedback', [
  ['Performance review: be bolder', 'Thank you for the performance review.'],
  ['Be bolder: performance review', 'Thank you for our feedback session.'],
  ['Q3 review', 'Thank you for the Q3 review.'],
  ['Q3 review (EMEA)', 'Thank you for the Q3 review (EMEA).'],
  ['Annual performance review 2026', 'Thank you for the annual performance review 2026.'],
  ['mentoring session', 'Thank you for the mentoring session.'],
  ['1:1', 'Thank you for our 1:1.'],
  ['Poor performance review', 'Thank you for the performance review.'],
  ['Feedback on my temper', 'Thank you for the feedback session.'],
  ['Said my estimates are too optimistic', 'Thank you for our feedback session.'],
  ['Told me I interrupt people', 'Thank you for our feedback session.'],
  ['PIP review', 'Thank you for the review.'],
]);

table('milestone', [
  ['Promoted to Staff Engineer', 'Congratulations on your promotion to Staff Engineer!'],
  ['got promoted', 'Congratulations on your promotion!'],
  ['She was promoted to Director', 'Congratulations on your promotion to Director!'],
  ['Priya promoted to Staff', 'Congratulations on your promotion to Staff!'],
  ["Priya's promotion", 'Congratulations on your promotion!'],
  ['Staff Engineer', 'Congratulations on your new role as Staff Engineer!'],
  ['Head of Data', 'Congratulations on your new role as Head of Data!'],
  ['new CTO', 'Congratulations on your new role as CTO!'],
  ['new job at Halden', 'Congratulations on your new job at Halden!'],
  ['New job', 'Congratulations on your new job!'],
  ['won the design award', 'Congratulations on winning the design award!'],
  ['Best Paper Award', 'Congratulations on the Best Paper Award!'],
  ['Named Employee of the Month', 'Congratulations on being named Employee of the Month!'],
  ['joined Google as PM', 'Congratulations on joining Google as PM!'],
  ['left for Stripe', 'Congratulations on your move to Stripe!'],
  ['Published her first book', 'Congratulations on publishing your first book!'],
  ['10 years at Acme', 'Congratulations on your 10 years at Acme!'],
  ['Work anniversary', 'Congratulations on your work anniversary!'],
  ['昇进', 'Congratulations on your news, "昇进"!'],
  ['🎉', 'Congratulations on your good news!'],
]);

table('reorg', [
  ['our merger with Northwind', 'The changes around our merger with Northwind touch us both.'],
  ['Merger with Northwind', 'The changes around the merger with Northwind touch us both.'],
  ['new CTO', 'The changes around the new CTO touch us both.'],
  ['Layoffs', 'The changes around the layoffs touch us both.'],
  ['Acquired by Halden', 'The changes around "Acquired by Halden" touch us both.'],
  ['', 'The changes around us at work touch us both.'],
]);

table('meeting', [
  ['Said hello', 'I enjoyed our talk.'],
  ['Exchanged a few words', 'I enjoyed our talk.'],
  ['Coffee', 'I enjoyed our coffee.'],
  ['coffee chat', 'I enjoyed our coffee chat.'],
  ['Coffee with Priya', 'I enjoyed our coffee.'],
  ['1:1', 'I enjoyed our 1:1.'],
  ['Sprint planning', 'I enjoyed our talk at the sprint planning.'],
  ['Roadmap', 'I enjoyed our talk about the roadmap.'],
  ['Talked about on-call', 'I enjoyed our talk about on-call.'],
  ['asked her about hiring', 'I enjoyed our talk about hiring.'],
  ['Met at the coffee machine', 'I enjoyed our talk at the coffee machine.'],
  ['Caught up', 'I enjoyed our talk.'],
  ['Helped me with SQL', 'I enjoyed our talk ("Helped me with SQL").'],
]);

table('engagement', [
  ['Liked her post on Kafka', 'I enjoyed your post on Kafka.'],
  ["Liked Priya's post on hiring", 'I enjoyed your post on hiring.'],
  ['commented on his article', 'I enjoyed your article.'],
  ['Liked a post about Rust', 'I enjoyed your post about Rust.'],
  ['Shared an article', 'I enjoyed our last exchange.'],
  ['Congratulated her', 'I enjoyed our last exchange.'],
  ['Caught up over coffee', 'I enjoyed our talk over coffee.'],
]);

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf call'])(
  'takes "%s" for a word like any other',
  (title) => {
    for (const kind of KINDS) expect(topicPhrase(title, kind)).not.toMatch(/native code|\[object/);
  },
);
