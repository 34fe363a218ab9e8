/** The review page as a picture: its own HTML and style inside an SVG, since no browser is needed for that. */
import { fileURLToPath } from 'node:url';

export const REVIEW = fileURLToPath(new URL('../../docs/review.svg', import.meta.url));

const WIDTH = 980;
/** Down to the first charts. */
const HEIGHT = 1365;

/**
 * @param html the page, whose body is well-formed XML
 * @param title what the picture shows, in words
 */
export function pageSvg(html: string, title: string): string {
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1];
  const body = /<body>([\s\S]*?)<\/body>/.exec(html)?.[1];
  if (style === undefined || body === undefined) throw new Error('the page has no style or body');
  const scoped = style
    .replace(/(^|[\s,{}])(?:html|body)(?=[\s,{.:])/g, '$1.page')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
  const inner = body.replace(/<svg /g, '<svg xmlns="http://www.w3.org/2000/svg" ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${scoped}</style>
<foreignObject x="0" y="0" width="${WIDTH}" height="${HEIGHT}">
<div xmlns="http://www.w3.org/1999/xhtml" class="page">${inner}</div>
</foreignObject>
</svg>
`;
}
