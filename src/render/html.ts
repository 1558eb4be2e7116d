import type { Checklist } from '../model/checklist.ts';
import { buildOutline } from './build-outline.ts';
import { html, type Markup, NO_MARKUP } from './html-escape.ts';
import { recordMarkup, sectionMarkup, WARNING_SIGN } from './html-form.ts';
import { PAGE_STYLE } from './html-style.ts';
import { detailsMarkup, spansMarkup } from './html-text.ts';
import type { Outline } from './outline.ts';
import { isCautious, layOutForm } from './paper-form.ts';

/** A page that may load nothing and run nothing, whatever is in it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'none'; base-uri 'none'; form-action 'none'";

function headMarkup(outline: Outline): Markup {
  const { verdict, localStatus } = outline;
  const status = localStatus
    ? html`<p class="status">${WARNING_SIGN}<span>${localStatus}</span></p>\n`
    : NO_MARKUP;
  return html`<header>
<h1>${outline.title}</h1>
<p class="dates">${outline.dates}</p>
</header>
<div class="verdict${isCautious(verdict.verdict) ? ' cautious' : ''}">
<p class="title">${spansMarkup(verdict.title)}</p>
${detailsMarkup(verdict.details)}
</div>
${status}`;
}

/** The hotline in a sentence can be called by a tap. */
function closingMarkup(sentence: string, hotline: string): Markup {
  const at = /^\d{3,12}$/.test(hotline) ? sentence.indexOf(hotline) : -1;
  if (at < 0) return html`<p>${sentence}</p>\n`;
  const after = sentence.slice(at + hotline.length);
  return html`<p>${sentence.slice(0, at)}<a class="hotline" href="tel:${hotline}">${hotline}</a>${after}</p>\n`;
}

/** A checklist as one HTML page that needs nothing else, for the phone and for A4 paper. */
export function renderHtml(
  checklist: Checklist,
  options: { readonly why?: boolean | undefined; readonly large?: boolean | undefined } = {},
): string {
  const outline = buildOutline(checklist, options);
  const { body, record, appendix } = layOutForm(outline);
  const { hotline } = checklist.localStatus;
  const page = html`<!DOCTYPE html>
<html lang="zh-CN"${options.large ? html` class="large"` : NO_MARKUP}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${outline.title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${headMarkup(outline)}${body.map(sectionMarkup)}${record ? recordMarkup() : NO_MARKUP}${appendix.map(sectionMarkup)}</main>
<footer>
${outline.closing.map((sentence) => closingMarkup(sentence, hotline))}</footer>
</body>
</html>
`;
  return page.markup;
}
