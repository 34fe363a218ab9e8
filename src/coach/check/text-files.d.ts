/** A text file, which esbuild, vitest and tsx load as its content. */
declare module '*.txt' {
  const text: string;
  export default text;
}
