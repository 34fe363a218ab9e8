/** Text that someone typed, made fit to stand in a sentence. */

/** Text that nothing below would alter but its spaces: most of what is typed, and cheap to tell. */
const ORDINARY = /^[A-Za-z0-9 ,;:?'"()&/+#@%*=.-]*$/;

/** One line without control, bidi, zero-width or private characters, in NFC, its spaces collapsed. */
export function cleanLine(text: string): string {
  if (ORDINARY.test(text)) return text.replace(/ {2,}/g, ' ').trim();
  return (
    text
      .normalize('NFC')
      .replace(/\p{Cc}/gu, ' ')
      // What shows nothing or acts on what shows it: format (bidi, zero-width, tags), private, unassigned, fillers.
      .replace(
        /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\u{FFFD}\u{2800}\u{3164}\u{115F}\u{1160}\u{FFA0}]|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu,
        '',
      )
      .replace(/\s+/gu, ' ')
      .trim()
      .normalize('NFC')
  );
}

/** A clean line without emoji, links and exclamation marks, its brackets round so that nothing looks like a hole to fill. */
export function plainLine(text: string): string {
  if (ORDINARY.test(text) && !/\/\/|www|\.\.|,,|\( *\)| [,.;:?]/i.test(text))
    return cleanLine(text);
  return cleanLine(
    cleanLine(text)
      .replace(/\b(?:https?:\/\/|www\.)\S+/giu, ' ')
      // They count as pictographs but are ordinary signs in a name or title.
      .replace(/[©®™]/gu, '')
      .replace(
        /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u{20E3}/gu,
        ' ',
      )
      .replace(/[[{<]+([^\][{}<>]*)[\]}>]+/gu, '($1)')
      .replace(/[[\]{}<>]+/gu, ' ')
      .replace(/_{2,}|\.{2,}|,{2,}|…/gu, ' ')
      .replace(/[!¡！]+/gu, '')
      .replace(/\(\s*\)/gu, ' '),
  )
    .replace(/\s+([,.;:?])/gu, '$1')
    .trim();
}

/** Without the punctuation that would clash with the end of the sentence around it. */
export function withoutEnd(text: string): string {
  return text.replace(/[\s.,;:?،。、！？·•–—-]+$/u, '').replace(/^[\s.,;:?•·–—-]+/u, '');
}

/** With its first letter small. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** With its first letter capital. */
export function upperFirst(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** In straight quotes, with any quotes inside made single. */
export function quoted(text: string): string {
  return `"${text.replace(/["“”„«»]/gu, "'")}"`;
}

/** Words in capitals throughout are set as a name is, short ones aside: they may be abbreviations. */
export function calmed(text: string): string {
  if (/[a-z]/.test(text)) return text;
  const words = text.match(/\p{L}+/gu) ?? [];
  const isShouted = words.length > 1 && !/\p{Ll}/u.test(text) && /\p{Lu}{5}/u.test(text);
  if (!isShouted) return text;
  return text
    .replace(/\b(?:THE|A|AN|OF|AND|FOR|IN|ON|AT|TO|WITH|BY|OUR|MY)\b/g, (word) =>
      word.toLowerCase(),
    )
    .replace(/\p{Lu}{5,}/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
