import type { ChecklistItem } from '../model/checklist.ts';
import { type Cause, type ChecklistDiff, isEqual, type OneSided } from './compare-checklists.ts';
import { buildDiffOutline, type DiffDetail, type DiffEntry, type DiffSection } from './diff-outline.ts';
import { checklistDocument, formatJson, itemFields } from './json.ts';
import { wrapText } from './layout.ts';
import { escapeMarkdown } from './markdown.ts';

/** The ways to write a comparison. */
type DiffFormat = 'text' | 'markdown' | 'json';

export interface DiffOptions {
  readonly format: DiffFormat;
  /** What A and B are, such as names of files. */
  readonly labels: readonly [string, string];
  /** What else there is to tell of the answers of A and B; in JSON only. */
  readonly notes?: readonly [object, object];
  /** Columns, for text. */
  readonly width?: number | undefined;
}

const USUAL_WIDTH = 80;

/** A comparison of two checklists, with a line end. */
export function renderDiff(diff: ChecklistDiff, options: DiffOptions): string {
  const { format, labels, width } = options;
  if (format === 'json') return `${formatJson(diffDocument(diff, options))}\n`;
  const outline = buildDiffOutline(diff, labels);
  const { title, sides, sections, closing } = outline;
  const wide = width ?? USUAL_WIDTH;
  const blocks =
    format === 'text'
      ? [
          [title, ...sides].flatMap((line) => wrapText(line, wide)),
          ...sections.map((section) => textSection(section, wide)),
          wrapText(closing, wide),
        ]
      : [
          [`# ${escapeMarkdown(title)}`],
          sides.map((side) => `- ${escapeMarkdown(side)}`),
          ...sections.flatMap(markdownSection),
          [escapeMarkdown(closing)],
        ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function textSection({ title, entries }: DiffSection, width: number): string[] {
  return [title, ...entries.flatMap((entry) => textEntry(entry, width))];
}

function textEntry({ sign, title, details }: DiffEntry, width: number): string[] {
  return [
    ...indented(title, `  ${sign} `, width),
    ...details.flatMap(({ text, below = [] }) => [
      ...indented(text, ' '.repeat(6), width),
      ...below.flatMap((line) => indented(line, ' '.repeat(8), width)),
    ]),
  ];
}

function indented(text: string, first: string, width: number): string[] {
  const rest = ' '.repeat(first.length);
  return wrapText(text, width - first.length).map((line, index) => (index === 0 ? first : rest) + line);
}

function markdownSection({ title, entries }: DiffSection): string[][] {
  return [[`## ${escapeMarkdown(title)}`], entries.flatMap(markdownEntry)];
}

function markdownEntry({ title, details }: DiffEntry): string[] {
  return [`- ${escapeMarkdown(title)}`, ...details.flatMap(markdownDetail)];
}

function markdownDetail({ text, below = [] }: DiffDetail): string[] {
  return [`  - ${escapeMarkdown(text)}`, ...below.map((line) => `    - ${escapeMarkdown(line)}`)];
}

/** What scripts may rely on: both checklists' heads, and every difference with the values of both sides. */
function diffDocument(
  diff: ChecklistDiff,
  { labels, notes }: Pick<DiffOptions, 'labels' | 'notes'>,
): Record<string, unknown> {
  const { before, after, answers, outcome, unsettled, same } = diff;
  const [a, b] = [checklistDocument(before), checklistDocument(after)];
  return {
    schema: 1,
    flow: a.flow,
    equal: isEqual(diff),
    before: { label: labels[0], date: before.date, outcome: a.outcome, ...notes?.[0] },
    after: { label: labels[1], date: after.date, outcome: b.outcome, ...notes?.[1] },
    answers: answers.map((change) => ({ before: null, after: null, ...change })),
    outcome,
    added: diff.added.map(oneSidedFields),
    gone: diff.gone.map(oneSidedFields),
    changed: diff.changed.map((change) => ({
      kind: change.after.kind,
      id: change.after.id,
      fields: change.fields.map((field) => fieldName(change.after, field)),
      cause: causeFields(change.cause),
      before: itemFields(change.before),
      after: itemFields(change.after),
    })),
    unsettled,
    same,
  };
}

function oneSidedFields({ item, cause }: OneSided): Record<string, unknown> {
  return { kind: item.kind, cause: causeFields(cause), ...itemFields(item) };
}

function causeFields(cause: Cause): unknown {
  return cause.kind === 'reasons' ? { kind: cause.kind, reasons: cause.reasons } : { kind: cause.kind };
}

/** As the key is called in the document. */
function fieldName({ kind }: ChecklistItem, field: string): string {
  return field === 'say' && kind === 'not-needed' ? 'becauseNot' : field;
}
