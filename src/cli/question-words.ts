import { questionName, wordings } from '../engine/question-name.ts';
import type { Flow, Option, Question } from '../model/flow.ts';
import type { PresentedQuestion } from '../model/progress.ts';
import { usualText } from '../render/usual-text.ts';

/** The words of a question that nobody has been asked yet. */
export interface QuestionWords {
  readonly ask: string;
  readonly why?: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** A question as the template shows it: texts that depend on answers in their usual form. */
export function wordsOf(flow: Flow, question: Question): QuestionWords {
  return {
    ask: usualText(flow, question.ask),
    ...(question.why === undefined ? {} : { why: usualText(flow, question.why) }),
    options: question.options.map(({ id, label }: Option) => ({ id, label: usualText(flow, label) })),
  };
}

/** Questions that are certain to be asked; all but the very next in their usual words. */
export function inUsualWords(flow: Flow, certain: readonly PresentedQuestion[]): PresentedQuestion[] {
  return certain.map((presented, index) => {
    const question = flow.questions[presented.id];
    return index === 0 || !question ? presented : { ...presented, ...wordsOf(flow, question) };
  });
}

/** The question that a key names: by id, or by its words with whatever stands for their placeholders. */
export function findQuestion(flow: Flow, key: string): string | undefined {
  const named = questionName(flow, key);
  if (named !== undefined) return named;
  const typed = bare(key);
  const shown = Object.values(flow.questions).filter(({ ask }) =>
    wordings(ask).some((wording) => wording.includes('<') && isFilledIn(bare(wording), typed)),
  );
  return shown.length === 1 ? shown[0]?.id : undefined;
}

/** Whether words are those of a text, with something in place of each placeholder. */
function isFilledIn(wording: string, typed: string): boolean {
  const [first = '', ...others] = wording.split(PLACEHOLDER_PARTS);
  const last = others.pop() ?? '';
  if (!typed.startsWith(first)) return false;
  // The earliest place of each part leaves the most room for the next ones, so none need be tried again.
  let end = first.length;
  for (const part of others) {
    const at = typed.indexOf(part, end + 1);
    if (at < 0) return false;
    end = at + part.length;
  }
  return typed.length > end + last.length && typed.endsWith(last);
}

/** As PLACEHOLDER, but `split` keeps no groups. */
const PLACEHOLDER_PARTS = /<[a-z0-9.-]+>/;

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/[?。:!\s]+$/u, '');
}
