/** How often a property is tried: some hundred times here, and NETCOACH_RUNS times as often in `npm run faults`. */
export function runs(usual: number): number {
  return usual * Number(process.env.NETCOACH_RUNS ?? 1);
}
