/** No export contains text that acts on a terminal, and every export keeps all other text as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Coach, coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

/** Control and invisible characters, direction marks, and characters that end a line elsewhere. */
const ACTS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u00ad\u180e\u200b\u2060-\u206f\ufeff\ufff9-\ufffb]|[^\u{1f3f4}\u{e0000}-\u{e007f}][\u{e0000}-\u{e007f}]/u;
const HONEST = [
  '\u{1f469}\u200d\u{1f4bb}',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  'محمد',
  'שרה',
  'می\u200cخواهم',
  '王小明',
  'Jose\u0301',
].join(' ');

const FORMATS = [['csv'], ['csv', '--interactions'], ['vcard'], ['calendar'], ['json']];

/** A log that uses the same text everywhere. */
async function logOf(text: string): Promise<Coach> {
  const c = coach();
  await c.add(
    'Priya Shah',
    '--linkedin',
    `linkedin.com/in/x${text.replaceAll(/[\s\p{Cc}]/gu, '')}`,
  );
  const fields = ['--name', '--role', '--team', '--company', '--skill', '--interest', '--alias'];
  await c.json('edit', '#1', ...fields.flatMap((field) => [field, `A${text}Z`]));
  await c.json('edit', '#1', '--note', `A${text}Z\nnext`);
  await c.log('project', '#1', `A${text}Z`, '2026-11-20', '--note', `A${text}Z\nnext`);
  return c;
}

test.each(FORMATS)('export %s %s contains nothing that acts on a terminal', async (...format) => {
  const text =
    '\u0001\u0007\u001b[31m\u007f\u0085\u009b\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u2029\u00ad\u180e\u200b\u2060\u2064\ufeff\ufffb\u{e0041}\u{e007f}\t';
  const c = await logOf(text);
  const { stdout } = await c.run('export', ...format);
  expect(stdout.replaceAll('\r\n', '\n')).not.toMatch(ACTS);
  expect((await c.with({ tty: true }, 'export', ...format)).stdout).toBe(stdout);
  const path = join(tempFolder(), 'all');
  await c.json('export', format[0] as string, path, ...format.slice(1));
  expect(readFileSync(path, 'utf8')).toBe(stdout);
  if (format[0] !== 'json') return;
  expect(JSON.parse(stdout).people[0].name).toBe(`A${text}Z`);
  const other = coach();
  await other.json('import', 'json', path);
  expect((await other.run('export', 'json')).stdout).toBe(stdout);
});

test.each(FORMATS)('export %s %s keeps ordinary text as it is', async (...format) => {
  const { stdout } = await (await logOf(HONEST)).run('export', ...format);
  const text = format[0] === 'json' ? JSON.parse(stdout).people[0].name : stdout;
  expect(text.replaceAll('\r\n ', '')).toContain(`A${HONEST}Z`);
  if (format[0] === 'vcard') expect(stdout.replaceAll('\r\n ', '')).toContain('Z\\nnext');
});

test('export csv guards a formula that hides after what nobody sees', async () => {
  const c = coach();
  for (const start of ['\u200b', '\u00ad', '\u2060', '\ufeff', '\u{e0041}'])
    await c.add(`${start}=HYPERLINK("x") ${start.codePointAt(0)}`);
  const { stdout } = await c.run('export', 'csv');
  expect(stdout.match(/^"'=HYPERLINK/gm)).toHaveLength(5);
});
