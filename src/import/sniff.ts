/** Describes a file by its first bytes ("a web page"), for errors; null if unknown. */
export function describeFormat(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 512))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^(<!doctype html|<html|<head|<body)/i.test(head))
    return 'a web page (perhaps a sign-in page)';
  if (head.startsWith('PK\x03\x04')) return 'a zip archive or an Excel workbook';
  if (head.startsWith('%PDF')) return 'a PDF';
  if (head.startsWith('SQLite format 3')) return 'a database';
  if (/^BEGIN:VCARD/i.test(head)) return 'an address book (vCard)';
  if (/^BEGIN:VCALENDAR/i.test(head)) return 'a calendar';
  if (/^# v\d git bundle/.test(head)) return 'a git bundle';
  if (/^[{[]/.test(head)) return 'JSON';
  if (/^<\?xml|^</.test(head)) return 'XML';
  if (/^\x89PNG|^\xff\xd8\xff|^GIF8/.test(head)) return 'a picture';
  if (head.charCodeAt(0) === 0x1f && head.charCodeAt(1) === 0x8b) return 'a gzip archive';
  return null;
}
