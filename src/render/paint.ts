/** Colour as an accent: each function returns its text, coloured or not. */
export interface Paint {
  bold: (text: string) => string;
  dim: (text: string) => string;
  accent: (text: string) => string;
  warn: (text: string) => string;
}

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
