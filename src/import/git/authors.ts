import { isName } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { cleanLine } from '../decode.ts';
import { hasVersion, isProgram } from '../not-people.ts';
import { readOfficeName } from '../office-name.ts';
import { mailAddress } from '../profile.ts';

/** An author or co-author. */
export interface Contributor {
  /** Number of commits by name. */
  names: Map<string, number>;
  emails: Map<string, number>;
  commits: number;
  /** Log index of their newest commit, from 0. */
  newest: number;
  /** False if they only stand in trailers. */
  isAuthor: boolean;
}

const BOT_NAME =
  /^(dependabot|renovate|greenkeeper|snyk|github[- ]actions?|github copilot|copilot|claude|codex|cursor|devin|aider|gemini|chatgpt|openhands|weblate|imgbot|codecov|mergify|semantic-release|pre-commit-ci|allcontributors|transifex|crowdin|pyup|jenkins|travis ci|gitlab ci|web-flow|github)\b(?! \p{Lu}\p{Ll})/iu;
const BOT_EMAIL =
  /\[bot\]@|^(no-?reply|bot|bots|actions|support|ci|jenkins|hosted|cursoragent|action)@|[-.+]bot@|@(anthropic\.com|openai\.com|cursor\.com|renovateapp\.com|weblate\.org|mend\.io|all-hands\.dev|aider\.chat)$/;

/** Tells whether an author is a bot, by the name or address of well-known ones or the word for it. */
export function isBot(name: string, email: string): boolean {
  return BOT_NAME.test(name) || BOT_EMAIL.test(email.toLowerCase()) || isProgram(name, email);
}

/**
 * Tells whether someone who only stands in trailers is a tool: a version in the name, or a name of
 * one word that's also the address, at a domain that no author has. People have full names there.
 * @param domains those of the authors
 */
export function isTool(contributor: Contributor, domains: ReadonlySet<string>): boolean {
  if (contributor.isAuthor) return false;
  const name = nameOf(contributor);
  if (hasVersion(name)) return true;
  const email = [...contributor.emails.keys()][0] ?? '';
  const [local = '', domain = ''] = email.split('@');
  if (domain === '' || isPlaceholder(email) || domains.has(domain)) return false;
  const word = fold(name).replace(/[-_.]/g, '');
  const isOwnAddress = local.replace(/[-_.]/g, '') === word || domain.startsWith(word);
  return domain.endsWith('.ai') || (!word.includes(' ') && isOwnAddress);
}

/** The domains of the addresses that authors with a full name have. */
export function authorDomains(people: Iterable<Contributor>): Set<string> {
  const domains = new Set<string>();
  for (const person of people)
    if (person.isAuthor && /\s/.test(nameOf(person)))
      for (const email of person.emails.keys()) domains.add(email.split('@')[1] ?? '');
  return domains;
}

/** As in `12345+login@users.noreply.github.com`. */
function isPlaceholder(email: string): boolean {
  return /@users\.noreply\.(github|gitlab)\.com$|^\d+-.*@users\.noreply\.gitlab\.com$/i.test(email);
}

/** Parses `Name <mail>`; null without a usable name. */
export function readIdentity(text: string): { name: string; email: string } | null {
  const found = /^(.*?)\s*<([^<>]*)>\s*$/.exec(text);
  if (found === null) return null;
  const email = cleanLine(found[2] ?? '').toLowerCase();
  const name = cleanLine(found[1] ?? '');
  return isName(name) ? { name, email } : null;
}

/** Adds a commit to a contributor. */
export function addCommit(
  people: Map<string, Contributor>,
  name: string,
  email: string,
  index: number,
  isAuthor: boolean,
): void {
  const key = email === '' ? ` ${fold(name)}` : email;
  let contributor = people.get(key);
  if (contributor === undefined) {
    contributor = { names: new Map(), emails: new Map(), commits: 0, newest: index, isAuthor };
    people.set(key, contributor);
  }
  contributor.commits++;
  contributor.isAuthor ||= isAuthor;
  contributor.newest = Math.min(contributor.newest, index);
  contributor.names.set(name, (contributor.names.get(name) ?? 0) + 1);
  if (email !== '') contributor.emails.set(email, (contributor.emails.get(email) ?? 0) + 1);
}

/** Puts the names of an office's directory ("Lang, Heike (EXT)") into spoken order. */
export function withSpokenNames(contributor: Contributor): Contributor {
  const email = emailOf(contributor);
  const names = new Map<string, number>();
  for (const [text, times] of contributor.names) {
    const name = readOfficeName(text, email).name || text;
    names.set(name, (names.get(name) ?? 0) + times);
  }
  return { ...contributor, names };
}

/** Merges people with the same full name: in one repository they're the same person. */
export function mergeNamesakes(people: Iterable<Contributor>): Contributor[] {
  const merged = new Map<string, Contributor>();
  for (const contributor of people) {
    const name = fold(nameOf(contributor));
    const key = name.includes(' ') ? name : `${name} ${[...contributor.emails.keys()][0] ?? ''}`;
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, contributor);
      continue;
    }
    known.commits += contributor.commits;
    known.isAuthor ||= contributor.isAuthor;
    known.newest = Math.min(known.newest, contributor.newest);
    for (const [text, times] of contributor.names)
      known.names.set(text, (known.names.get(text) ?? 0) + times);
    for (const [text, times] of contributor.emails)
      known.emails.set(text, (known.emails.get(text) ?? 0) + times);
  }
  return [...merged.values()];
}

/** The most used name, preferably a full one. */
export function nameOf(contributor: Contributor): string {
  const isFull = (name: string) => (/\s/.test(name) ? 1 : 0);
  const sorted = [...contributor.names].sort((a, b) => isFull(b[0]) - isFull(a[0]) || b[1] - a[1]);
  return sorted[0]?.[0] ?? '';
}

/** The most used real address. */
export function emailOf(contributor: Contributor): string | undefined {
  const sorted = [...contributor.emails].sort((a, b) => b[1] - a[1]);
  return sorted
    .map(([email]) => mailAddress(email))
    .find((email) => email !== undefined && !isPlaceholder(email));
}
