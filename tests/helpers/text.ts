/** Characters from people's text that must never reach a terminal: control characters and direction marks. */
export function unsafe(text: string): string[] {
  const found: string[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const isControl = (point < 0x20 && point !== 0x0a) || (point >= 0x7f && point < 0xa0);
    const isBidi = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    const isLine = point === 0x2028 || point === 0x2029;
    if (isControl || isBidi || isLine) found.push(`U+${point.toString(16).padStart(4, '0')}`);
  }
  return found;
}

const ESCAPE = String.fromCharCode(0x1b);

/** Whether a text contains colours or styles. */
export function hasColour(text: string): boolean {
  return text.includes(`${ESCAPE}[`);
}

/** The text without colours and styles. */
function plain(text: string): string {
  return text.replaceAll(new RegExp(`${ESCAPE}\\[[0-9;]*m`, 'g'), '');
}

/** The length of the longest line, without colours. */
export function widest(text: string): number {
  return Math.max(
    ...plain(text)
      .split('\n')
      .map((line) => line.length),
  );
}
