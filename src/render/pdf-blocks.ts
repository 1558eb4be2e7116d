import { RECORD_WORDS } from './form-wording.ts';
import type { Detail, Entry, Group, Outline } from './outline.ts';
import { type HeadedSection, hasBox, isCautious, layOutForm } from './paper-form.ts';
import type { Block, Paragraph, Part, Sign } from './pdf-block.ts';
import type { Sizes } from './pdf-style.ts';
import type { Span } from './style.ts';

/** Room for a sign, and for the dot of a bullet, of the size of the text. */
const SIGN_ROOM = 1.75;
const DOT_ROOM = 1.05;

/** How the text of a section is set. */
interface Setting {
  readonly title: number;
  readonly detail: number;
  readonly sizes: Sizes;
}

function heading(text: string, { sizes }: Setting): Block {
  const spans: Span[] = [{ text, role: 'heading' }];
  return {
    parts: [{ tag: 'H2', spans, size: sizes.heading, indent: 0 }],
    before: sizes.body * 1.05,
    keepWithNext: true,
    rule: 'strong',
    bookmark: text,
  };
}

function detailPart(detail: Detail, size: number, indent: number): Part {
  if (detail.kind === 'facts') return { facts: detail.facts, size, indent };
  if (detail.kind === 'link') {
    return { tag: 'P', spans: [{ text: detail.url, role: 'dim' }], size, indent, link: detail.url };
  }
  const bullet = detail.kind === 'bullet';
  const sign: Pick<Paragraph, 'sign'> = bullet ? { sign: 'dot' } : {};
  return { tag: 'P', spans: detail.spans, size, indent: indent + (bullet ? size * DOT_ROOM : 0), ...sign };
}

function signOf(section: HeadedSection, entry: Entry): { sign?: Sign } {
  if (hasBox(section, entry)) return { sign: 'box' };
  if (entry.marker === 'source') return {};
  return { sign: entry.marker === 'warning' ? 'warning' : 'dot' };
}

function titleSpans({ marker, number, title }: Entry): readonly Span[] {
  if (marker === 'number') return [{ text: `${number}. `, role: 'bold' }, ...title];
  return marker === 'source' ? [{ text: `[${number}] ` }, ...title] : title;
}

function entryBlock(section: HeadedSection, entry: Entry, { title, detail, sizes }: Setting): Block {
  const indent = sizes.body * SIGN_ROOM;
  const first: Paragraph = {
    tag: 'P',
    spans: titleSpans(entry),
    size: title,
    indent: entry.marker === 'source' ? 0 : indent,
    ...signOf(section, entry),
  };
  const rest = entry.details.map((part) => detailPart(part, detail, indent));
  return { parts: [first, ...rest], before: sizes.body * 0.32, entry: true };
}

function groupBlocks(section: HeadedSection, group: Group, setting: Setting): Block[] {
  const { body } = setting.sizes;
  const ruled = section.id === 'materials' || section.id === 'steps';
  const title: Block[] = group.title
    ? [
        {
          parts: [{ tag: 'H3', spans: [{ text: group.title, role: 'bold' }], size: body, indent: 0 }],
          before: body * 0.6,
          keepWithNext: true,
        },
      ]
    : [];
  const entries = group.entries.map((entry, index): Block => {
    const block = entryBlock(section, entry, setting);
    return ruled && index < group.entries.length - 1 ? { ...block, rule: 'light' } : block;
  });
  return [...title, ...entries];
}

function sectionBlocks(section: HeadedSection, setting: Setting): Block[] {
  const groups = section.groups.flatMap((group) => groupBlocks(section, group, setting));
  return [heading(section.heading, setting), ...groups];
}

function recordBlocks(setting: Setting): Block[] {
  const size = setting.sizes.body;
  const { acceptedOn, acceptedAs, officePhone, remarks } = RECORD_WORDS;
  const parts: Part[] = [
    { labels: [acceptedOn, acceptedAs], columns: 2, size },
    { labels: [officePhone], columns: 2, size },
    { labels: [remarks], columns: 1, size },
    { labels: [''], columns: 1, size },
  ];
  return [heading(RECORD_WORDS.title, setting), { parts, before: size * 0.5 }];
}

function headBlocks(outline: Outline, sizes: Sizes): Block[] {
  const { verdict, localStatus } = outline;
  const { body, note } = sizes;
  const centred = { indent: 0, centred: true } as const;
  const pad = body * 0.9;
  const head: Block = {
    parts: [
      { tag: 'H1', spans: [{ text: outline.title, role: 'title' }], size: sizes.title, ...centred },
      { tag: 'P', spans: [{ text: outline.dates, role: 'dim' }], size: note, ...centred },
    ],
    before: 0,
  };
  const said: Block = {
    parts: [
      { tag: 'P', spans: verdict.title, size: sizes.verdict, indent: pad },
      ...verdict.details.map((detail) => detailPart(detail, body, pad)),
    ],
    before: body * 0.9,
    panel: isCautious(verdict.verdict) ? 'warn' : 'good',
  };
  const indent = body * SIGN_ROOM;
  const status: Part[] = localStatus
    ? [{ tag: 'P', spans: [{ text: localStatus }], size: sizes.detail, indent, sign: 'warning' }]
    : [];
  return [head, said, ...(localStatus ? [{ parts: status, before: body * 0.7 }] : [])];
}

function closingBlock({ closing }: Outline, { body }: Sizes): Block {
  const parts = closing.map((text): Part => ({ tag: 'P', spans: [{ text }], size: body, indent: 0 }));
  return { parts, before: body * 1.2 };
}

/** What stands on the pages, in reading order: the same form as the printed page of HTML. */
export function buildBlocks(outline: Outline, sizes: Sizes): Block[] {
  const { body, record, appendix } = layOutForm(outline);
  const main: Setting = { title: sizes.body, detail: sizes.detail, sizes };
  const small: Setting = {
    title: sizes.note,
    detail: sizes.note * 0.95,
    sizes: { ...sizes, heading: sizes.body },
  };
  return [
    ...headBlocks(outline, sizes),
    ...body.flatMap((section) => sectionBlocks(section, main)),
    ...(record ? recordBlocks(main) : []),
    ...appendix.flatMap((section) => sectionBlocks(section, small)),
    closingBlock(outline, sizes),
  ];
}
