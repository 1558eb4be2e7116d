import { readAnswer } from '../../engine/read-answer.ts';
import { MOST_ANSWERS } from '../../load/limits.ts';
import { readCells } from '../../load/records/csv-cells.ts';
import { refuseText } from '../../load/records/parsed-record.ts';
import type { RawRecord } from '../../load/records/raw-record.ts';
import type { Column } from '../../load/records/read-csv-record.ts';
import type { Flow } from '../../model/flow.ts';
import { usualText } from '../../render/usual-text.ts';
import { type AnswerFault, UsageError } from '../errors.ts';
import { findQuestion } from '../question-words.ts';
import { quoted } from '../safe-text.ts';
import { faultSentence, shellWord } from './wording.ts';

const ID_NAMES = ['id', '编号'];
const DATE_NAMES = ['date', '日期'];
const NAME_BY_COLUMN = '要用哪一列给每份清单起名（如工号），就把那一列的表头改成“编号”。';

/**
 * What each column of a table holds, by its header.
 *
 * @throws {UsageError} for columns that are no question of the flow, for two that are the same one, and for
 *   too many
 */
export function readHeader(
  flow: Flow,
  header: RawRecord,
  delimiter: string,
  ignored: ReadonlySet<string>,
): readonly Column[] {
  const fault = header.fault ? { code: header.fault } : refuseText(header.text);
  if (fault)
    throw new UsageError(`表头（第 ${header.line} 行）读不了。${faultSentence(fault)}`, { code: fault.code });
  const names = readCells(header.text, delimiter).map((cell) => cell.trim());
  if (names.length > MOST_ANSWERS) {
    throw new UsageError(`表头有 ${names.length} 列，最多 ${MOST_ANSWERS} 列。请只留下要用的列。`, {
      code: 'too-many-columns',
    });
  }
  const columns = names.map((name) => columnOf(flow, name, ignored));
  const unknown = names.filter((_, index) => columns[index] === undefined);
  if (unknown.length > 0) {
    throw unknownColumns(
      flow,
      unknown,
      columns.some((column) => column?.kind === 'id'),
    );
  }
  const known = columns.filter((column) => column !== undefined);
  refuseRepeated(flow, names, known);
  if (!known.some(({ kind }) => kind === 'question')) {
    throw new UsageError(`表头里没有“${flow.title}”的题。第一行要写题目的名字，${seeQuestions(flow)}`);
  }
  return known;
}

function columnOf(flow: Flow, name: string, ignored: ReadonlySet<string>): Column | undefined {
  if (name === '') return { kind: 'empty' };
  if (ignored.has(name)) return { kind: 'ignored' };
  if (findQuestion(flow, name) !== undefined) return { kind: 'question', key: name };
  const plain = name.toLowerCase();
  if (ID_NAMES.includes(plain)) return { kind: 'id' };
  return DATE_NAMES.includes(plain) ? { kind: 'date' } : undefined;
}

function unknownColumns(flow: Flow, names: readonly string[], hasId: boolean): UsageError {
  const faults = names.map((name) => unknownColumn(flow, name));
  const others = faults.filter(({ nearest }) => !nearest).map(({ question }) => question);
  const hints = [
    ...faults.filter(({ nearest }) => nearest).map(({ message }) => message),
    ...(others.length > 0
      ? [`不是题的列，加上 ${others.map((name) => `--ignore ${shellWord(name)}`).join(' ')} 就不看它们。`]
      : []),
    ...(others.length > 0 && !hasId ? [NAME_BY_COLUMN] : []),
    seeQuestions(flow),
  ];
  const named = names.map((name) => quoted(name)).join('、');
  return new UsageError(
    [`表头里有“${flow.title}”没有的列：${named}。`, ...hints.map((hint) => `  ${hint}`)].join('\n'),
    { code: 'unknown-column', problems: faults },
  );
}

function unknownColumn(flow: Flow, name: string): AnswerFault {
  const read = readAnswer(flow, {}, name, '', { date: flow.reviewed });
  const near = 'problem' in read ? flow.questions[read.problem.nearest?.id ?? ''] : undefined;
  const nearest = near && { id: near.id, label: usualText(flow, near.ask) };
  const message = nearest
    ? `${quoted(name)}是不是想写 ${nearest.id}（${nearest.label}）？`
    : `没有${quoted(name)}这一题。`;
  return {
    code: 'unknown-column',
    severity: 'error',
    question: name,
    message,
    ...(nearest ? { nearest } : {}),
  };
}

function seeQuestions(flow: Flow): string {
  return `用 yibao questions ${flow.id} 看有哪些题。`;
}

function refuseRepeated(flow: Flow, names: readonly string[], columns: readonly Column[]): void {
  const seen = new Map<string, string>();
  for (const [index, column] of columns.entries()) {
    if (column.kind === 'ignored' || column.kind === 'empty') continue;
    const what = column.kind === 'question' ? `question/${findQuestion(flow, column.key)}` : column.kind;
    const [name = '', before] = [names[index], seen.get(what)];
    if (before !== undefined) {
      throw new UsageError(`表头里${quoted(before)}和${quoted(name)}是同一列，只能留一列。`, {
        code: 'repeated-column',
      });
    }
    seen.set(what, name);
  }
}
