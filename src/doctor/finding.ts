/** A problem or suggestion (`advice`), and the command that fixes it. */
export interface Finding {
  severity: 'error' | 'warning' | 'advice';
  what: string;
  command: string | null;
}
