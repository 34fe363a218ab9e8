import type { Paint } from '../context.ts';

const same = (text: string) => text;

export const plain: Paint = { bold: same, dim: same, accent: same, warn: same };

/** Loads chalk, which a pipe never needs. */
export async function coloured(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    accent: chalk.cyan,
    warn: chalk.yellow,
  };
}
