import type { Context } from '../context.ts';

/** How to begin: the first three things to type. */
export function renderWelcome({ paint }: Context): string {
  const example = (say: string, type: string) => `  ${say}\n    ${paint.accent(type)}`;
  return [
    'Nothing is logged yet. Three ways to begin:',
    '',
    example(
      'Say who you are, so that a message can introduce you:',
      'netcoach me --name "Sam Ortiz" --role "backend engineer" --team Billing',
    ),
    '',
    example(
      'Log what happened with whom:',
      'netcoach log --kind project --with "Priya Shah" --title "Apollo launch"',
    ),
    '',
    example('Or look around on sample data:', 'netcoach demo'),
    '',
  ].join('\n');
}
