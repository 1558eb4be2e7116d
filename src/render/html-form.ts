import { RECORD_WORDS } from './form-wording.ts';
import { html, type Markup, NO_MARKUP } from './html-escape.ts';
import { detailsMarkup, sourceId, spansMarkup } from './html-text.ts';
import type { Entry, Group, Section } from './outline.ts';
import { type HeadedSection, hasBox } from './paper-form.ts';

/** A triangle with an exclamation mark, drawn: as a character it may turn into a coloured picture. */
export const WARNING_SIGN = html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.6 15 14.4H1z"/><path d="M8 6.2v4"/><path d="M8 12v.6"/></svg>`;

function titleText({ marker, number, title }: Entry): Markup {
  const words = spansMarkup(title.filter(({ role }) => role !== 'mark'));
  return marker === 'number' ? html`<span class="number">${number ?? ''}.</span> ${words}` : words;
}

/** The sources' numbers are links of their own beside the label: tapping the label ticks the box. */
function sourceMarks({ title }: Entry): Markup {
  return spansMarkup(title.filter(({ role }) => role === 'mark'));
}

function tickedEntry(entry: Entry, id: string): Markup {
  return html`<li class="entry"><input type="checkbox" id="${id}"><div>
<div class="title"><label for="${id}">${titleText(entry)}</label>${sourceMarks(entry)}</div>
${detailsMarkup(entry.details)}</div></li>
`;
}

function sourceEntry(entry: Entry): Markup {
  const { number = 0 } = entry;
  return html`<li class="entry source" id="${sourceId(number)}"><span class="number">[${number}]</span><div>
<div>${titleText(entry)}</div>
${detailsMarkup(entry.details)}</div></li>
`;
}

function plainEntry(entry: Entry): Markup {
  const sign = entry.marker === 'warning' ? WARNING_SIGN : html`<span class="dot" aria-hidden="true"></span>`;
  return html`<li class="entry">${sign}<div>
<div class="title">${titleText(entry)}${sourceMarks(entry)}</div>
${detailsMarkup(entry.details)}</div></li>
`;
}

function entryMarkup(section: Section, entry: Entry, id: string): Markup {
  if (hasBox(section, entry)) return tickedEntry(entry, id);
  return entry.marker === 'source' ? sourceEntry(entry) : plainEntry(entry);
}

function groupMarkup(section: Section, group: Group, index: number): Markup {
  const title = group.title ? html`<h3>${group.title}</h3>\n` : NO_MARKUP;
  const entries = group.entries.map((entry, at) =>
    entryMarkup(section, entry, `${section.id}-${index + 1}-${at + 1}`),
  );
  const list = group.entries[0]?.marker === 'number' ? 'ol' : 'ul';
  // The role: without it, some screen readers take a list without bullets for no list.
  return list === 'ol'
    ? html`${title}<ol role="list">\n${entries}</ol>\n`
    : html`${title}<ul role="list">\n${entries}</ul>\n`;
}

/** One section under its heading. */
export function sectionMarkup(section: HeadedSection): Markup {
  const groups = section.groups.map((group, index) => groupMarkup(section, group, index));
  return html`<section class="${section.id}" aria-labelledby="${section.id}">
<h2 id="${section.id}">${section.heading}</h2>
${groups}</section>
`;
}

function blank(id: string, label: string): Markup {
  return html`<div class="blank"><label for="${id}">${label}</label><input type="text" id="${id}" autocomplete="off"></div>
`;
}

/** What is filled in at the window. */
export function recordMarkup(): Markup {
  return html`<section class="record" aria-labelledby="record">
<h2 id="record">${RECORD_WORDS.title}</h2>
<div class="blanks">
${blank('accepted-on', RECORD_WORDS.acceptedOn)}${blank('accepted-as', RECORD_WORDS.acceptedAs)}${blank('office-phone', RECORD_WORDS.officePhone)}<div class="blank wide"><label for="remarks">${RECORD_WORDS.remarks}</label><textarea id="remarks" rows="2" autocomplete="off"></textarea></div>
</div>
</section>
`;
}
