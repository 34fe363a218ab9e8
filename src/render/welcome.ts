import type { Context } from '../context.ts';
import { wrap } from './layout.ts';

/** A way to begin with an empty log. */
export interface Beginning {
  id: 'me' | 'import' | 'log';
  /** "Tell me who you are" */
  what: string;
  /** Why it helps, to follow a colon. */
  why: string;
  example: string;
}

/** The three ways to begin. */
export const BEGINNINGS: readonly Beginning[] = [
  {
    id: 'me',
    what: 'Tell me who you are',
    why: 'that lets messages introduce you',
    example: 'netcoach me --name "Sam Ortiz" --role "backend engineer" --team Billing',
  },
  {
    id: 'import',
    what: 'Import what you have',
    why: 'contacts and meetings are enough for a first list',
    example: 'netcoach import linkedin Connections.csv',
  },
  {
    id: 'log',
    what: 'Log something',
    why: 'one thing you did with someone is enough for a message',
    example: 'netcoach log "Shipped Apollo with Priya Shah yesterday"',
  },
];

/** The screen for an empty log, where nobody can be asked. */
export function renderWelcome({ paint, toType, width }: Context): string {
  return [
    wrap('Nothing is logged yet. Three ways to start:', width),
    '',
    ...BEGINNINGS.flatMap(({ what, why, example }) => [
      wrap(`${what}: ${why}.`, width, '  '),
      `    ${paint.accent(toType(example))}`,
      '',
    ]),
    wrap(toType('Or look around with sample data: netcoach demo'), width),
  ].join('\n');
}
