export function reviewPage(_a: unknown, _b: unknown): string { return ''; }
