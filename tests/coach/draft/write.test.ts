import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../rules/lib/example.ts';
import { writeDraft } from '../../../src/coach/draft/write.ts';
import type { Detail, ExampleHistory, Kind, Reading } from '../../../src/model.ts';
import type { RuleName } from '../../helpers/rules.ts';
import { CASES, connected, momentOf, project, requestOf, TODAY, write } from './situation.ts';

const deed: Detail = {
  is: 'deed',
  gerund: 'staying late to fix the import',
  past: 'you stayed late to fix the import',
  short: { gerund: 'staying late', past: 'you stayed late' },
};
const named = (after: 'on' | 'at' | 'about' | 'of', phrase: string): Reading => ({
  after,
  phrase,
  short: null,
});
const one = (kind: Kind, title: string, reading: Reading, more: object = {}) => ({
  kind,
  date: '2026-11-20',
  title,
  reading,
  ...more,
});
const message = { channel: 'message', limit: 8000 } as const;

/** Every wording. */
function wordings(
  id: RuleName,
  given: Omit<ExampleHistory, 'today'>,
  asked: Parameters<typeof write>[2] = {},
): string[] {
  const history = historyOf({ today: TODAY, ...given });
  const { variants } = writeDraft(requestOf(history, momentOf(id, history), asked));
  return Array.from({ length: variants }, (_, at) =>
    write(id, given, { ...asked, variant: at + 1 }),
  );
}

describe('a message', () => {
  it('says what they did and on what', () => {
    const interactions = [project('Apollo launch', 'your rollback plan')];
    const texts = wordings('project', { interactions });
    expect(texts.length).toBeGreaterThanOrEqual(4);
    for (const text of texts) expect(text).toContain('your rollback plan');
    expect(texts.filter((text) => text.includes('the Apollo launch')).length).toBeGreaterThan(2);
    expect(texts.join('\n')).not.toMatch(/["“]|\bI'm Sam\b/);
  });

  it('says something true and short where nothing was understood', () => {
    const interactions = [{ kind: 'project' as const, date: '2026-11-20', title: 'xyz +1 w/ ??' }];
    for (const text of wordings('project', { interactions }))
      expect(text).toMatch(/^Hi Priya, [^"/+]{10,80}[.?]$/);
  });

  it('speaks of a departure that lies ahead, and of one that has been', () => {
    const leaving = (until: string | null, isAhead: boolean, date = '2026-11-20') =>
      one(
        'departure',
        'leaving',
        { leaves: 'you', until, isAhead, isRetiring: false, place: null },
        { date },
      );
    const given = (interaction: ReturnType<typeof one>) => ({ interactions: [interaction] });
    for (const text of wordings('departure', given(leaving('2026-11-27', true))))
      expect(text).not.toMatch(/without you|landed|enjoyed working with you\. Let's not/);
    expect(wordings('departure', given(leaving('2026-11-27', true))).join()).toContain('on Friday');
    for (const text of wordings('departure', given(leaving('2026-11-21', true))))
      expect(text).not.toMatch(/you're leaving|before you go/i);
    const mine = one('departure', 'my last day is friday', {
      leaves: 'me',
      until: '2026-11-27',
      isAhead: true,
      isRetiring: false,
      place: null,
    });
    for (const text of wordings('departure', given(mine)))
      expect(text).not.toMatch(/you're leaving|what comes next|now that I've left/);
  });

  it('welcomes the one whom a change puts at the head', () => {
    const interactions = [one('reorg', 'new VP Priya', { leads: 'you' })];
    for (const text of wordings('reorg', { person: { team: 'Billing' }, interactions }))
      expect(text).not.toMatch(/change|all right/);
  });

  it.each(['layoffs in Sales', 'the Leeds site is closing'])(
    'is plain and short after hard news: %s',
    (title) => {
      const interactions = [one('reorg', title, named('about', 'the layoffs'))];
      for (const text of wordings('reorg', { person: { team: 'Billing' }, interactions })) {
        expect(text).not.toMatch(/more of each other|connect|touch|!/);
        expect(text.length).toBeLessThan(140);
      }
    },
  );

  it.each([
    ['Laid off', /job|news|hear|help/],
    ['Her father died', /sorry|thinking|words/],
    ['Burnout, off sick', /sorry|thinking|looked after/],
  ])('has no congratulation and no question about work after %s', (title, words) => {
    const interactions = [{ kind: 'milestone' as const, date: '2026-11-20', title }];
    for (const text of wordings('milestone', { person: connected, interactions }, message)) {
      expect(text).toMatch(words);
      expect(text).not.toMatch(/congratul|pleased|your work going|what you're up to/i);
    }
  });

  it('holds one thing: a congratulation has no introduction and no second topic', () => {
    const interactions = [
      one('milestone', 'Promoted to Staff', { news: 'your promotion to Staff', short: null }),
      project('Ledger migration', 'your rollback plan', '2026-03-02'),
    ];
    for (const text of wordings('milestone', { interactions }, message)) {
      expect(text).toMatch(/promotion to Staff/);
      expect(text).not.toMatch(/Ledger|rollback|Sam|Billing/);
    }
  });

  it.each(['Baby girl', 'Wedding'])('treats %s as a joy', (title) => {
    const interactions = [
      one('milestone', title, { news: `your ${title.toLowerCase()}`, short: null }),
    ];
    for (const text of wordings('milestone', { person: connected, interactions }, message)) {
      expect(text).toMatch(/congratulations/i);
      expect(text).not.toMatch(/well done|lucky to have|celebrate/i);
    }
  });

  it('introduces me only to those who would wonder', () => {
    const event = one('event', 'Lisbon offsite', named('at', 'the Lisbon offsite'), {
      highlight: 'x',
      detail: { is: 'talk', phrase: 'your talk on forms', short: 'your talk' },
    });
    const stranger = wordings('event', { interactions: [event] });
    expect(
      stranger.filter((text) => text.includes("I'm Sam from the Billing team.")).length,
    ).toBeGreaterThan(2);
    for (const person of [
      { team: 'Billing' },
      { relationship: 'manager' as const },
      { relationship: 'mentor' as const },
    ])
      for (const text of wordings('event', { person, interactions: [event] }))
        expect(text).not.toContain("I'm Sam");
    const interactions = [project('Apollo launch')];
    for (const text of wordings('project', { interactions })) expect(text).not.toContain("I'm Sam");
  });

  it('never reveals the content of feedback', () => {
    const interactions = [
      {
        kind: 'feedback' as const,
        date: '2026-11-20',
        title: 'Said I interrupt people too often',
        highlight: 'blunt about my slides',
      },
    ];
    for (const text of wordings('feedback', { interactions })) {
      expect(text).toContain('feedback');
      expect(text).not.toMatch(/interrupt|people|blunt|slides/);
    }
  });

  it('announces the invitation where it is not the invitation itself', () => {
    const interactions = [project('Apollo')];
    const texts = wordings('project', { interactions }, message);
    expect(texts.some((text) => /invitation/.test(text))).toBe(true);
    for (const text of wordings('project', { interactions }))
      expect(text).not.toMatch(/LinkedIn|invitation/);
  });

  it('starts an email with the subject and ends it with my name', () => {
    const given = { interactions: [project('Ledger migration')] };
    expect(write('project', given, { channel: 'email', limit: null })).toMatch(
      /^Subject: The Ledger migration\n\nHi Priya,\n\n[A-Z][^\n]+\.\n\nBest wishes,\nSam Okoro$/,
    );
    expect(
      write('team', { person: { team: 'Billing' } }, { channel: 'email', limit: null }),
    ).toMatch(/^Subject: Keeping in touch\n\nHi Priya,\n\n/);
  });
});

describe('a greeting', () => {
  const greeted = (person: ExampleHistory['person']) =>
    write('project', { person: person ?? {}, interactions: [project('Apollo')] });
  it.each([
    [{ name: 'Prof. Eudora Whitlock' }, 'Dear Professor Whitlock,'],
    [{ name: 'Dr Yusuf al-Tamimi', relationship: 'external' as const }, 'Dear Dr al-Tamimi,'],
    [{ name: 'Dr Yusuf al-Tamimi', relationship: 'teammate' as const }, 'Hi Yusuf,'],
    [{ name: 'Dr Yusuf al-Tamimi', call: 'Yus' }, 'Hi Yus,'],
    [{ name: `X${'x'.repeat(39)}` }, 'Hi X'],
    [{ name: `X${'x'.repeat(40)}` }, 'I'],
  ])('of %j is %s', (person, greeting) => {
    expect(greeted(person).startsWith(greeting)).toBe(true);
  });
});

describe('a message under a limit', () => {
  const interactions = [{ ...project('Ledger migration'), highlight: 'x', detail: deed }];
  it.each([300, 200, 150, 120, 90, 70, 60])('of %i is whole', (limit) => {
    for (const text of wordings('project', { interactions }, { limit })) {
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text).toMatch(/^Hi Priya, .*[.?]$/);
    }
  });
  it('says what they did for as long as there is room', () => {
    for (const limit of [300, 200, 150, 120])
      expect(write('project', { interactions }, { limit })).toContain('staying late');
  });
  it('is cut between words where nothing fits', () => {
    expect(write('project', { interactions }, { limit: 20 }).length).toBeLessThanOrEqual(20);
  });
});

describe('variants', () => {
  it.each(CASES)('$id has wordings to $action, all different', ({ id, action, given }) => {
    const history = historyOf(given);
    const moment = { ...momentOf(id, history), action };
    const asked = (variant: number) =>
      writeDraft(requestOf(history, moment, { variant, channel: 'message', limit: 8000 }));
    const { variants } = asked(1);
    const texts = Array.from({ length: variants }, (_, index) => asked(index + 1).draft.text);
    expect(new Set(texts).size).toBe(variants);
    expect(asked(variants + 1).draft.text).toBe(texts[0]);
    for (const variant of [0, -3]) expect(asked(variant).draft.text).toBe(texts[0]);
  });

  it('spreads coworkers over the wordings, always the same one for the same person', () => {
    const texts = Array.from({ length: 40 }, (_, index) => {
      const person = { id: index + 1, name: `Priya ${index}` } as never;
      const history = historyOf({ today: TODAY, person, interactions: [project('Apollo')] });
      const request = requestOf(history, momentOf('project', history), { variant: null });
      expect(writeDraft(request)).toEqual(writeDraft(request));
      return writeDraft(request).draft.text;
    });
    expect(new Set(texts).size).toBeGreaterThan(12);
  });

  it('say what each part rests on', () => {
    const history = historyOf({
      today: TODAY,
      interactions: [project('Apollo launch', 'your rollback plan')],
    });
    const { parts } = writeDraft(requestOf(history, momentOf('project', history)));
    expect(parts.flatMap(({ slots }) => slots)).toEqual(expect.arrayContaining(['work']));
  });
});

it('rejects an action that the rule has no wording for', () => {
  const history = historyOf({ today: TODAY, interactions: [project('Apollo')] });
  const request = requestOf(history, { ...momentOf('project', history), action: 'thank' });
  expect(() => writeDraft(request)).toThrow(RangeError);
});
