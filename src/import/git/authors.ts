import { isName } from '../../text/clean.ts';
import { fold } from '../../text/fold.ts';
import { cleanLine } from '../decode.ts';
import { mailAddress } from '../profile.ts';

/** Somebody who wrote commits, alone or with others. */
export interface Contributor {
  /** Names by how often they were used. */
  names: Map<string, number>;
  emails: Map<string, number>;
  commits: number;
  /** The newest commit's place in the log, 0 for the newest of all. */
  newest: number;
}

/** Programs that commit: by the mark of GitHub's apps, by well-known names, by the addresses they use. */
const BOT_NAME =
  /\[bot\]|[-_ .]bot$|\bbot\b|^(dependabot|renovate|greenkeeper|snyk|github[- ]actions?|github copilot|copilot|claude|codex|cursor|devin|aider|gemini|chatgpt|openhands|weblate|imgbot|codecov|mergify|semantic-release|pre-commit-ci|allcontributors|transifex|crowdin|pyup|jenkins|travis ci|gitlab ci|web-flow|github)\b(?! \p{Lu}\p{Ll})/iu;
const BOT_MAIL =
  /\[bot\]@|^(no-?reply|bot|bots|actions|support|ci|jenkins|hosted|cursoragent|action)@|[-.+]bot@|@(anthropic\.com|openai\.com|cursor\.com|renovateapp\.com|weblate\.org|mend\.io|all-hands\.dev|aider\.chat)$/;

/** Whether a commit's author is a program. */
export function isBot(name: string, email: string): boolean {
  return BOT_NAME.test(name) || BOT_MAIL.test(email.toLowerCase());
}

/** GitHub's stand-in for an address: `12345+login@users.noreply.github.com`. It reaches nobody. */
function isStandIn(email: string): boolean {
  return /@users\.noreply\.(github|gitlab)\.com$|^\d+-.*@users\.noreply\.gitlab\.com$/i.test(email);
}

/** Reads `Name <mail>`; null where it names nobody. */
export function readIdentity(text: string): { name: string; email: string } | null {
  const found = /^(.*?)\s*<([^<>]*)>\s*$/.exec(text);
  if (found === null) return null;
  const email = cleanLine(found[2] ?? '').toLowerCase();
  const name = cleanLine(found[1] ?? '');
  return isName(name) ? { name, email } : null;
}

/** Counts one part in a commit. */
export function count(
  people: Map<string, Contributor>,
  name: string,
  email: string,
  place: number,
): void {
  const key = email === '' ? ` ${fold(name)}` : email;
  let one = people.get(key);
  if (one === undefined) {
    one = { names: new Map(), emails: new Map(), commits: 0, newest: place };
    people.set(key, one);
  }
  one.commits++;
  one.newest = Math.min(one.newest, place);
  one.names.set(name, (one.names.get(name) ?? 0) + 1);
  if (email !== '') one.emails.set(email, (one.emails.get(email) ?? 0) + 1);
}

/** Makes one of those who share a full name: in one repository that is one person with several addresses. */
export function mergeNamesakes(people: Iterable<Contributor>): Contributor[] {
  const merged = new Map<string, Contributor>();
  for (const one of people) {
    const name = fold(nameOf(one));
    const key = name.includes(' ') ? name : `${name} ${[...one.emails.keys()][0] ?? ''}`;
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, one);
      continue;
    }
    known.commits += one.commits;
    known.newest = Math.min(known.newest, one.newest);
    for (const [text, times] of one.names)
      known.names.set(text, (known.names.get(text) ?? 0) + times);
    for (const [text, times] of one.emails)
      known.emails.set(text, (known.emails.get(text) ?? 0) + times);
  }
  return [...merged.values()];
}

/** The name used most, a full one before a login. */
export function nameOf(one: Contributor): string {
  const isFull = (name: string) => (/\s/.test(name) ? 1 : 0);
  const sorted = [...one.names].sort((a, b) => isFull(b[0]) - isFull(a[0]) || b[1] - a[1]);
  return sorted[0]?.[0] ?? '';
}

/** The address used most, stand-ins left out. */
export function emailOf(one: Contributor): string | undefined {
  const sorted = [...one.emails].sort((a, b) => b[1] - a[1]);
  return sorted
    .map(([email]) => mailAddress(email))
    .find((email) => email !== undefined && !isStandIn(email));
}
