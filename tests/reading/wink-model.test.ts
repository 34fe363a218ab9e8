import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import { openWink } from '../../src/reading/wink-model.ts';

it('tags, lemmas and moods are those of the package’s own way to open the model', () => {
  const theirs = winkNLP(model, ['pos', 'sentiment']);
  const ours = openWink();
  const read = (nlp: WinkMethods, text: string) => {
    const doc = nlp.readDoc(text);
    const tokens = doc.tokens();
    const { pos, lemma, uniqueId, sentiment } = nlp.its;
    const asked = [pos, lemma, uniqueId].map((its) => tokens.out(its as never));
    return [tokens.out(), ...asked, doc.out(sentiment as never)];
  };
  const texts = ['say/details.txt', 'say/titles.txt', 'held-out.jsonl']
    .flatMap((file) => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n'))
    .map((line) => line.replace(/[^\x20-\x7e]/g, ''))
    .filter((line) => line.trim() !== '');
  expect(texts.length).toBeGreaterThan(1000);
  for (const text of texts) expect(read(ours, text), text).toEqual(read(theirs, text));
});
