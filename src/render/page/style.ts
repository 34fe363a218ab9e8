/**
 * The page's only style sheet. A test measures its contrast in light and dark mode: at least
 * 4.5 to 1 for text and 3 to 1 for charts (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f3ef; --card: #ffffff; --ink: #1f2530; --soft: #565f6d; --line: #dddcd5; --code: #f1f0ea;
  --warm: #c8501b; --cooling: #a97808; --quiet: #64789b; --none: #8a8f98;
  --good: #12766c; --pending: #a97808; --past: #8a8f98;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --card: #1d2128; --ink: #e8e9ec; --soft: #a5adba; --line: #353b45; --code: #2a2f38;
    --warm: #f58a55; --cooling: #e2b84a; --quiet: #8fa6cc; --none: #858d9a;
    --good: #45b8aa; --pending: #e2b84a; --past: #858d9a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem; max-width: 68rem;
  background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
h1 { margin: 0; font-size: 2rem; line-height: 1.15; letter-spacing: -0.02em; }
h2 { margin: 0 0 0.25rem; font-size: 1.15rem; line-height: 1.3; }
p { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
header p, .soft, footer { color: var(--soft); }
main { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
.card { min-width: 0; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; }
.wide { grid-column: 1 / -1; }
.card > p { color: var(--soft); }
.summary { display: grid; grid-template-columns: repeat(6, 1fr); gap: 0.5rem; margin: 1rem 0; }
.summary div { display: flex; flex-direction: column-reverse; }
.summary dt { color: var(--soft); font-size: 0.9rem; }
.summary dd { margin: 0; font-size: 1.75rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
.actions { margin: 0.5rem 0 0; padding: 0; list-style: none; counter-reset: action; display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
.actions li { position: relative; padding-left: 2.25rem; counter-increment: action; min-width: 0; }
.actions li::before { content: counter(action); position: absolute; left: 0; top: 0.05rem; width: 1.5rem; height: 1.5rem; border-radius: 50%; border: 1px solid var(--line); font-size: 0.85rem; line-height: 1.45rem; text-align: center; color: var(--soft); }
.actions p { margin: 0 0 0.25rem; color: var(--soft); }
.actions .what { color: var(--ink); font-weight: 600; }
code { display: inline-block; max-width: 100%; padding: 0.15rem 0.5rem; border-radius: 0.35rem; background: var(--code); color: var(--ink); font: 0.875em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; user-select: all; }
.goals { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); margin-top: 0.5rem; }
.goals p { color: var(--soft); margin: 0; }
.goals ul { margin: 0.25rem 0 0; padding-left: 1.1rem; }
.goals div { min-width: 0; overflow-wrap: anywhere; }
.legend { display: flex; flex-wrap: wrap; gap: 0.15rem 1rem; margin: 0.5rem 0 0.75rem; padding: 0; list-style: none; font-size: 0.875rem; color: var(--soft); }
.key { width: 0.75rem; height: 0.75rem; margin-right: 0.4rem; }
.card h3 { margin: 0.75rem 0 0.35rem; font-size: 0.9rem; }
.goals h3 { margin: 0; font-size: 1rem; }
.picture { display: block; width: 100%; height: auto; overflow: visible; }
.picture text { fill: var(--soft); font-size: 11.5px; font-variant-numeric: tabular-nums; }
.picture .name { fill: var(--ink); unicode-bidi: isolate; }
.picture .halo { paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-linejoin: round; }
.grid { stroke: var(--line); stroke-width: 1; }
.link { stroke: var(--soft); stroke-opacity: 0.35; fill: none; }
.ring { stroke: var(--card); stroke-width: 2; }
.warm { fill: var(--warm); } .cooling { fill: var(--cooling); } .quiet { fill: var(--quiet); } 
.none.ring, .key .none { fill: var(--card); stroke: var(--none); stroke-width: 2; }
.good { fill: var(--good); } .pending { fill: var(--pending); } .past { fill: var(--past); }
.on-phone { display: none; }
details { margin-top: 0.75rem; font-size: 0.9rem; }
summary { cursor: pointer; color: var(--soft); padding: 0.25rem 0; }
:focus-visible { outline: 2px solid var(--good); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-top: 0.5rem; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.25rem; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; } tbody th { font-weight: 400; }
.number { font-variant-numeric: tabular-nums; }
footer { margin-top: 1.5rem; font-size: 0.875rem; }
@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem; }
  .card { padding: 1rem; }
  .summary { grid-template-columns: repeat(3, 1fr); }
  .on-desk { display: none; }
  .on-phone { display: block; }
  .picture:not(.on-phone) text { font-size: 13px; }
}
@media print {
  :root {
    color-scheme: light;
    --page: #ffffff; --card: #ffffff; --ink: #1f2530; --soft: #565f6d; --line: #dddcd5; --code: #f1f0ea;
    --warm: #c8501b; --cooling: #a97808; --quiet: #64789b; --none: #8a8f98;
    --good: #12766c; --pending: #a97808; --past: #8a8f98;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  main { grid-template-columns: 1fr 1fr; }
  .card { break-inside: avoid; border-radius: 0; }
  .on-desk { display: block; } .on-phone { display: none; }
  details { display: none; }
}
`;
