import type { Context } from '../context.ts';
import { renderWelcome } from '../render/welcome.ts';
import { isEmpty } from '../store/find-people.ts';
import { run as suggest } from './suggest.ts';

/** What `suggest` does; on an empty log, three examples of how to begin. */
export function run(_input: unknown, context: Context): undefined {
  if (!context.isJson && isEmpty(context.store())) {
    context.print(null, () => renderWelcome(context));
    return;
  }
  suggest({}, context);
}
