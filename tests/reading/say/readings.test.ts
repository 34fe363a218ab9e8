import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../src/model.ts';
import { readDetail } from '../../../src/reading/say/detail.ts';
import { readTitle } from '../../../src/reading/say/title.ts';
import { DETAIL_VERSION, TITLE_VERSION } from '../../../src/store/read-by.ts';
import { showReading } from './show.ts';

/** One line of the tables beside this file: where it is from, what was typed of whom, what is right. */
interface Case {
  set: string;
  kind: Kind;
  name: string;
  typed: string;
  /** The sentence it gives; "?" where one could say it but no reading is right yet, "-" where nothing is to be said. */
  right: string;
}

function casesOf(file: string): Case[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [set = '', kind = '', name = '', ...rest] = line.split(' | ');
      const right = rest.pop() ?? '';
      return { set, kind: kind as Kind, name, typed: rest.join(' | '), right };
    });
}

interface Figures {
  wrong: string[];
  /** Of what is read, the share that is right. */
  precision: number;
  /** Of what can be said, the share that is read. */
  recall: number;
}

/** "The survey" is as right as "the channel dredging survey". */
function isHeadOf(said: string | null, right: string): boolean {
  const core = (text: string) =>
    text.replace(/^… (?:on|at) (?:the )?/u, '').replace(/(?: (?:in|at|for) .*)? …$/u, '');
  return said !== null && ` ${core(right)}`.endsWith(` ${core(said)}`);
}

async function measure(
  cases: readonly Case[],
  read: (one: Case) => Promise<string | null>,
): Promise<Figures> {
  const found = await Promise.all(cases.map(async (one) => ({ ...one, said: await read(one) })));
  const said = found.filter((one) => one.said !== null);
  const wrong = said.filter((one) => one.said !== one.right && !isHeadOf(one.said, one.right));
  const sayable = found.filter(({ right }) => right !== '-');
  return {
    wrong: wrong.map((one) => `${one.typed} => ${one.said}`),
    precision: 1 - wrong.length / said.length,
    recall: sayable.filter((one) => one.said !== null).length / sayable.length,
  };
}

const title = async ({ typed, kind, name }: Case) => {
  const topic = await readTitle(typed, { kind, day: '2026-11-20', people: [[name]] });
  return topic === null ? null : showReading(topic);
};
const detail = async ({ typed, kind, name }: Case) => {
  const read = await readDetail(typed, { kind, name, names: [] });
  return read === null ? null : showReading(read);
};

describe('what was typed, as it is said', () => {
  it.each(['given', 'own', 'held-1', 'held-2', 'held-3', 'held-4', 'held-5'])(
    'reads titles: %s',
    async (set) => {
      const cases = casesOf('titles.txt').filter((one) => one.set === set);
      const { wrong, precision, recall } = await measure(cases, title);
      expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
      expect(recall).toBeGreaterThanOrEqual(0.82);
    },
  );

  it.each(['given', 'own', 'held-1', 'held-2', 'held-3', 'held-4', 'held-5'])(
    'reads details: %s',
    async (set) => {
      const cases = casesOf('details.txt').filter((one) => one.set === set);
      const { wrong, precision, recall } = await measure(cases, detail);
      expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
      expect(recall).toBeGreaterThanOrEqual(0.65);
    },
  );

  it('says a deed, a quality and their short forms', async () => {
    const mo = { kind: 'project', name: 'Mo Farr', names: ['Brian'] } as const;
    expect(await readDetail('Mo stayed late to fix the import', mo)).toEqual({
      is: 'deed',
      gerund: 'staying late to fix the import',
      past: 'you stayed late to fix the import',
      short: { gerund: 'staying late', past: 'you stayed late' },
    });
    expect(await readDetail('so calm on the radio', mo)).toEqual({
      is: 'quality',
      how: 'calm on the radio',
      clause: 'how calm you were on the radio',
      short: 'calm',
    });
    expect(await readDetail('knew every bird name', mo)).toMatchObject({ gerund: null });
    expect(await readDetail('told me to trust my gut', mo)).toMatchObject({ is: 'advice' });
    expect(
      await readTitle('Ledger relaunch with Mo', {
        kind: 'project',
        day: '2026-11-20',
        people: [['Mo Farr']],
      }),
    ).toEqual({
      after: 'on',
      phrase: 'the ledger relaunch',
      short: 'the relaunch',
    });
  });

  it('says nothing of others, and nothing of what a review said', async () => {
    const owner = { name: 'Mo Farr', names: ['Brian'] };
    expect(
      await readDetail('took over from Brian at short notice', { ...owner, kind: 'project' }),
    ).toBeNull();
    for (const said of [
      'told me to slow down',
      'your tips on pacing',
      'be bolder',
      'rewrote the intro',
      'cut the first three paragraphs of my story',
      'gave me three ideas for the ending',
    ])
      expect(await readDetail(said, { ...owner, kind: 'feedback' })).toBeNull();
    for (const said of ['be bolder', 'thin second chapter', 'speaking slower', 'more structure'])
      expect(
        await readTitle(said, {
          kind: 'feedback',
          day: '2026-11-20',
          people: [],
        }),
      ).toBeNull();
  });

  it('tells a name from a word that is a part of it', async () => {
    const owner = { kind: 'project', name: 'Henk-Jan van der Velde', names: [] } as const;
    expect(await readDetail('drove the van all night', owner)).toMatchObject({
      gerund: 'driving the van all night',
    });
    expect(await readDetail('helped Velde with the van', owner)).toBeNull();
    expect(
      await readTitle('van rota', {
        kind: 'project',
        day: '2026-11-20',
        people: [[owner.name]],
      }),
    ).not.toBeNull();
  });

  it('never throws, and never says half a quotation', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'her',
        'she',
        'stayed',
        'the',
        "Mo's",
        'and',
        'to',
        '(',
        '!',
        ',',
        'late',
        'Q3',
        'with',
        '&',
        'so',
        'calm',
        'ÉCLAIR',
        '李',
        '’',
        '12',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const typed = pieces.join(' ');
        const read = await readDetail(typed, { kind: 'project', name: 'Mo', names: [] });
        const topic = await readTitle(typed, {
          kind: 'project',
          day: '2026-11-20',
          people: [['Mo']],
        });
        for (const reading of [read, topic])
          if (reading !== null)
            expect(showReading(reading)).not.toMatch(/["“”„«»<>[\]{}]|undefined/);
      }),
      { numRuns: 300 },
    );
  });

  it('takes anything that one may type', async () => {
    const odd = [
      '',
      '   ',
      '!!!',
      '🎉',
      '"',
      'a',
      '-',
      ',',
      "'s",
      '李小龍 幫了我',
      'http://x.y',
      'her',
      'and',
      'x'.repeat(400),
      '(no)',
      'the',
      'thank you for',
      'I will remember',
    ];
    for (const typed of odd)
      for (const kind of [
        'project',
        'event',
        'interest',
        'feedback',
        'milestone',
        'reorg',
        'departure',
        'new-job',
        'meeting',
        'engagement',
      ] as const) {
        const topic = await readTitle(typed, { kind, day: '2026-11-20', people: [['Mo']] });
        const read = await readDetail(typed, { kind, name: 'Mo', names: [] });
        for (const reading of [topic, read])
          if (reading !== null) expect(showReading(reading)).not.toMatch(/["“”]|undefined|\s{2}/);
      }
    expect([TITLE_VERSION, DETAIL_VERSION]).toEqual([4, 4]);
  });
});
