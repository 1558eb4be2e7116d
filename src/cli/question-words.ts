import { questionName, wordings } from '../engine/question-name.ts';
import type { Flow, Option, Question, Text } from '../model/flow.ts';

/** The words of a question that nobody has been asked yet. */
export interface QuestionWords {
  readonly ask: string;
  readonly why?: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

const PLACEHOLDER = /<([a-z0-9-]+)(?:\.([a-z0-9-]+))?>/g;

/** A question as the template shows it: texts that depend on answers in their usual form. */
export function wordsOf(flow: Flow, question: Question): QuestionWords {
  return {
    ask: usualText(flow, question.ask),
    ...(question.why === undefined ? {} : { why: usualText(flow, question.why) }),
    options: question.options.map(({ id, label }: Option) => ({ id, label: usualText(flow, label) })),
  };
}

/** The row without a condition, or the first; placeholders by words for what they stand for. */
export function usualText(flow: Flow, text: Text): string {
  const usual = typeof text === 'string' ? text : (text.find(({ when }) => !when) ?? text[0])?.is;
  return (usual ?? '').replace(PLACEHOLDER, (_, name: string, field?: string) =>
    field === undefined ? usualValue(flow, name) : usualField(flow, field),
  );
}

function usualField(flow: Flow, field: string): string {
  const { channelKinds, facts } = flow.common.places;
  return channelKinds[field] ?? facts[field]?.name ?? '当地';
}

function usualValue(flow: Flow, name: string): string {
  const derived = flow.derive[name];
  const last = derived?.kind === 'first-match' ? derived.rows.at(-1)?.is : undefined;
  if (last !== undefined) return usualText(flow, String(last));
  return flow.questions[name]?.type === 'place' ? '那个地方' : '（前面的回答）';
}

/** The question that a key names: by id, or by its words with whatever stands for their placeholders. */
export function findQuestion(flow: Flow, key: string): string | undefined {
  const named = questionName(flow, key);
  if (named !== undefined) return named;
  const typed = bare(key);
  const shown = Object.values(flow.questions).filter(({ ask }) =>
    wordings(ask).some((wording) => wording.includes('<') && toPattern(wording).test(typed)),
  );
  return shown.length === 1 ? shown[0]?.id : undefined;
}

function toPattern(wording: string): RegExp {
  const parts = bare(wording).split(PLACEHOLDER_PARTS);
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 'u');
}

/** As PLACEHOLDER, but `split` keeps no groups. */
const PLACEHOLDER_PARTS = /<[a-z0-9.-]+>/;

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/[?。:!\s]+$/u, '');
}
