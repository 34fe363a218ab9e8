/** Cleans typed text for use in a sentence. */

/** A shortcut for most text, in which only spaces need cleaning. */
const ORDINARY = /^[A-Za-z0-9 ,;:?'"()&/+#@%*=.-]*$/;

/** One NFC line without control, bidi, zero-width or private-use characters, with single spaces. */
export function cleanLine(text: string): string {
  if (ORDINARY.test(text)) return text.replace(/ {2,}/g, ' ').trim();
  return (
    text
      .normalize('NFC')
      .replace(/\p{Cc}/gu, ' ')
      // Format (bidi, zero-width, tags), private-use and unassigned characters, and blank fillers.
      .replace(
        /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\u{FFFD}\u{2800}\u{3164}\u{115F}\u{1160}\u{FFA0}]|[\u{FE00}-\u{FE0F}]|[\u{E0100}-\u{E01EF}]/gu,
        '',
      )
      .replace(/\s+/gu, ' ')
      .trim()
      .normalize('NFC')
  );
}

/**
 * A clean line without emoji, links and exclamation marks. Brackets become round, so none looks
 * like a placeholder.
 */
export function plainLine(text: string): string {
  if (ORDINARY.test(text) && !/\/\/|www|\.\.|,,|\( *\)| [,.;:?]/i.test(text))
    return cleanLine(text);
  return cleanLine(
    cleanLine(text)
      .replace(/\b(?:https?:\/\/|www\.)\S+/giu, ' ')
      // Unicode counts these as pictographs.
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

/** Strips punctuation from both ends, which would clash with the sentence around it. */
export function withoutEnd(text: string): string {
  return text.replace(/[\s.,;:?،。、！？·•–—-]+$/u, '').replace(/^[\s.,;:?•·–—-]+/u, '');
}

/** Capitalises the first letter. */
export function upperFirst(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Title-cases a text that's all in capitals, except short words, which may be abbreviations. */
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
