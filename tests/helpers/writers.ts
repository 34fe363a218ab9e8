/** Stand-ins for a program that words messages. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoteForShell } from '../../src/text/shell.ts';
import { tempFolder } from './temp.ts';

export interface StandIn {
  /** The command line that runs it. */
  command: string;
  /** What it was given, once for each time it ran. */
  prompts: () => string[];
}

/**
 * A program of Node that reads its input and does `body`, which sees it as `prompt` and the number of
 * the run as `turn`, from 1, and answers with `say(text)`.
 */
export function standIn(body: string): StandIn {
  const folder = tempFolder();
  const log = join(folder, 'prompts.json');
  const file = join(folder, 'writer.cjs');
  writeFileSync(log, '[]');
  writeFileSync(
    file,
    `const fs = require('node:fs');
const prompt = fs.readFileSync(0, 'utf8');
const prompts = [...JSON.parse(fs.readFileSync(${JSON.stringify(log)}, 'utf8')), prompt];
fs.writeFileSync(${JSON.stringify(log)}, JSON.stringify(prompts));
const turn = prompts.length;
const say = (text) => fs.writeSync(1, text);
${body}
`,
  );
  return {
    command: `${quoteForShell(process.execPath)} ${quoteForShell(file)}`,
    prompts: () => JSON.parse(readFileSync(log, 'utf8')) as string[],
  };
}
