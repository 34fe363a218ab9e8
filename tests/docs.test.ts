import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES } from '../src/cli/help/pages.ts';
import { VERSION } from '../src/cli/version.ts';
import { pictures, README, rebuilt } from './docs/docs.ts';
import { MAN_PAGE, manPage } from './docs/man.ts';

describe('the documentation', () => {
  it('shows what the program really prints (npm run docs updates it)', async () => {
    expect(await rebuilt()).toBe(readFileSync(README, 'utf8'));
  });

  it('has a man page that says what help says', () => {
    const page = readFileSync(MAN_PAGE, 'utf8');
    expect(manPage()).toBe(page);
    const { man, files } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    );
    expect(man).toBe('./man/netcoach.1');
    expect(files).toContain('man/netcoach.1');
  });

  it.skipIf(spawnSync('groff', ['--version']).status !== 0)(
    'has a man page that man can show',
    () => {
      const shown = spawnSync('groff', ['-man', '-ww', '-Kutf8', '-Tutf8', '-P-cbou', MAN_PAGE], {
        encoding: 'utf8',
      });
      expect({ status: shown.status, stderr: shown.stderr }).toEqual({ status: 0, stderr: '' });
      for (const name of Object.keys(PAGES)) expect(shown.stdout).toContain(`netcoach ${name}`);
      expect(shown.stdout).toContain('netcoach log "Shipped Apollo with Priya and Tom yesterday"');
      expect(shown.stdout).toContain('{{id}}\\t{{name}}');
    },
  );

  it('has pictures of real runs', async () => {
    for (const [file, svg] of await pictures()) {
      expect(svg, file).toBe(readFileSync(file, 'utf8'));
      expect(readFileSync(README, 'utf8')).toContain(`docs/${basename(file)}`);
    }
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
