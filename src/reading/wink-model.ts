/**
 * wink-eng-lite-web-model, opened in half the time: its own way parses 3 MB of JSON twice, decodes base64 letter by
 * letter, and loads what finds names of places and moods in whole texts. Tags and lemmas are the same; a test compares.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type winkNLP from 'wink-nlp';
import type { WinkMethods } from 'wink-nlp';

type Model = Parameters<typeof winkNLP>[0];

/** What the package's core model is as JSON, as far as it is made ready here. */
interface Core {
  packing: { layout: Record<string, readonly number[]>; efList: string[] };
  pos: { hash: Record<string, number> };
  lexicon: string | Uint32Array;
  xpansions: string | Uint32Array;
  features: Record<string, Feature>;
}
interface Feature {
  list: Array<string | Set<number>>;
  hash?: Record<string, number>;
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}

const require = createRequire(import.meta.url);
const part = (name: string) => require(`wink-eng-lite-web-model/dist/${name}.js`);

/** The tagger. `require` starts it sooner than `import()`, which reads CommonJS for its exports first. */
export function openWink(): WinkMethods {
  return (require('wink-nlp') as typeof winkNLP)(openModel(), ['pos', 'sentiment']);
}

/** The model for wink-nlp, without the recognition of named entities. */
function openModel(): Model {
  const nothing = () => ({ machines: [], transformers: [] });
  return {
    core: readCore,
    sbd: part('load-sbd-model'),
    pos: part('load-pos-model'),
    ner: nothing,
    negation: part('load-negation-model'),
    sa: part('load-sa-model'),
    metaCER: part('load-cer-meta-model'),
    featureFn: part('feature'),
    // 220 kB of irregular forms, which only sentences ask for.
    addons: { lemmatize: (...word: unknown[]) => part('lemmatize')(...word) },
  } as unknown as Model;
}

function readCore(): Core {
  const file = require.resolve(
    'wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json',
  );
  const core = JSON.parse(readFileSync(file, 'utf8')) as Core;
  const { packing, features, pos } = core;
  core.lexicon = numbers(core.lexicon as string);
  core.xpansions = numbers(core.xpansions as string);
  packing.efList = [];
  for (const [name, [, bits = 0, shift = 0, isPlain, isExtended]] of Object.entries(
    packing.layout,
  )) {
    if (isPlain === 0) {
      const feature = features[name] as Feature;
      feature.hash = places(feature.list as string[]);
      feature.intrinsicSize = feature.list.length;
      feature.index = feature.list.length;
      feature.maxIndex = bits >>> shift;
    }
    if (isExtended === 1) packing.efList.push(name);
  }
  const { lexeme, posClusters } = features as { lexeme: Feature; posClusters: Feature };
  lexeme.hash = places(lexeme.list as string[]);
  lexeme.intrinsicSize = lexeme.list.length;
  lexeme.index = lexeme.list.length;
  posClusters.list = (posClusters.list as string[]).map(
    (cluster) => new Set(cluster.split('_').map((tag) => pos.hash[tag] || 0)),
  );
  return core;
}

function numbers(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** The place of each entry. A map takes 88,000 words in a third of the time that an object does. */
function places(list: readonly string[]): Record<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < list.length; at++) found.set(list[at] as string, at);
  return new Proxy<Record<string, number>>(Object.create(null), {
    get: (_, entry) => found.get(entry as string),
    set: (_, entry, at) => found.set(entry as string, at) === found,
  });
}
