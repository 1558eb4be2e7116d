import { isCalendarDate } from '../../engine/calendar.ts';
import type { Checklist } from '../../model/checklist.ts';
import type { Flow } from '../../model/flow.ts';
import { type AnswerNotes, describeNotes } from '../answer-notes.ts';
import type { RunCommand } from '../command-table.ts';
import { type CliContext, columnsOf } from '../context.ts';
import { UsageError } from '../errors.ts';
import { findFlow, openStore } from '../find-flow.ts';
import { finishAnswers } from '../finish-answers.ts';
import { type GivenAnswers, readGivenAnswers, refuseOtherFlow } from '../given-answers.ts';
import type { DIFF_FORMATS, DocumentOptions } from '../options.ts';
import { quoted } from '../safe-text.ts';
import { settleAnswers } from '../settle-answers.ts';
import { planDocument, type Suffixes, writeDocument } from '../write-document.ts';

type DiffFormat = (typeof DIFF_FORMATS)[number];

const SUFFIXES: Suffixes<DiffFormat> = [
  ['text', ['.txt']],
  ['markdown', ['.md', '.markdown']],
  ['json', ['.json']],
];

/** One side as written on the command line. */
interface SideArgument {
  readonly file: string;
  readonly date?: string;
}

/** `yibao diff <事项> A B`: what two situations, or one on two days, change. */
export const runDiff: RunCommand = async (
  context,
  [name = '', a = '', b = ''],
  options: DocumentOptions<DiffFormat>,
) => {
  const plan = await planDocument(context, options, SUFFIXES);
  const arguments_ = parseSides(a, b);
  const store = await openStore(context, options.flows);
  const flow = await findFlow(store, name);
  const files = new Map<string, GivenAnswers>();
  for (const { file } of arguments_) {
    // Standard input can be read once.
    if (!files.has(file)) files.set(file, await readGivenAnswers(context, { answers: file }));
  }
  const [before, after] = arguments_.map((side) =>
    settleSide(context, flow, side, { given: files.get(side.file), date: options.date }),
  ) as [SettledSide, SettledSide];
  const { compareChecklists } = await import('../../render/compare-checklists.ts');
  const { renderDiff } = await import('../../render/render-diff.ts');
  const onScreen = plan.path === undefined && context.stdout.isTTY === true;
  const text = renderDiff(compareChecklists(before.checklist, after.checklist), {
    format: plan.format,
    labels: [labelOf(arguments_[0]), labelOf(arguments_[1])],
    notes: [before.notes, after.notes],
    width: onScreen ? columnsOf(context.stdout) : undefined,
  });
  await writeDocument(context, plan, text);
  // With -f json what there is to say is in the document.
  if (plan.format === 'json') return;
  const said = new Set([before, after].flatMap(({ notes }) => describeNotes(notes)));
  for (const line of said) context.say.note(line);
};

/** B may be a day alone: then it is A's answers on that day. */
function parseSides(a: string, b: string): readonly [SideArgument, SideArgument] {
  const before = parseSide(a);
  if (!/^@?\d{4}-\d{2}-\d{2}$/.test(b)) return [before, parseSide(b)];
  return [before, { file: before.file, date: readDate(b.replace('@', '')) }];
}

/** `文件` or `文件@日期`. */
function parseSide(text: string): SideArgument {
  const [, file, date] = /^(.+)@(\d{4}-\d{2}-\d{2})$/su.exec(text) ?? [];
  if (file !== undefined && date !== undefined) return { file, date: readDate(date) };
  if (!/^@?\d{4}-\d{2}-\d{2}$/.test(text)) return { file: text };
  throw new UsageError(
    `A 要写一份回答文件，如 回答.yaml 或 回答.yaml@${text.replace('@', '')}；现在是${quoted(text)}。`,
  );
}

function readDate(date: string): string {
  if (isCalendarDate(date)) return date;
  throw new UsageError(`${quoted(date)}不是一个日期。请写成 2026-11-22 这样。`);
}

function labelOf({ file }: SideArgument): string {
  return file === '-' ? '标准输入' : file;
}

/** One side's checklist, and what there is to tell of its answers. */
interface SettledSide {
  readonly checklist: Checklist;
  readonly notes: AnswerNotes;
}

function settleSide(
  context: CliContext,
  flow: Flow,
  side: SideArgument,
  { given = { entries: [] }, date: usual }: { given: GivenAnswers | undefined; date: string | undefined },
): SettledSide {
  refuseOtherFlow(given, flow);
  const date = side.date ?? usual ?? given.date ?? context.today;
  const { answers, ...notes } = settleAnswers(flow, given.entries, date);
  const finished = finishAnswers(flow, { answers, notes }, date, { file: labelOf(side) });
  if ('missing' in finished) throw finished.missing;
  return finished;
}
