import { channelsOf } from '../../engine/channels.ts';
import type { CompiledFlow } from '../../engine/compile-flow.ts';
import { type Knowledge, stateOf } from '../../engine/knowledge.ts';
import type { Question, Text } from '../../model/flow.ts';

/** `<name>` or `<name.field>` in a text. */
export interface Placeholder {
  readonly whole: string;
  readonly name: string;
  readonly field: string | undefined;
}

const PLACEHOLDER = /<([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9-]*))?>/g;
const DEEPEST = 3;

/** The placeholders of one string. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  if (!text.includes('<')) return [];
  return [...text.matchAll(PLACEHOLDER)].map(([whole, name = '', field]) => ({ whole, name, field }));
}

/** All strings that a text may come to. */
export function stringsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : text.map(({ is }) => is);
}

/** The placeholders that the row of a text which applies cannot fill. */
export function unfilledIn(
  compiled: CompiledFlow,
  knowledge: Knowledge,
  text: Text,
  depth = 0,
): readonly string[] {
  const rows = typeof text === 'string' ? [{ is: text }] : text;
  const chosen = rows.find(
    (row) => !('when' in row && row.when) || compiled.test(row.when)(knowledge) === 'yes',
  );
  return placeholdersIn(chosen?.is ?? '').flatMap((one) => unfilled(compiled, knowledge, one, depth));
}

function unfilled(
  compiled: CompiledFlow,
  knowledge: Knowledge,
  { whole, name, field }: Placeholder,
  depth: number,
): readonly string[] {
  const { flow } = compiled;
  const question = Object.hasOwn(flow.questions, name) ? flow.questions[name] : undefined;
  if (question && field !== undefined)
    return isFieldFilled(compiled, knowledge, question, field) ? [] : [whole];
  if (question) return unfilledAnswer(compiled, knowledge, question, whole, depth);
  if (!Object.hasOwn(flow.derive, name)) return [];
  return typeof compiled.derive(name)(knowledge) === 'string' ? [whole] : [];
}

/** A place that stayed open is printed as 当地, any other answer that stayed open as 不清楚. */
function unfilledAnswer(
  compiled: CompiledFlow,
  knowledge: Knowledge,
  question: Question,
  whole: string,
  depth: number,
): readonly string[] {
  const state = stateOf(knowledge, compiled.numberOf(question.id));
  if (!state || (state.kind === 'passed-over' && question.type !== 'place')) return [whole];
  if (state.kind !== 'value' || depth > DEEPEST) return [];
  const chosen = typeof state.value === 'object' ? state.value : [state.value];
  return question.options
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ label }) => unfilledIn(compiled, knowledge, label, depth + 1));
}

/** A channel of a place that was not asked is the nation's, and a fact says 以当地规定为准. */
function isFieldFilled(
  compiled: CompiledFlow,
  knowledge: Knowledge,
  { id }: Question,
  field: string,
): boolean {
  const { flow } = compiled;
  const state = stateOf(knowledge, compiled.numberOf(id));
  if (field === 'province') return state !== undefined;
  if (!Object.hasOwn(flow.common.places.channelKinds, field))
    return Object.hasOwn(flow.common.places.facts, field);
  const code = state?.kind === 'value' ? String(state.value) : undefined;
  return channelsOf(flow, field, code, knowledge.date).length > 0;
}
