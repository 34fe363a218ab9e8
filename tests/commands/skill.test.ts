import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../../src/text/shell.ts';
import { coach } from '../helpers/coach.ts';
import { tempFolder } from '../helpers/run.ts';

async function skillText(): Promise<string> {
  const { code, stdout } = await coach().run('skill');
  expect(code).toBe(0);
  return stdout;
}

describe('skill', () => {
  it('prints a skill of at most 200 lines, with a name and a description', async () => {
    const text = await skillText();
    expect(text.split('\n').length).toBeLessThanOrEqual(200);
    const [, head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
    expect(head).toMatch(/^name: netcoach$/m);
    // The limit of the format.
    expect(/^description: (.*)$/m.exec(head)?.[1]?.length).toBeLessThanOrEqual(1024);
    expect((await coach().json<{ skill: string }>('skill')).skill).toBe(text);
  });

  it('gives the etiquette in twenty lines', async () => {
    const part = (await skillText()).split('## Etiquette')[1]?.split('\n## ')[0] ?? '';
    expect(part.match(/^\d+\. /gm)).toHaveLength(20);
  });

  it('shows commands that work as they stand, one after the other', async () => {
    const blocks = (await skillText()).matchAll(/^```\n([\s\S]*?)^```$/gm);
    const lines = [...blocks].flatMap(([, block = '']) => block.trim().split('\n'));
    expect(lines.length).toBeGreaterThan(10);
    const c = coach();
    for (const line of lines) {
      // The log is undone where the text says how; the rest builds on it.
      const [program, ...args] = splitWords(line) ?? [];
      expect(program).toBe('netcoach');
      const { code, stdout, stderr } = await c.run(...args);
      expect(`${code} ${stderr}`, line).toMatch(/^0 /);
      expect(() => JSON.parse(stdout), line).not.toThrow();
      if (args[0] === 'undo') await c.log('feedback', 'Marco Rossi', 'Q3 review', '2026-11-18');
    }
  });

  it('names only commands and flags that there are', async () => {
    const text = await skillText();
    const help = (await coach().run('--help')).stdout;
    const commands = text.match(
      /(?<=`)(?:sent|declined|withdrawn|accept|ignore|skip|forget|restore|merge|delete)(?=`)/g,
    );
    expect(commands?.length).toBeGreaterThan(5);
    for (const command of commands ?? []) expect(help).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  it('installs into a folder of skills, and again over its own', async () => {
    const folder = tempFolder();
    const c = coach();
    const { installed } = await c.json<{ installed: string }>('skill', '--install', folder);
    expect(installed).toBe(join(folder, 'netcoach', 'SKILL.md'));
    expect(readFileSync(installed, 'utf8')).toBe(await skillText());
    expect(statSync(installed).mode & 0o077).toBe(0);
    expect((await c.run('skill', '--install', folder)).stdout).toContain(installed);
  });

  it("leaves another's file alone, and makes no folder of skills", async () => {
    const c = coach();
    const folder = tempFolder();
    const file = join(folder, 'netcoach', 'SKILL.md');
    mkdirSync(join(folder, 'netcoach'));
    writeFileSync(file, 'mine');
    await c.fails('io', 'skill', '--install', folder);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await c.fails('io', 'skill', '--install', join(folder, 'absent'));
    await c.fails('io', 'skill', '--install', file);
    const linked = tempFolder();
    mkdirSync(join(linked, 'netcoach'));
    symlinkSync(file, join(linked, 'netcoach', 'SKILL.md'));
    await c.fails('io', 'skill', '--install', linked);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});
