import { createHash } from 'node:crypto';
import type { Network } from '../../coach/review/facts.ts';
import { monthOf, weekday } from '../../text/days.ts';
import type { ShownReview } from '../review.ts';
import { charts } from './charts.ts';
import { loadD3 } from './d3.ts';
import { actionList, closing, goalList, summary } from './sections.ts';
import { STYLE } from './style.ts';

/**
 * The review as one HTML page that needs nothing else. Its policy lets a browser load nothing, run nothing and
 * take no style but the page's own.
 */
export async function reviewPage(found: ShownReview, network: Network): Promise<string> {
  const { date } = found;
  const day = `${weekday(date)} ${Number(date.slice(8))} ${monthOf(date)} ${Number(date.slice(0, 4))}`;
  const style = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Your network on ${day}</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Your network</h1><p><time datetime="${date}">${day}</time></p>
${summary(found)}
</header>
<main>
${[actionList(found), goalList(found), ...charts(network, await loadD3())].filter((one) => one !== '').join('\n')}
</main>
${closing(network)}
</body>
</html>
`;
}
