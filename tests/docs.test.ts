import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../src/cli/version.ts';
import { README, rebuilt } from './docs/docs.ts';

describe('the documentation', () => {
  it('shows what the program really prints (npm run docs rewrites it)', async () => {
    expect(await rebuilt()).toBe(readFileSync(README, 'utf8'));
  });

  it('and the program know one version', () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    );
    expect(VERSION).toBe(version);
  });

  it('names in CI only what README names', () => {
    const script = readFileSync(new URL('../.ci/run', import.meta.url), 'utf8');
    const commands = script.split('\n').filter((line) => /^(npm|npx|node|apt)/.test(line));
    expect(commands.length).toBeGreaterThan(0);
    const readme = readFileSync(README, 'utf8');
    for (const command of commands) expect(readme).toContain(command);
  });
});
