import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../src/cli/version.ts';
import { README, rebuilt } from './docs/docs.ts';

describe('the documentation', () => {
  it('shows what the program really prints (npm run docs updates it)', async () => {
    expect(await rebuilt()).toBe(readFileSync(README, 'utf8'));
  });

  it('gives the same version as the program', () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    );
    expect(VERSION).toBe(version);
  });

  it('lists every command that CI runs', () => {
    const script = readFileSync(new URL('../.ci/run', import.meta.url), 'utf8');
    const commands = script.split('\n').filter((line) => /^(npm|npx|node|apt)/.test(line));
    expect(commands.length).toBeGreaterThan(0);
    const readme = readFileSync(README, 'utf8');
    for (const command of commands) expect(readme).toContain(command);
  });
});
