import { html } from './html-escape.ts';

const COLOURS = html`
:root { --ink: #1b1f24; --dim: #565d66; --blue: #123f63; --line: #c8d0d8; --good: #1b6e4a; --good-tint: #f0f6f2;
  --warn: #8f3f00; --warn-tint: #fcf3e8; --paper: #fff; --field: #fff; color-scheme: light; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ec; --dim: #a9b1ba; --blue: #9cc9ee; --line: #444c55; --good: #84d3ac; --good-tint: #16271f;
    --warn: #f2b57a; --warn-tint: #2e2113; --paper: #15181b; --field: #1f2428; color-scheme: dark; }
}`;

const TEXT = html`
* { box-sizing: border-box; }
html { font-size: 16px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
html.large { font-size: 16pt; }
body { margin: 0 auto; max-width: 46rem; padding: 1.25rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  line-break: strict; overflow-wrap: anywhere; text-wrap: pretty; }
h1 { margin: 0; font-size: 1.65rem; line-height: 1.3; text-align: center; color: var(--blue); letter-spacing: .04em; text-wrap: balance; }
h2 { margin: 1.6rem 0 .3rem; padding-bottom: .2rem; border-bottom: 1.5px solid var(--blue); font-size: 1.15rem; line-height: 1.4; color: var(--blue); }
h3 { margin: .7rem 0 .2rem; font-size: 1rem; }
p { margin: 0; }
a { color: inherit; text-decoration-color: var(--dim); text-underline-offset: .15em; }
.dates { margin-top: .35rem; text-align: center; font-size: .85rem; color: var(--dim); }
.dim, .link { color: var(--dim); font-weight: normal; }
.good { color: var(--good); }
.warn { color: var(--warn); }
.mark { font-size: .7em; font-weight: normal; line-height: 0; white-space: nowrap; }
.mark a { text-decoration: none; color: var(--dim); padding: 0 .1em; }`;

const PARTS = html`
.verdict { margin-top: 1rem; padding: .7rem .9rem; border-left: .3rem solid var(--good); background: var(--good-tint); break-inside: avoid; }
.verdict.cautious { border-color: var(--warn); background: var(--warn-tint); }
.verdict .title { font-size: 1.15rem; line-height: 1.45; }
.verdict p + p { margin-top: .25rem; }
.status { display: flex; gap: .5rem; margin-top: .7rem; font-size: .92rem; }
.sign { flex: none; width: 1.05em; height: 1.05em; margin-top: .28em; fill: none; stroke: var(--warn); stroke-width: 1.4; stroke-linejoin: round; stroke-linecap: round; }
ul, ol { margin: 0; padding: 0; list-style: none; }
.entry { display: flex; gap: .6rem; padding: .5rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.entry:last-child { border-bottom: 0; }
.entry > div { flex: 1; min-width: 0; }
.entry:target { background: var(--good-tint); }
.materials .title, .steps .title { font-size: 1.03rem; }
.bullets > li { position: relative; padding-left: 1em; }
.bullets > li::before, .dot::before { content: ""; position: absolute; left: .15em; top: .68em; width: .3em; height: .3em; border-radius: 50%; background: var(--dim); }
.dot { position: relative; flex: none; width: 1.05em; }
.dot::before { left: .35em; }
.facts { display: flex; flex-wrap: wrap; gap: 0 1.4em; }
.entry p { font-size: .95em; }
input[type=checkbox] { flex: none; width: 1.15rem; height: 1.15rem; margin: .24rem 0 0; accent-color: var(--good); cursor: pointer; }
input:focus-visible, textarea:focus-visible, a:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
label { cursor: pointer; }
.record { break-inside: avoid; }
.blanks { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .2rem 1.4rem; }
.blank { display: flex; align-items: end; gap: .5rem; padding-top: .5rem; }
.blank label { white-space: nowrap; }
.blank input, .blank textarea { flex: 1; min-width: 0; border: 0; border-bottom: 1px solid var(--ink); border-radius: 0; background: var(--field); color: inherit; font: inherit; padding: .1rem .2rem; resize: vertical; }
.wide { grid-column: 1 / -1; align-items: start; }
.terms, .answers, .sources { font-size: .88rem; }
.terms h2, .answers h2, .sources h2 { font-size: 1rem; border-bottom-width: 1px; }
.terms .entry, .answers .entry, .sources .entry, .notes .entry, .not-needed .entry, .warnings .entry { border-bottom: 0; padding: .2rem 0; }
.steps .number { font-weight: 600; }
.sources .number { flex: none; min-width: 1.6em; }
footer { margin-top: 1.6rem; padding-top: .6rem; border-top: 1.5px solid var(--blue); }
.hotline { font-weight: 700; white-space: nowrap; }
@media (max-width: 30rem) { .blanks { grid-template-columns: minmax(0, 1fr); } h1 { font-size: 1.4rem; } }`;

const PRINT = html`
@page { size: A4; margin: 15mm 17mm 17mm;
  @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font: 9pt "Noto Sans SC", "Noto Sans CJK SC", sans-serif; color: #565d66; } }
@media print {
  html { font-size: 10.5pt; }
  html.large { font-size: 16pt; }
  body { max-width: none; padding: 0; line-height: 1.45; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  input[type=checkbox] { appearance: none; -webkit-appearance: none; margin-top: .16rem; border: 1.2px solid #1b1f24; border-radius: 1px; }
  input[type=checkbox]:checked { background: #1b1f24; box-shadow: inset 0 0 0 2px #fff; }
  h2, h3 { break-after: avoid; }
  h2 { margin-top: .9rem; }
  .verdict { margin-top: .7rem; padding: .5rem .8rem; }
  .entry { padding: .28rem 0; }
  .terms, .answers, .sources { font-size: .84rem; }
  .terms .entry, .answers .entry, .sources .entry, .notes .entry, .not-needed .entry, .warnings .entry { padding: .1rem 0; }
  p { orphans: 2; widows: 2; }
  .blanks { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .blank input, .blank textarea { background: none; height: 1.9em; }
  .blank textarea { height: 3.4em; resize: none; }
  .mark a, a { text-decoration: none; }
  footer { break-inside: avoid; }
}
`;

/** How the page looks on a screen, in the dark and on A4 paper. */
export const PAGE_STYLE = html`${COLOURS}${TEXT}${PARTS}${PRINT}`;
