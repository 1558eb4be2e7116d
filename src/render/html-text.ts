import { html, linkTo, type Markup, NO_MARKUP } from './html-escape.ts';
import type { Detail } from './outline.ts';
import type { Role, Span } from './style.ts';

/** Where the number of a source leads. */
export const sourceId = (mark: string | number): string => `source-${mark}`;

function markLinks(text: string): Markup {
  const marks = Array.from(text.matchAll(/\[(\d+)\]/g), ([shown, mark = '']) => {
    return html`<a href="#${sourceId(mark)}">${shown}</a>`;
  });
  return html`<sup class="mark">${marks}</sup>`;
}

const WRITERS: Readonly<Partial<Record<Role, (text: string) => Markup>>> = {
  bold: (text) => html`<strong>${text}</strong>`,
  dim: (text) => html`<span class="dim">${text}</span>`,
  good: (text) => html`<strong class="good">${text}</strong>`,
  warn: (text) => html`<strong class="warn">${text}</strong>`,
  mark: markLinks,
};

/** A text made of spans. */
export function spansMarkup(spans: readonly Span[]): Markup {
  return html`${spans.map(({ text, role }) => (role && WRITERS[role]?.(text)) || html`${text}`)}`;
}

function paragraph(detail: Detail): Markup {
  if (detail.kind === 'link') return html`<p class="link">${linkTo(detail.url)}</p>`;
  if (detail.kind !== 'facts') return html`<p>${spansMarkup(detail.spans)}</p>`;
  const facts = detail.facts.map((fact) => html`<span>${spansMarkup(fact)}</span> `);
  return html`<p class="facts">${facts}</p>`;
}

/** What stands below the first line of an entry; bullets in a row are one list. */
export function detailsMarkup(details: readonly Detail[]): Markup {
  const [first, ...rest] = details;
  if (!first) return NO_MARKUP;
  if (first.kind !== 'bullet') return html`${paragraph(first)}${detailsMarkup(rest)}`;
  const end = details.findIndex(({ kind }) => kind !== 'bullet');
  const bullets = end < 0 ? details : details.slice(0, end);
  const items = bullets.map((detail) =>
    detail.kind === 'bullet' ? html`<li>${spansMarkup(detail.spans)}</li>` : NO_MARKUP,
  );
  return html`<ul class="bullets">${items}</ul>${detailsMarkup(details.slice(bullets.length))}`;
}
