import { lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from '../context.ts';
import { writeAtomically } from '../database/assemble.ts';
import { Failure } from '../failure.ts';
import { safe } from '../text/safe.ts';

/**
 * Prints the text that teaches an assistant to use netcoach; with `install`, writes it into a folder
 * of skills, as netcoach/SKILL.md.
 * @throws Failure `io` if the folder isn't there, or another file is in the way
 */
export function run({ install }: { install?: string }, context: Context): undefined {
  const skill = readSkill();
  if (install === undefined) {
    context.print({ skill }, () => skill);
    return;
  }
  const file = installSkill(resolve(install), skill);
  context.print({ installed: file }, () => `Wrote ${safe(file)}.`);
}

/** It is beside this file, and beside the bundle once it is built. */
function readSkill(): string {
  // In the bundle it is a path.
  const url = import.meta.url;
  const here = url.startsWith('file:') ? fileURLToPath(url) : url;
  return readFileSync(join(dirname(here), 'SKILL.md'), 'utf8');
}

function installSkill(folder: string, skill: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Failure(
      'io',
      `there's no folder ${folder}`,
      'Create it first, or give the folder where your assistant keeps its skills.',
    );
  const file = join(folder, 'netcoach', 'SKILL.md');
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found !== undefined && !(found.isFile() && isOurs(file)))
    throw new Failure(
      'io',
      `${file} isn't netcoach's`,
      'Nothing was written. Move it away, or give another folder.',
    );
  mkdirSync(dirname(file), { recursive: true });
  writeAtomically(file, (partFile) => writeFileSync(partFile, skill));
  return file;
}

/** An earlier version may be replaced. */
function isOurs(file: string): boolean {
  return readFileSync(file, 'utf8').startsWith('---\nname: netcoach\n');
}
