/**
 * A number that stays the same for a person, and spreads people evenly: coworkers who compare notes see different words.
 * @returns an integer from 0 to 2^32 - 1
 */
export function seedOf(person: { id: number; name: string }): number {
  let hash = 0x811c9dc5;
  for (const char of `${person.id}:${person.name}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
