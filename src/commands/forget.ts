import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { forget } from '../forget/forget.ts';
import type { PersonRef } from '../model.ts';
import { wrap, wrapBeforeCommand } from '../render/layout.ts';
import { count } from '../text/count.ts';
import { safe } from '../text/safe.ts';
import { loadDictionary } from './input/dictionary.ts';
import { findPerson } from './input/person.ts';

/** Erases a person from the log, its history and the backups. */
export async function run(
  { name, yes }: { name: string; yes?: boolean },
  context: Context,
): Promise<undefined> {
  const db = context.storeToEdit();
  const person = findPerson(db, name);
  if (!yes && !(await confirmForget(person, context))) {
    context.print({ forgotten: null }, () => 'No one was forgotten.');
    return;
  }
  const { rewritten, unreached, foreign, left } = forget(db, person.id, await loadDictionary());
  const shared = await shareForgetting(context);
  context.print({ forgotten: { name: person.name }, rewritten, unreached, foreign, left }, () => {
    const { width } = context;
    const lines = [
      `${safe(person.name)} has been erased, along with their invitations and your notes about them.`,
      'Entries that involve other people stay, but without the name. Earlier changes can no longer be undone.',
    ].map((line) => wrap(line, width));
    if (left.length > 0) {
      const words = left.map(({ word, texts }) => `"${safe(word)}" in ${count(texts, 'text')}`);
      const why = "Left in on purpose, because someone else has that name or it's an ordinary word";
      lines.push(wrap(`${why}: ${words.join(', ')}.`, width));
    }
    if (rewritten.length > 0) lines.push(`Also removed from ${count(rewritten.length, 'backup')}.`);
    for (const file of unreached) {
      const isForeign = foreign.includes(file);
      const kept = isForeign
        ? "Left unchanged, because it's a backup of another database. It may mention them, or someone with the same name:"
        : "This file may still mention them, so delete it if you don't need it:";
      const busy =
        'Another program is using the database, or the disk is full. After that, your next command will erase the rest.';
      lines.push(file === db.name ? wrap(busy, width) : wrapBeforeCommand(kept, safe(file), width));
    }
    if (shared !== null) lines.push(wrap(shared, width));
    return lines.join('\n');
  });
}

/** @throws Failure `usage` without a terminal to ask on */
function confirmForget({ id, name }: PersonRef, context: Context): Promise<boolean> {
  const who = `${name} (#${id})`;
  if (context.ask === null) {
    throw new Failure(
      'usage',
      `forgetting ${who} can't be undone, so it needs --yes`,
      `Nothing was changed. If you're sure: netcoach forget "#${id}" --yes`,
    );
  }
  const message = `Forget ${safe(who)} for good, in every backup too? This can't be undone.`;
  return context.ask.confirm({ message });
}

/**
 * Writes this machine's file for the others without the person, where there is one.
 * @returns what to say of it; null if there's none
 */
async function shareForgetting(context: Context): Promise<string | null> {
  const db = context.storeToEdit();
  const { isShared } = await import('../sync/local-state.ts');
  if (!isShared(db.name)) return null;
  const { sync } = await import('../sync/sync.ts');
  const { syncOptions } = await import('./sync.ts');
  try {
    await sync(db, { ...syncOptions(context), readsOthers: false });
    return context.toType(
      'Your other machines will forget them the next time they run: netcoach sync',
    );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return context.toType(
      `Your other machines don't know yet: ${safe(error.message)}. Tell them: netcoach sync FOLDER`,
    );
  }
}
