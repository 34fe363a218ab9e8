/** Loads D3, which isn't in the bundle: only the review page needs it. */
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

export type D3 = Awaited<ReturnType<typeof loadD3>>;
