import { cleanLine } from './decode.ts';

const HOST = 'https://www.linkedin.com/in/';
const PLAIN = /^https:\/\/www\.linkedin\.com\/in\/[a-z0-9-]+$/;
const ADDRESS = /(?:^|\/\/|\.|\s)linkedin\.com\/(?:mwlite\/)?in\/([^/?#\s]+)/i;

/**
 * A LinkedIn profile address in the one form that is compared: percent signs decoded, NFC, lower case,
 * no trailing slash, `https://www.linkedin.com/in/<slug>`. Connections.csv writes the slug encoded,
 * Invitations.csv and messages.csv decoded; endorsements leave out the scheme.
 * @returns undefined where there is no slug, as in every invitation of December 2023
 */
export function profileAddress(text: string): string | undefined {
  if (PLAIN.test(text)) return text;
  const slug = ADDRESS.exec(text.trim())?.[1];
  if (slug === undefined) return undefined;
  const decoded = cleanLine(decodePercent(slug));
  if (decoded === '' || /[\s/?#<>"'\\]/.test(decoded)) return undefined;
  // Member ids ("ACoAAB…") tell capitals apart; names do not.
  return (
    HOST + (/^ACoA[\w-]{20,}$/.test(decoded) ? decoded : decoded.toLowerCase().normalize('NFC'))
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

const MAIL = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/;

/** An e-mail address in lower case; undefined where the text is none. */
export function mailAddress(text: string): string | undefined {
  const address = cleanLine(text)
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();
  return address.length <= 254 && MAIL.test(address) ? address : undefined;
}
