/** The files that travel: a header and a document, compressed and encrypted with age. */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as Y from 'yjs';
import { MIGRATIONS } from '../database/schema.ts';

/** Increase this when an older netcoach couldn't read the file. */
const FORMAT = 1;
const MAGIC = 'netcoach sync ';
/** Of what a file holds, in bytes; ten times the log of a long life. */
const MAX_BYTES = 1 << 30;
const AGE_MAGIC = 'age-encryption.org/v1\n';

/** What a file says before its document. */
export interface Header {
  format: number;
  /** Of the database that wrote it. */
  schema: number;
  /** A random name, the same in all files of a machine. */
  machine: string;
  /** What its owner calls it. */
  name: string;
  /** When it was written, ISO 8601 in UTC. */
  at: string;
  /** Uids of those whom the machine has forgotten. */
  forgotten: string[];
}

/** A file's contents. */
export interface Opened {
  header: Header;
  update: Uint8Array;
}

/** Why a file is left alone; follows its name. */
export class Unusable extends Error {
  readonly isLocked: boolean;
  constructor(why: string, isLocked = false) {
    super(why);
    this.isLocked = isLocked;
  }
}

/** A new key, as age's own tools write it. */
export function newKey(): Promise<string> {
  return generateX25519Identity();
}

const KEY = /\bAGE-SECRET-KEY-1[0-9A-Z]+\b/g;

/** The key in a key file's text; null if there's none that works, or more than one. */
export async function findKey(text: string): Promise<string | null> {
  const keys = new Set(text.toUpperCase().match(KEY));
  const [key] = keys;
  if (key === undefined || keys.size > 1) return null;
  try {
    await identityToRecipient(key);
    return key;
  } catch {
    return null;
  }
}

/** Encrypts a document and what is said of it. */
export async function seal(
  key: string,
  header: Omit<Header, 'format' | 'schema'>,
  update: Uint8Array,
): Promise<Uint8Array> {
  const said: Header = { format: FORMAT, schema: MIGRATIONS.length, ...header };
  const head = Buffer.from(`${MAGIC}${JSON.stringify(said)}\n`);
  const level = constants.Z_BEST_SPEED;
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(key));
  return encrypter.encrypt(Buffer.concat([head, deflateRawSync(update, { level })]));
}

/**
 * Decrypts a file and checks that it's whole.
 * @throws Unusable
 */
export async function unseal(key: string, bytes: Buffer): Promise<Opened> {
  const start = bytes.subarray(0, AGE_MAGIC.length).toString('latin1');
  if (start !== AGE_MAGIC) {
    const isCut = bytes.length < AGE_MAGIC.length && AGE_MAGIC.startsWith(start);
    throw new Unusable(isCut ? "hasn't fully arrived yet" : "isn't a netcoach file");
  }
  const plain = Buffer.from(await decrypt(key, bytes));
  const end = plain.indexOf('\n');
  const first = plain.subarray(0, Math.max(end, 0)).toString('utf8');
  if (!first.startsWith(MAGIC)) throw new Unusable("isn't a netcoach file");
  const header = readHeader(first.slice(MAGIC.length));
  try {
    const update = inflateRawSync(plain.subarray(end + 1), { maxOutputLength: MAX_BYTES });
    // Reads through all of it.
    Y.encodeStateVectorFromUpdateV2(update);
    return { header, update };
  } catch {
    throw new Unusable('is damaged');
  }
}

async function decrypt(key: string, bytes: Buffer): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    const isLocked = /no identity matched/i.test((error as Error).message);
    throw isLocked
      ? new Unusable('is locked with another key', true)
      : new Unusable("is damaged, or hasn't fully arrived yet");
  }
}

/** @throws Unusable */
function readHeader(json: string): Header {
  let header: Partial<Header> | null;
  try {
    header = JSON.parse(json) as Partial<Header> | null;
  } catch {
    header = null;
  }
  const { format, schema, machine, name, at, forgotten } = header ?? {};
  if (typeof format !== 'number' || typeof schema !== 'number') throw new Unusable('is damaged');
  if (format > FORMAT || schema > MIGRATIONS.length)
    throw new Unusable('was written by a newer netcoach: npm install --global netcoach@latest');
  const isWhole =
    typeof machine === 'string' &&
    typeof name === 'string' &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    Array.isArray(forgotten) &&
    forgotten.every((uid) => typeof uid === 'string');
  if (!isWhole) throw new Unusable('is damaged');
  return header as Header;
}
