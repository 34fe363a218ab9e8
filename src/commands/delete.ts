import type { Context } from '../context.ts';
import { change } from '../database/change.ts';
import { renderInteraction } from '../render/interaction.ts';
import { deleteInteraction } from '../store/interactions.ts';
import { findInteraction } from './amend.ts';

/** Deletes an interaction from the log. */
export function run({ id }: { id: string }, context: Context): undefined {
  const db = context.storeToEdit();
  const interaction = findInteraction(db, id);
  change(db, `delete: ${interaction.title}`, () => deleteInteraction(db, interaction.id));
  context.print(
    { interaction },
    () =>
      `Deleted.\n${renderInteraction(interaction, context)}\n${context.toType('Undo: netcoach undo')}`,
  );
}
