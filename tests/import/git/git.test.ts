import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isBot } from '../../../src/import/git/authors.ts';
import { readGit } from '../../../src/import/git/git.ts';

const ME = 'me@northwind.example';

function git(folder: string, args: string[], env: Record<string, string> = {}): string {
  const base = { PATH: process.env.PATH ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...env };
  return execFileSync('git', ['-C', folder, ...args], {
    env: base,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'netcoach-test-'));
  git(folder, ['init', '-q', '-b', 'main']);
  return folder;
}

function commit(folder: string, day: string, author: string, message: string): void {
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(author) ?? [];
  const date = `${day}T09:00:00+01:00`;
  const who = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, name],
      [`GIT_${role}_EMAIL`, email],
      [`GIT_${role}_DATE`, date],
    ]),
  );
  git(folder, ['commit', '-q', '--allow-empty', '-m', message], who);
}

function phoenix(): string {
  const folder = repository();
  commit(folder, '2024-01-10', `Me Myself <${ME}>`, 'init');
  commit(folder, '2024-01-11', 'Tessa Varga <tessa@northwind.example>', 'parser');
  commit(folder, '2024-01-12', 'tvarga <12345+tvarga@users.noreply.github.com>', 'web edit');
  commit(
    folder,
    '2024-01-13',
    'Tessa Varga <Tessa@Northwind.example>',
    'fix\n\nCo-authored-by: Ravi Sundaram <ravi@globex.example>\nCo-Authored-By: Kofi Brandt <kofi@northwind.example>\nCo-authored-by: kofi <KOFI@northwind.example>',
  );
  commit(
    folder,
    '2024-02-01',
    'Me Myself <me@home.example>',
    'squash\n\n* one\n---------\nco-authored-by:Lena Sorel<lena@initech.example>\nCo-authored-by: Me Myself <me@northwind.example>\nCo-authored-by: Claude <noreply@anthropic.com>\n\nFixes #3',
  );
  commit(
    folder,
    '2024-02-02',
    'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
    'bump',
  );
  commit(
    folder,
    '2024-02-04',
    'Zoë Ångström <zoe@example.org>',
    'docs: the text Co-authored-by: Fake Person <fake@example.org> in a line\n\nthe same Co-authored-by: Fake Person <fake@example.org> here',
  );
  writeFileSync(
    join(folder, '.mailmap'),
    'Tessa Varga <tessa@northwind.example> <12345+tvarga@users.noreply.github.com>\nMe Myself <me@northwind.example> <me@home.example>\n',
  );
  git(folder, ['add', '.']);
  commit(folder, '2024-03-03', 'Kofi Brandt <kofi@northwind.example>', 'add mailmap');
  return folder;
}

test('a repository becomes one project on its last day with its main authors, leaving out bots, quoted text and me', async () => {
  const folder = phoenix();
  const records = await readGit(folder, { emails: [ME.toUpperCase()], title: 'Phoenix' });
  const [project] = records.interactions;
  expect(project).toMatchObject({ kind: 'project', date: '2024-03-03', title: 'Phoenix' });
  expect(project?.people.map(({ name, emails }) => [name, emails?.[0]])).toEqual([
    ['Tessa Varga', 'tessa@northwind.example'],
    ['Kofi Brandt', 'kofi@northwind.example'],
    ['Zoë Ångström', 'zoe@example.org'],
    ['Lena Sorel', 'lena@initech.example'],
    ['Ravi Sundaram', 'ravi@globex.example'],
  ]);
  expect(project?.people).toBe(records.people);
  const again = await readGit(folder, { emails: [ME], top: 2, today: '2024-03-01' });
  expect(again.interactions[0]?.key).toBe(project?.key);
  expect(again.interactions[0]?.date).toBe('2024-03-01');
  expect(again.people).toHaveLength(2);
  const part = await readGit(folder, { emails: [ME], since: '2024-02-01', until: '2024-02-04' });
  expect(part.interactions[0]).toMatchObject({ date: '2024-02-04' });
  expect(part.people.map(({ name }) => name)).toEqual(['Zoë Ångström', 'Lena Sorel']);
});

test('a bundle gives the same result', async () => {
  const folder = phoenix();
  const bundle = join(folder, 'phoenix.bundle');
  git(folder, ['bundle', 'create', '-q', bundle, '--all']);
  const direct = await readGit(folder, { emails: [ME] });
  const bundled = await readGit(bundle, { emails: [ME] });
  expect(bundled.people.map(({ name }) => name)).toEqual(direct.people.map(({ name }) => name));
  expect(bundled.interactions[0]).toMatchObject({
    title: 'phoenix',
    key: direct.interactions[0]?.key,
  });
});

test('one person with two addresses and no mailmap stays one person; I am recognised by name', async () => {
  const folder = repository();
  commit(folder, '2024-01-10', 'Ana Silva <ana@home.example>', 'a');
  commit(folder, '2024-01-11', 'Ana Silva <1+ana@users.noreply.github.com>', 'b');
  commit(folder, '2024-01-12', 'Me Myself <x@y.example>', 'c');
  const records = await readGit(folder, { emails: [], name: 'me myself' });
  expect(records.people.map(({ name, emails }) => [name, emails?.[0]])).toEqual([
    ['Ana Silva', 'ana@home.example'],
  ]);
});

test('nothing in a hostile repository is run', async () => {
  const folder = phoenix();
  const mark = join(folder, 'ran');
  const script = join(folder, 'run.sh');
  writeFileSync(script, `#!/bin/sh\ntouch '${mark}'\nexit 1\n`);
  chmodSync(script, 0o755);
  const parent = git(folder, ['rev-parse', 'HEAD~1']).trim();
  appendFileSync(
    join(folder, '.git', 'config'),
    `[log]\n showSignature = true\n[gpg]\n program = ${script}\n[core]\n pager = ${script}\n fsmonitor = ${script}\n sshCommand = ${script}\n hooksPath = ${folder}\n` +
      `[extensions]\n partialClone = origin\n[remote "origin"]\n url = file://${folder}\n promisor = true\n uploadpack = ${script}\n[alias]\n log = !${script}\n`,
  );
  // A signed commit: a plain git log would check its signature with the program above.
  const body = git(folder, ['cat-file', 'commit', 'HEAD']).replace(
    '\n\n',
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n',
  );
  const file = join(folder, 'commit');
  writeFileSync(file, body);
  const signed = git(folder, ['hash-object', '-t', 'commit', '-w', file]).trim();
  git(folder, ['update-ref', 'refs/heads/main', signed]);
  // A plain git log springs the trap, so the trap works.
  git(folder, ['--no-pager', 'log', '-1']);
  expect(existsSync(mark)).toBe(true);
  rmSync(mark);
  await readGit(folder, { emails: [ME] });
  expect(existsSync(mark)).toBe(false);
  // A missing commit: a plain git log would fetch it with the program above.
  rmSync(join(folder, '.git', 'objects', parent.slice(0, 2), parent.slice(2)));
  expect(() => git(folder, ['--no-pager', 'log'])).toThrow();
  expect(existsSync(mark)).toBe(true);
  rmSync(mark);
  await expect(readGit(folder, { emails: [ME] })).rejects.toThrow();
  expect(existsSync(mark)).toBe(false);
});

test.each([
  ['Claude', 'noreply@anthropic.com', true],
  ['Copilot', '1+Copilot@users.noreply.github.com', true],
  ['renovate[bot]', 'x@y.example', true],
  ['weblate', 'hosted@weblate.org', true],
  ['ci-bot', 'x@y.example', true],
  ['GitHub', 'noreply@github.com', true],
  ['Ann Abbot', 'ann@x.example', false],
  ['Claude Monet', 'claude@x.example', false],
  ['Devin Park', 'devin@x.example', false],
  ['Tessa', '1+tessa@users.noreply.github.com', false],
])('%s <%s> is a bot: %s', (name, email, expected) => {
  expect(isBot(name, email)).toBe(expected);
});

test('a folder without a repository, without commits or with only mine is rejected with an explanation', async () => {
  const empty = repository();
  await expect(readGit(empty, { emails: [] })).rejects.toThrow(/no commits/);
  commit(empty, '2024-01-10', `Me <${ME}>`, 'x');
  await expect(readGit(empty, { emails: [ME] })).rejects.toThrow(/no one but you/);
  await expect(readGit(empty, { emails: [ME], since: '2025-01-01' })).rejects.toThrow(
    /no commits in that time/,
  );
  await expect(readGit(join(empty, 'none'), { emails: [] })).rejects.toThrow(/no such file:/);
  const file = join(empty, 'x.txt');
  writeFileSync(file, 'gitdir: /elsewhere');
  await expect(readGit(file, { emails: [] })).rejects.toThrow(/not a git bundle/);
});
