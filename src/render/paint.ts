import type { Paint } from '../context.ts';

const unchanged = (text: string) => text;

/** Leaves every text uncoloured. */
export const plain: Paint = { bold: unchanged, dim: unchanged, accent: unchanged, warn: unchanged };

/** Colours with chalk, which loads only here. */
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
