/** Milliseconds before a bar shows: what is quicker needs none. */
const PATIENCE = 1000;
const CELLS = 30;

/** A bar on one line of a terminal, once the work takes longer than a second; `end` takes it away again. */
export function progressBar(
  write: (text: string) => void,
  now: () => Date,
): { step: (done: number, total: number) => void; end: () => void } {
  const start = now().getTime();
  let shown = '';
  return {
    step(done, total) {
      if (now().getTime() - start < PATIENCE || total === 0) return;
      const cells = Math.floor((done / total) * CELLS);
      const percent = Math.floor((done / total) * 100);
      const bar = `[${'#'.repeat(cells)}${' '.repeat(CELLS - cells)}] ${percent}%`;
      if (bar === shown) return;
      shown = bar;
      write(`\r${bar}`);
    },
    end() {
      if (shown !== '') write(`\r${' '.repeat(shown.length)}\r`);
      shown = '';
    },
  };
}
