import { cleanLine } from './decode.ts';

const PROFILE_PREFIX = 'https://www.linkedin.com/in/';
const NORMALISED_PROFILE = /^https:\/\/www\.linkedin\.com\/in\/[a-z0-9-]+$/;
const PROFILE_LINK = /(?:^|\/\/|\.|\s)linkedin\.com\/(?:mwlite\/)?in\/([^/?#\s]+)/i;

/**
 * Normalises a profile address to `https://www.linkedin.com/in/<slug>`: percent-decoded, NFC, lower
 * case. LinkedIn's own files differ in encoding and scheme.
 * @returns undefined without a slug, as in all invitations from December 2023
 */
export function profileAddress(text: string): string | undefined {
  if (NORMALISED_PROFILE.test(text)) return text;
  const slug = PROFILE_LINK.exec(text.trim())?.[1];
  if (slug === undefined) return undefined;
  const decoded = cleanLine(decodePercent(slug));
  if (decoded === '' || /[\s/?#<>"'\\]/.test(decoded)) return undefined;
  // Member ids are case-sensitive.
  return (
    PROFILE_PREFIX +
    (/^ACoA[\w-]{20,}$/.test(decoded) ? decoded : decoded.toLowerCase().normalize('NFC'))
  );
}

function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    return text;
  }
}

const EMAIL = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/;

/** Normalises an e-mail address to lower case; undefined if it isn't one. */
export function mailAddress(text: string): string | undefined {
  const address = cleanLine(text)
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();
  return address.length <= 254 && EMAIL.test(address) ? address : undefined;
}
