import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadD3 } from '../../../src/render/page/d3.ts';
import { type Box, layOut } from '../../../src/render/page/map.ts';
import { clip, columnsOf, escapeHtml } from '../../../src/render/page/markup.ts';
import { coach } from '../../helpers/coach.ts';
import { unsafe } from '../../helpers/text.ts';
import { sample } from './sample.ts';

async function pageOf(rename?: (name: string, index: number) => string): Promise<string> {
  const c = coach();
  mkdirSync(dirname(c.db), { recursive: true });
  sample(c.db, rename);
  return (await c.run('review', '--html', '-')).stdout;
}

describe('text on the page', () => {
  it('never becomes markup or control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
        expect(unsafe(escaped)).toEqual([]);
      }),
    );
  });

  it('is cut to its columns between characters', () => {
    expect(clip('Samuel Adeyemi-Bakare', 10)).toBe('Samuel Ad…');
    expect(clip('Samuel', 6)).toBe('Samuel');
    expect(clip('王小明同志', 6)).toBe('王小…');
    expect(clip('👩‍💻👩‍💻👩‍💻', 5)).toBe('👩‍💻👩‍💻…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 30 }),
        (text, most) => {
          expect(columnsOf(clip(text, most))).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});

describe('the page', () => {
  it('contains no markup from a hostile name', async () => {
    const evil = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "'; alert(1) //",
      '</title></style><b>',
      '&lt;i&gt;',
      '\u202eevil\u0007\u001b[31m',
    ];
    const page = await pageOf((name, index) =>
      index === 7 ? name : `${evil[index % evil.length]} ${index}`,
    );
    expect(page).not.toMatch(/<script|<img|<b>|<i>|onerror=[^&]*>\s*</);
    expect(page).toContain('&lt;script&gt;');
    expect(page).toContain('&amp;lt;i&amp;gt;');
    expect(unsafe(page)).toEqual([]);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page.match(/<\/title>/g)).toHaveLength(1);
  });

  it('requests nothing, and allows no style but its own', async () => {
    const page = await pageOf();
    expect(page).not.toMatch(/https?:|\/\/|\bsrc=|\bhref=|url\(|@import|<link|<script|style="/);
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it('is the same each time', async () => {
    expect(await pageOf()).toBe(await pageOf());
  });
});

describe('the map', () => {
  const boxes = (count: number): Box[] =>
    Array.from({ length: count }, (_, index) => ({
      text: `Person ${index}`,
      radius: 5 + (index % 8),
      width: 60 + 4 * (index % 9),
      height: 40,
      x: 0,
      y: 0,
    }));

  it.each([
    ['a lone person', 1, []],
    ['two alike', 2, [{ source: 0, target: 1, shared: 3 }]],
    ['24 without a tie', 24, []],
    [
      '24 who all know one',
      24,
      Array.from({ length: 23 }, (_, index) => ({ source: 0, target: index + 1, shared: 1 })),
    ],
  ])('keeps %s inside and apart from each other', async (_, count, links) => {
    const d3 = await loadD3();
    for (const size of [
      { width: 800, height: 460 },
      { width: 340, height: 700 },
    ]) {
      const placed = boxes(count);
      layOut(d3, placed, links, size);
      for (const [index, a] of placed.entries()) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(-0.01);
        expect(a.x + a.width / 2).toBeLessThanOrEqual(size.width + 0.01);
        expect(a.y - a.height / 2).toBeGreaterThanOrEqual(-0.01);
        expect(a.y + a.height / 2).toBeLessThanOrEqual(size.height + 0.01);
        for (const b of placed.slice(index + 1)) {
          const isApart =
            Math.abs(a.x - b.x) >= (a.width + b.width) / 2 - 0.5 ||
            Math.abs(a.y - b.y) >= (a.height + b.height) / 2 - 0.5;
          expect(isApart, `${a.text} over ${b.text} at ${size.width}`).toBe(true);
        }
      }
    }
  });
});
