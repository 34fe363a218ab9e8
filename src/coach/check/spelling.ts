import { readMessage, type Word } from './message.ts';
import type { Problem } from './problem.ts';

/** Work and tech words missing from the English dictionary, in lower case. */
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

/** In Hunspell format, as `dictionary-en` exports it. */
interface Dictionary {
  aff: Uint8Array | string;
  dic: Uint8Array | string;
}

const MAX_PROBLEMS = 20;
/** Longest word, in UTF-16 units, to look for a suggestion: longer ones take too long. */
const MAX_SUGGEST_LENGTH = 30;

/** Whether to check a word: skips names, acronyms, figures and other scripts. */
function isCheckable({ text }: Word): boolean {
  return /^[a-z]+(?:['’][a-z]+)?$/.test(text) && text.length > 2;
}

/** How far around a word to look for an address, in UTF-16 units. */
const ADDRESS_REACH = 80;

function isInAddress({ start, end }: Word, text: string): boolean {
  const before = text.slice(Math.max(0, start - ADDRESS_REACH), start).replace(/^.*\s/s, '');
  const after = text.slice(end, end + ADDRESS_REACH).replace(/\s.*$/s, '');
  return /[@/\\_#]/.test(before + after) || /\w\.$/.test(before) || /^\.\w/.test(after);
}

/**
 * Finds words of an English message that aren't in the dictionary.
 * @param knownWords names, projects and companies from the log, which count as correct
 * @param dictionary as read by the caller; nspell is loaded here, on first use
 * @returns one problem per word, with offsets in UTF-16 units of the NFC text; none if not English
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
  const suggestions = new Map<string, string | null>();
  const problems: Problem[] = [];
  for (const word of message.words) {
    if (!isCheckable(word) || isInAddress(word, message.text)) continue;
    const plain = word.text.replaceAll('’', "'");
    if (known.has(plain) || known.has(plain.replace(/'s$/, '')) || speller.correct(plain)) continue;
    let suggestion = suggestions.get(plain);
    if (suggestion === undefined) {
      suggestion = plain.length > MAX_SUGGEST_LENGTH ? null : (speller.suggest(plain)[0] ?? null);
      suggestions.set(plain, suggestion);
    }
    problems.push({
      rule: 'spelling',
      severity: 'advice',
      message: `"${word.text}" isn't in the dictionary.`,
      start: word.start,
      end: word.end,
      suggestion: suggestion === null ? null : `Perhaps "${suggestion}".`,
    });
    if (problems.length >= MAX_PROBLEMS) break;
  }
  return problems;
}
