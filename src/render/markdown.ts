import type { Checklist } from '../model/checklist.ts';
import { buildOutline } from './build-outline.ts';
import type { Detail, Entry, Group, Section } from './outline.ts';
import type { Span } from './style.ts';
import { SIGNS, sectionHeading } from './wording.ts';

const ADDRESS = /https?:\/\/[\w.~:/?#@!+,=%&-]*[\w/]/;

/** What a renderer would take for a web address by itself, perhaps with the Chinese words after it. */
const LOOKS_LIKE_ADDRESS = /(?<=:)\/\/|(?<=\bwww)\./gi;

/** Clean text that Markdown prints as it is: no emphasis, links, code, tables, HTML, entities or formulas. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~&$#!^=]/g, '\\$&').replace(LOOKS_LIKE_ADDRESS, '\\$&');
}

/** Escaped text in which a web address is a link to what it says. */
function formatText(text: string): string {
  const found = ADDRESS.exec(text);
  if (!found) return escapeMarkdown(text);
  const [address] = found;
  const rest = text.slice(found.index + address.length);
  return `${escapeMarkdown(text.slice(0, found.index))}<${address}>${formatText(rest)}`;
}

/** What begins a list, a heading or a rule only where it begins a line. */
function escapeLineStart(markdown: string): string {
  return markdown.replace(/^(\d+)([.)])/, '$1\\$2').replace(/^[-+]/, '\\$&');
}

/** Bold between two texts. Punctuation inside needs a space or punctuation outside, or the stars are printed. */
export function emphasize(markdown: string, before: string, after: string): string {
  const left = /^[\p{P}\p{S}]/u.test(markdown) && /[^\s\p{P}]$/u.test(before) ? ' ' : '';
  const right = /[\p{P}\p{S}]$/u.test(markdown) && /^[^\s\p{P}]/u.test(after) ? ' ' : '';
  return `${left}**${markdown}**${right}`;
}

function formatSpans(spans: readonly Span[]): string {
  const parts = spans.map(({ text }) => formatText(text));
  const shown = spans.map(({ role }, index) => {
    const part = parts[index] ?? '';
    return role === 'bold' && part ? emphasize(part, parts[index - 1] ?? '', parts[index + 1] ?? '') : part;
  });
  return escapeLineStart(shown.join('').trim());
}

/** Facts on one line; a question mark at the end of one is enough of a stop. */
function joinFacts(facts: readonly string[]): string {
  return facts.reduce((line, fact) => `${line}${/[？。！]$/.test(line) ? ' ' : '；'}${fact}`);
}

function formatDetail(detail: Detail): string {
  if (detail.kind === 'link') return escapeLineStart(formatText(detail.url));
  if (detail.kind !== 'facts') return formatSpans(detail.spans);
  return joinFacts(detail.facts.map(formatSpans));
}

const BULLET = '- ';

/** List marker and what follows it; lines below are indented by the marker alone. */
function formatMarker({ marker, number = 0 }: Entry): readonly [marker: string, sign: string] {
  if (marker === 'box') return [BULLET, '[ ] '];
  if (marker === 'number') return [`${number}. `, '[ ] '];
  if (marker === 'warning') return [BULLET, `${SIGNS.warning} `];
  return [BULLET, marker === 'source' ? `\\[${number}\\] ` : ''];
}

function entryLines(entry: Entry): string[] {
  const [marker, sign] = formatMarker(entry);
  const indent = ' '.repeat(marker.length);
  return [
    `${marker}${sign}${formatSpans(entry.title)}`,
    ...entry.details.map((detail) => `${indent}${BULLET}${formatDetail(detail)}`),
  ];
}

function groupBlocks(group: Group): string[] {
  const title = group.title ? [`### ${escapeMarkdown(group.title)}`] : [];
  return [...title, group.entries.flatMap(entryLines).join('\n')];
}

function sectionBlocks(section: Section, index: number): string[] {
  const heading = `## ${sectionHeading(index + 1, section.title)}`;
  return [heading, ...section.groups.flatMap(groupBlocks)];
}

/** A checklist as GitHub Markdown: task lists for materials and steps. */
export function renderMarkdown(
  checklist: Checklist,
  options: { readonly why?: boolean | undefined } = {},
): string {
  const outline = buildOutline(checklist, options);
  const { verdict, localStatus } = outline;
  const blocks = [
    `# ${escapeMarkdown(outline.title)}`,
    escapeMarkdown(outline.dates),
    formatSpans(verdict.title),
    ...verdict.details.map(formatDetail),
    ...(localStatus ? [`${SIGNS.warning} ${escapeMarkdown(localStatus)}`] : []),
    ...outline.sections.flatMap(sectionBlocks),
    ...outline.closing.map(escapeMarkdown),
  ];
  return `${blocks.join('\n\n')}\n`;
}
