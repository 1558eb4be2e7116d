import type { Flow, Text } from '../model/flow.ts';
import { cleanText } from './clean-text.ts';
import { ANSWER_STAND_IN, ANSWER_STAND_INS, LOCAL_STAND_INS } from './graph-wording.ts';

const PLACEHOLDER = /<([^<>.]+)(?:\.([^<>.]+))?>/g;

/**
 * A text for a reader who has answered nothing: the row without a condition, with words such as 某地
 * in the place of answers.
 */
export function usualText(flow: Flow, text: Text): string {
  const usual = typeof text === 'string' ? text : (text.find(({ when }) => !when) ?? text[0])?.is;
  return cleanText(
    (usual ?? '').replace(
      PLACEHOLDER,
      (whole, name: string, field?: string) => standIn(flow, name, field) ?? whole,
    ),
  );
}

function standIn(flow: Flow, name: string, field: string | undefined): string | undefined {
  const derived = flow.derive[name];
  if (derived?.kind === 'first-match') return String(derived.rows.at(-1)?.is ?? ANSWER_STAND_IN);
  if (derived) return ANSWER_STAND_INS[derived.kind === 'month-plus' ? 'month' : 'number'];
  const question = flow.questions[name];
  if (!question) return undefined;
  if (field === undefined) return ANSWER_STAND_INS[question.type] ?? ANSWER_STAND_IN;
  if (field === 'province') return LOCAL_STAND_INS.province;
  const { channelKinds, facts } = flow.common.places;
  return LOCAL_STAND_INS.offered(channelKinds[field] ?? facts[field]?.name ?? ANSWER_STAND_IN);
}
