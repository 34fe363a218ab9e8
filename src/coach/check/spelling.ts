import { readMessage, type Word } from './message.ts';
import type { Problem } from './problem.ts';

/**
 * Words of work and of technical teams that an English dictionary lacks, and that are no mistakes in a message.
 * Small letters; a plural or past is found by its ending.
 */
const WORK_WORDS: readonly string[] = `
  agile analytics api apis app apps async auth autoscaling autoscaler backend backlog backlogs backend badging
  benchmarking blockchain bootcamp brownbag burndown canary changelog chatbot codebase codebases colocated config
  configs coworker coworkers coworking cron crowdsource cybersecurity dashboarding datacentre datacenter dataset
  datasets dedup dedupe deliverable deliverables deploys dev devs devops diffs docs dropdown emoji emojis endpoint
  endpoints explainability failover flowchart frontend fullstack gamify gantt github gitlab google greybox hackathon
  hackathons handover handovers hotfix hotfixes hotline idempotency idempotent infographic infra intranet iterate
  javascript jira kanban kickoff kubernetes learnings lifecycle linkedin linter liveness logins markdown meetup meetups
  mentee mentees microservice microservices middleware minutes mockup mockups monorepo namespace observability offboarding
  offsite offsites onboard onboarded onboarding onsite opsec outage outages pager paywall pentest phishing pipeline
  playbook podcast podcasts postgres postmortem postmortems prepping prod proxying pseudonymous python qa queueing
  ransomware readme realtime rebrand rebranding refactor refactored refactoring refactors repo repos resourcing retro
  retros retrospective rightsizing roadmap roadmaps rollback rollbacks rollout rollouts rota rotas runbook runbooks scada
  schema schemas scrum serverless shippable signup signups slack smartphone smoketest sprint sprints spreadsheet sql
  stakeholder stakeholders standup standups startup startups stocktake stocktakes subteam substack supercomputer
  teammate teammates telehealth telemetry templated terraform timebox timeboxed timeline timelines timezone timezones
  toolchain touchpoint tradeoff tradeoffs triage triaged triaging typescript ui unblock unblocked unblocking uptime
  upskill upskilling usability ux vaccine walkthrough walkthroughs webhook webhooks webinar webinars website websites
  whiteboard whiteboarding wiki wikis wireframe wireframes workflow workflows workstream workstreams yaml
`
  .trim()
  .split(/\s+/);

/** A Hunspell dictionary, as `dictionary-en` exports it. */
interface Dictionary {
  aff: Uint8Array | string;
  dic: Uint8Array | string;
}

/** More mistakes than these are another language, or no prose. */
const MOST = 20;
/** Looking for what a longer word might have been takes too long. */
const LONGEST = 30;

/** Only plain words in small letters: names, acronyms, figures and words in other letters are left alone. */
function isPlain({ text }: Word): boolean {
  return /^[a-z]+(?:['’][a-z]+)?$/.test(text) && text.length > 2;
}

/** How far around a word an address is looked for, in UTF-16 units. */
const AROUND = 80;

/** Whether a word is part of an address, a file or a handle: there it is no prose. */
function isInAddress({ start, end }: Word, text: string): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/^.*\s/s, '');
  const behind = text.slice(end, end + AROUND).replace(/\s.*$/s, '');
  return /[@/\\_#]/.test(before + behind) || /\w\.$/.test(before) || /^\.\w/.test(behind);
}

/**
 * Words of an English message that a dictionary does not know; advice, and only when it is asked for.
 * @param knownWords names, projects and companies of the log: they are no mistakes
 * @param dictionary read by the caller; the speller itself is loaded here, at the first use
 * @returns one problem a word, placed in UTF-16 units of the NFC text; none where the text is not English
 */
export async function spellingProblems(
  text: string,
  knownWords: Iterable<string>,
  dictionary: Dictionary,
): Promise<Problem[]> {
  const message = readMessage(text);
  if (!message.isEnglish) return [];
  const { default: nspell } = await import('nspell');
  const speller = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
  for (const word of WORK_WORDS) speller.add(word);
  const known = new Set([...knownWords].map((word) => word.toLowerCase()));
  const verdicts = new Map<string, string | null>();
  const problems: Problem[] = [];
  for (const word of message.words) {
    if (!isPlain(word) || isInAddress(word, message.text)) continue;
    const plain = word.text.replaceAll('’', "'");
    if (known.has(plain) || known.has(plain.replace(/'s$/, '')) || speller.correct(plain)) continue;
    let better = verdicts.get(plain);
    if (better === undefined) {
      better = plain.length > LONGEST ? null : (speller.suggest(plain)[0] ?? null);
      verdicts.set(plain, better);
    }
    problems.push({
      rule: 'spelling',
      severity: 'advice',
      message: `"${word.text}" is not in the dictionary.`,
      start: word.start,
      end: word.end,
      suggestion: better === null ? null : `Perhaps "${better}".`,
    });
    if (problems.length >= MOST) break;
  }
  return problems;
}
