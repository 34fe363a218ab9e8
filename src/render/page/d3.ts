/** D3, loaded only when a page is made: it stays out of the bundle that every command starts from. */
export async function loadD3() {
  const [{ scaleBand, scaleLinear }, { stack }, force] = await Promise.all([
    import('d3-scale'),
    import('d3-shape'),
    import('d3-force'),
  ]);
  const { forceLink, forceManyBody, forceSimulation, forceX, forceY } = force;
  return {
    scaleBand,
    scaleLinear,
    stack,
    forceLink,
    forceManyBody,
    forceSimulation,
    forceX,
    forceY,
  };
}

/** The parts of D3 that the pictures are made with. */
export type D3 = Awaited<ReturnType<typeof loadD3>>;
