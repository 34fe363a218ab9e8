/** Large broken files: at most five seconds, one clear line, and nothing stored. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

async function refusal(source: string, name: string, content: string | Uint8Array) {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  const c = coach();
  const started = performance.now();
  const { code, stderr } = await c.run('import', source, path);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(code).toBe(1);
  expect(await c.people()).toEqual([]);
  return stderr;
}

const HEADER = 'name,company,email\n';
const OPEN = /^netcoach: x\.csv:2 has an unclosed quote\. Close it on that line, or delete it\.\n$/;

test.each([
  ['never closed', `"Broken,Acme,x\n${'Ana Ruiz,Acme,ana@x.example\n'.repeat(700_000)}`],
  ['closed by the next one', `"Broken,Acme,x\n${'Ana Ruiz,Acme,"a@x.example"\n'.repeat(650_000)}`],
  ['open on every row', '"Ana Ruiz,Acme,ana@x.example\n'.repeat(700_000)],
  ['doubled within', 'Ana,"b""c,x\n'.repeat(1_600_000)],
  ['doubled at the end', '"x""\n'.repeat(4_000_000)],
  ['nothing but quotes', '"'.repeat(20_000_001)],
])('20 MB of CSV with a quote that is %s', async (_what, rows) => {
  expect(await refusal('csv', 'x.csv', HEADER + rows)).toMatch(OPEN);
});

test.each([
  ['never closes', '"Broken,Acme,x@x.example\n', 1],
  ['never closes, in a later cell', 'Tom Becker,"Broken,x@x.example\n', 1],
  ['closes at the next one', '"Broken,Acme,x@x.example\n"Tom Becker",Acme,tom@acme.example\n', 1],
])('a small file is read without the row whose quote %s', async (_what, row, skipped) => {
  const path = join(tempFolder(), 'x.csv');
  writeFileSync(path, `${HEADER}Ana Ruiz,"Acme, Ltd",ana@x.example\n${row}`);
  const c = coach();
  const found = await c.json<{ skipped: unknown[]; skippedTotal: number }>('import', 'csv', path);
  expect(found).toMatchObject({
    skippedTotal: skipped,
    skipped: [{ where: 'x.csv:3', why: 'an unclosed quote' }],
  });
  expect(await c.people()).toEqual(['Ana Ruiz']);
});

test('a file of one row with an unclosed quote is refused', async () => {
  const path = join(tempFolder(), 'x.csv');
  for (const [header, row] of [
    [HEADER, '"unclosed,Acme,a@b.example'],
    ['date,kind,people,title\n', '2026-11-20,project,"Ana Ruiz,Apollo'],
  ]) {
    writeFileSync(path, `${header}${row}\n`);
    const c = coach();
    const error = await c.fails('bad-file', 'import', 'csv', path);
    expect(`${error.message} ${error.hint}`).toMatch(/x\.csv.*an unclosed quote/);
    expect(await c.people()).toEqual([]);
  }
});

/** Sets the size that a zip of one entry claims for it. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(zip);
  copy.writeUInt32LE(size, 22);
  copy.writeUInt32LE(size, copy.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
  return copy;
}

test('a zip that unpacks to more than it says is not unpacked further', async () => {
  const bomb = zipSync({ 'Connections.csv': new Uint8Array(600_000_000) }, { level: 1 });
  const message = /^netcoach: x\.zip is a damaged or incomplete zip\. Download it again\.\n$/;
  expect(await refusal('linkedin', 'x.zip', claiming(bomb, 1_000))).toMatch(message);
  const small = zipSync({ 'Connections.csv': strToU8('First Name,Last Name,Connected On\n') });
  expect(await refusal('linkedin', 'x.zip', claiming(small, 50_000_000))).toMatch(message);
  expect(await refusal('linkedin', 'x.zip', claiming(small, 4_000_000_000))).toMatch(
    /larger than 64 MB/,
  );
});

test.each([
  ['a photo-like line', ` ${'y'.repeat(74)}\r\n`.repeat(650_000)],
  ['one character a line', ' y\r\n'.repeat(12_500_000)],
])('50 MB of one folded line: %s', async (_what, folds) => {
  const calendar = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n${folds}END:VEVENT\r\n`;
  expect(await refusal('calendar', 'x.ics', calendar)).toMatch(
    /^netcoach: x\.ics:3 is a line (?:of more than five megabytes|in too many pieces)\. [^\n]*\n$/,
  );
});
