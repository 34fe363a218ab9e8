/** Something that is wrong (`error`, `warning`) or could be better (`advice`), and the command that mends it. */
export interface Finding {
  severity: 'error' | 'warning' | 'advice';
  what: string;
  command: string | null;
}
