/** The plugin for vitest: see text-files.mjs. */
export const textFiles: { name: string; enforce: 'pre'; load: (id: string) => string | null };
