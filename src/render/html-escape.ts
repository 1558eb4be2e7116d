/** Text that is HTML already. Made by `html` only, so that nothing gets into a page unescaped. */
export interface Markup {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text that HTML shows as it is, between tags and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (found) => ENTITIES[found] ?? found);
}

type Part = string | number | Markup | readonly Markup[];

function write(part: Part): string {
  if (typeof part === 'object') return 'markup' in part ? part.markup : part.map(write).join('');
  return escapeHtml(String(part));
}

/** HTML from a template: the template's own text stays, all that is put into it is escaped. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: String.raw({ raw: template }, ...parts.map(write)) };
}

/** Nothing. */
export const NO_MARKUP: Markup = { markup: '' };

/** A link to a web address; any other address (javascript:, data:) is text only. */
export function linkTo(address: string): Markup {
  if (!/^https?:\/\/[^\s/]/i.test(address)) return html`${address}`;
  return html`<a href="${address}" rel="noopener noreferrer">${address}</a>`;
}
