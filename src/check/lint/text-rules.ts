import { findTerms } from '../../engine/find-terms.ts';
import { lintWords } from '../wording.ts';
import { textColumns } from './columns.ts';
import { type TextManner, textsOf, type WrittenText } from './flow-texts.ts';
import type { Finding, LintInput, Rule } from './rule.ts';

/** Rules about words. They hold for every text, whoever writes it. */
export const textRules: readonly Rule[] = [
  { code: 'text-too-long', severity: 'warning', find: eachText(tooLong) },
  { code: 'end-mark-missing', severity: 'warning', find: eachText(withoutEndMark) },
  { code: 'half-width-mark', severity: 'warning', find: eachText(withHalfWidthMark) },
  { code: 'term-out-of-reach', severity: 'warning', find: findUnexplainedTerms },
];

type Text = Pick<WrittenText, 'text' | 'manner'>;

/** A name has one line of twenty characters, a sentence two lines and a half on a narrow terminal. */
const MOST_COLUMNS: Readonly<Record<TextManner, number>> = { name: 40, question: 60, sentence: 100 };

const END_MARK = /[。？！…][”’）》]*$/u;
const HALF_WIDTH =
  /\p{Script=Han}[,;:!?()"]|[,;:!?()"]\p{Script=Han}|\p{Script=Han}(?:\.|[,;:!?.] )\p{Script=Han}/u;

function eachText(check: (text: Text) => string | undefined): Rule['find'] {
  return function* find({ flow }) {
    for (const { subject, text, manner } of textsOf(flow)) {
      const message = check({ text, manner });
      if (message !== undefined) yield { subject, message };
    }
  };
}

/** What is wrong with the length of a text. */
export function tooLong({ text, manner }: Text): string | undefined {
  const columns = textColumns(text);
  const most = MOST_COLUMNS[manner];
  return columns > most ? lintWords.textTooLong(Math.ceil(columns / 2), most / 2) : undefined;
}

/** A sentence or question that does not end. */
export function withoutEndMark({ text, manner }: Text): string | undefined {
  return manner === 'name' || END_MARK.test(text) ? undefined : lintWords.endMarkMissing(manner);
}

/** A half-width mark beside a Chinese character. */
export function withHalfWidthMark({ text }: Pick<Text, 'text'>): string | undefined {
  const found = HALF_WIDTH.exec(text.replaceAll(/<[^<>]*>/g, '某'));
  return found ? lintWords.halfWidthMark(found[0].trim()) : undefined;
}

/**
 * Questions and lists explain their terms. What the list of procedures says of whom one is for explains
 * nothing; a title is the procedure's own name.
 */
function* findUnexplainedTerms({ flow }: LintInput): Generator<Finding> {
  for (const { term } of findTerms(flow, [flow.forWhom])) {
    yield { subject: 'flow/for-whom', message: lintWords.termOutOfReach(term) };
  }
}
