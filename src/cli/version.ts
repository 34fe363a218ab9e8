/** A test keeps it equal to package.json. */
export const VERSION = '0.1.0';

declare const NETCOACH_BUILT: string | null | undefined;

/** The day (UTC) of the newest commit in this build, which the build fills in; null in a run of the sources. */
export const BUILT: string | null = typeof NETCOACH_BUILT === 'undefined' ? null : NETCOACH_BUILT;
