import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeScrubber } from '../../src/forget/scrub.ts';

describe('the scrubber', () => {
  const scrub = makeScrubber({
    phrases: ['José Álvarez', 'jose@x.org', 'pepe-a'],
    words: ['José', 'Pepe'],
    capitalised: ['May'],
    organisations: ['May Day', 'Casa Pepe'],
  });
  it.each([
    ['lunch with José Álvarez', 'lunch with someone'],
    ['lunch with JOSE ALVAREZ!', 'lunch with someone!'],
    ['Jose\u0301 A\u0301lvarez, and Pepe.', 'someone, and someone.'],
    ['José   Álvarez twice: jose alvarez', 'someone twice: someone'],
    ['jose@x.org wrote', 'someone wrote'],
    ['Pepe’s plan', 'someone’s plan'],
    ['Pepper and Pepeño stay', 'Pepper and Pepeño stay'],
    ['José again; may be, May', 'someone again; may be, someone'],
    ['jose said, PEPE-led, Pepe-Luis', 'someone said, someone-led, someone-Luis'],
    ['on May day; the casa  Pepe of Pepe', 'on May day; the casa  Pepe of someone'],
    ['write to pepe-a or pepe-ana', 'write to someone or someone-ana'],
    ['', ''],
  ])('%j → %j', (text, left) => expect(scrub(text)).toBe(left));

  it('leaves all other text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(makeScrubber({ phrases: ['Zebulon Quux'], words: ['Zebulon'] })(text)).toBe(text);
      }),
    );
  });

  it('finds a name between any words, however it is written', () => {
    const words = fc.stringMatching(/^[a-c ,.é]{0,12}$/);
    const forms = fc.constantFrom('Zoë Quux', 'zoe quux', 'ZOE\u0308  QUUX', 'Zoe\tQuux');
    fc.assert(
      fc.property(words, forms, words, (before, name, after) => {
        const left = makeScrubber({ phrases: ['Zoë Quux'] })(`${before} ${name} ${after}`);
        expect(left).toBe(`${before} someone ${after}`);
      }),
    );
  });
});
