/** Messages of other kinds than the first note: what to tune the check on. */
import { describe, expect, it } from 'vitest';
import { type Judged, judge, recall, totals } from './labelled.ts';

let all: Judged[] | null = null;
const notes = () => {
  all ??= judge('kinds.jsonl');
  return all;
};

const KINDS = 'congrats reply thanks checkin hardnews reconnect followup email connection';

describe('messages of all kinds', () => {
  it.each(KINDS.split(' '))('%s: the bad are caught, the good are not flagged', (kind) => {
    const ofKind = notes().filter((note) => note.kind === kind);
    const { caught, flagged } = totals(ofKind);
    const wrong = ofKind.filter(({ label, isOk }) => isOk === (label === 'bad'));
    const which = wrong.map(({ label, text }) => `${label}: ${text}`).join('\n');
    expect(caught, which).toBeGreaterThanOrEqual(0.95);
    expect(flagged, which).toBeLessThanOrEqual(0.05);
  });

  it.each(['salesy', 'pushy', 'private', 'wrong-name', 'wrong-fact', 'placeholder', 'shouting'])(
    '%s is found where it is labelled, in at least 95 of 100',
    (rule) => {
      expect(recall(notes(), rule)).toBeGreaterThanOrEqual(0.95);
    },
  );
});
