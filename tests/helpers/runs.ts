/** Number of runs of a property: some hundred here, and NETCOACH_RUNS times as many in `npm run faults`. */
export function runs(usual: number): number {
  return usual * Number(process.env.NETCOACH_RUNS ?? 1);
}
