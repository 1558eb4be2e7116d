import type { Flow, Option, Question, Text } from '../model/flow.ts';

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

/** The row without a condition, or the first; placeholders by the names of what they stand for. */
export function usualText(flow: Flow, text: Text): string {
  const usual = typeof text === 'string' ? text : (text.find(({ when }) => !when) ?? text[0])?.is;
  return (usual ?? '').replace(
    /<([a-z0-9-]+)(?:\.([a-z0-9-]+))?>/g,
    (whole, name: string, field?: string) => {
      const kinds = flow.common.places.channelKinds;
      if (field !== undefined) return kinds[field] ?? flow.common.places.facts[field]?.name ?? '当地';
      return flow.questions[name] ? '（前面的回答）' : whole;
    },
  );
}
