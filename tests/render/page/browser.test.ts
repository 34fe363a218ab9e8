/** The page in a real browser: Debian's chromium, headless. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coach } from '../../helpers/coach.ts';
import { tempFolder } from '../../helpers/run.ts';
import { background, contrasts, overlaps, smallestText } from './measure.ts';
import { sample } from './sample.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(CHROMIUM);
if (!isThere)
  console.warn(
    `The review page is not tried in a browser: there's no ${CHROMIUM} (apt-get install chromium, or name one in CHROMIUM).`,
  );

/** Where the screenshots go: a folder that is removed, unless one is named to keep them. */
const shots = process.env.NETCOACH_SHOTS ?? tempFolder();
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

let browser: Browser;
let file: string;
let hostile: string;

async function write(rename?: (name: string, index: number) => string): Promise<string> {
  const c = coach();
  mkdirSync(dirname(c.db), { recursive: true });
  sample(c.db, rename);
  const path = join(tempFolder(), 'review.html');
  await c.run('review', '--html', path);
  return path;
}

/** A page that fails the test on any console message, request or error. */
async function open(
  path: string,
  look: { width?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<{ page: Page; said: string[] }> {
  const page = await browser.newPage({
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.colorScheme ?? 'light',
  });
  const said: string[] = [];
  page.on('console', (message) => said.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(path).href) said.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(path).href);
  return { page, said };
}

describe.skipIf(!isThere)('the page in a browser', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') });
    file = await write();
    hostile = await write((name, index) =>
      index % 2 === 0
        ? `<img src="http://127.0.0.1:9/${index}" onerror=alert(1)>`
        : `"'><script>alert(${index})</script> ${name}`,
    );
  });
  afterAll(() => browser?.close());

  it('logs, requests and runs nothing, even with hostile names', async () => {
    for (const path of [file, hostile]) {
      const { page, said } = await open(path);
      expect(said).toEqual([]);
      expect(await page.locator('script, img, iframe, object, link').count()).toBe(0);
    }
    const { page } = await open(hostile);
    expect(await page.locator('.actions').textContent()).toContain('<img src="http://127.0.0.1:9/');
  });

  it('has one title, one top heading, and a heading for each part', async () => {
    const { page } = await open(file);
    expect(await page.title()).toBe('Your network on Sunday 22 November 2026');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual(['Your network']);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'What to do, best first',
      'Goals',
      'How warm your ties are',
      'Invitations',
      'Good moments of the last year',
      'Where people are',
      'Who worked together',
    ]);
    for (const role of ['main', 'banner', 'contentinfo'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
  });

  it('describes each chart in words, and as a table that a key opens', async () => {
    const { page } = await open(file);
    const charts = page.locator('section:has(details)');
    const count = await charts.count();
    expect(count).toBe(5);
    for (let index = 0; index < count; index++) {
      const chart = charts.nth(index);
      const pictures = chart.getByRole('img');
      expect(await pictures.count()).toBeGreaterThan(0);
      for (const picture of await pictures.all())
        expect(((await picture.getAttribute('aria-label')) ?? '').length).toBeGreaterThan(8);
      expect(await chart.getByRole('table').count()).toBe(0);
      await chart.locator('summary').press('Enter');
      const table = chart.getByRole('table').first();
      expect(await table.locator('caption').textContent()).not.toBe('');
      expect(await table.getByRole('columnheader').count()).toBeGreaterThan(2);
      expect(await table.getByRole('rowheader').count()).toBeGreaterThan(1);
    }
    await page.screenshot({ path: join(shots, 'review-tables.png'), fullPage: true });
  });

  it('draws what its tables count', async () => {
    const { page } = await open(file);
    const drawn = await page.locator('section:has(#ties) svg.picture rect.warm').count();
    await page.locator('section:has(#ties) summary').click();
    const warm = await page.locator('section:has(#ties) tbody td:nth-child(2)').allInnerTexts();
    expect(warm).toHaveLength(12);
    expect(drawn).toBe(warm.filter((one) => one !== '0').length);
    const dots = await page.locator('svg.on-desk circle').count();
    await page.locator('section:has(#map) summary').click();
    expect(await page.locator('section:has(#map) tbody tr').count()).toBe(dots);
  });

  it.each(['light', 'dark'] as const)('is readable in %s mode', async (colorScheme) => {
    const { page } = await open(file, { colorScheme });
    const { text, charts } = await page.evaluate(contrasts);
    expect(text).toBeGreaterThanOrEqual(4.5);
    expect(charts).toBeGreaterThanOrEqual(3);
    const [r = 0] = ((await page.evaluate(background)).match(/\d+/g) ?? []).map(Number);
    if (colorScheme === 'dark') expect(r).toBeLessThan(60);
    else expect(r).toBeGreaterThan(200);
  });

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)('fits %i pixels in %s mode', async (width, colorScheme) => {
    for (const [name, path] of [
      ['review', file],
      ['hostile', hostile],
    ] as const) {
      const { page } = await open(path, { width, colorScheme });
      await page.screenshot({
        path: join(shots, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
      const wide = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(wide).toBe(width);
      // Small print in a chart is still small print.
      const smallest = await page.evaluate(smallestText);
      expect(smallest).toBeGreaterThanOrEqual(10);
    }
  });

  it.each([1280, 390])('keeps the names on the map apart at %i pixels', async (width) => {
    const { page } = await open(file, { width });
    expect(await page.evaluate(overlaps)).toEqual([]);
  });

  it('prints dark text on white, whatever the screen mode', async () => {
    const { page } = await open(file, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(background)).toBe('rgb(255, 255, 255)');
    const { text, charts } = await page.evaluate(contrasts);
    expect(text).toBeGreaterThanOrEqual(4.5);
    expect(charts).toBeGreaterThanOrEqual(3);
    expect(await page.locator('summary').first().isVisible()).toBe(false);
    const pdf = await page.pdf({ format: 'A4', path: join(shots, 'review.pdf') });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(4);
  });
});
