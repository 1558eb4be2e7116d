import type { AnswerValue } from '../model/answers.ts';
import { UNSURE } from '../model/answers.ts';
import type { Question, Text } from '../model/flow.ts';
import { latePattern } from '../model/late-pattern.ts';
import { isCalendarDate, isCalendarMonth } from './calendar.ts';
import { channelsOf } from './channels.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { factValue } from './fact-value.ts';
import { type Knowledge, stateOf } from './knowledge.ts';
import { dateInWords, words } from './wording.ts';

/** Whose words are printed: a flow, and what is known of the person. */
export interface Speech {
  readonly compiled: CompiledFlow;
  readonly knowledge: Knowledge;
}

const PLACEHOLDER = /<([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9-]*))?>/g;

/** A label may hold placeholders whose labels hold placeholders; a ring of them ends here. */
const DEEPEST = 3;

/** The row of a text that applies, its placeholders filled in. */
export function fillText(speech: Speech, text: Text, depth = 0): string {
  const chosen = typeof text === 'string' ? text : chooseRow(speech, text);
  if (!chosen.includes('<')) return chosen;
  return chosen.replace(PLACEHOLDER, (whole, name: string, field: string | undefined, at: number) => {
    if (depth > DEEPEST) return words.blank;
    const filled = fillPlaceholder(speech, name, field, depth + 1);
    return filled === undefined ? whole : setApart(chosen, at, filled, at + whole.length);
  });
}

const han = latePattern(String.raw`\p{Script=Han}`, 'u');
const LATIN = /[A-Za-z0-9]/;

/** Between a Han character and a Latin letter or digit stands a space, as everywhere in our texts. */
function setApart(text: string, from: number, filled: string, to: number): string {
  const isApart = (before = '', after = '') =>
    (LATIN.test(after) && han().test(before)) || (LATIN.test(before) && han().test(after));
  const before = isApart(text[from - 1], filled.at(0)) ? ' ' : '';
  const after = isApart(filled.at(-1), text[to]) ? ' ' : '';
  return `${before}${filled}${after}`;
}

function chooseRow({ compiled, knowledge }: Speech, rows: Exclude<Text, string>): string {
  return rows.find(({ when }) => !when || compiled.test(when)(knowledge) === 'yes')?.is ?? '';
}

function fillPlaceholder(
  speech: Speech,
  name: string,
  field: string | undefined,
  depth: number,
): string | undefined {
  const { flow } = speech.compiled;
  const question = Object.hasOwn(flow.questions, name) ? flow.questions[name] : undefined;
  if (question)
    return field === undefined ? answerText(speech, question, depth) : placeField(speech, name, field);
  return Object.hasOwn(flow.derive, name) ? derivedText(speech, name) : undefined;
}

function answerText(speech: Speech, question: Question, depth: number): string {
  const state = stateOf(speech.knowledge, speech.compiled.numberOf(question.id));
  if (state?.kind === 'value') {
    // The sentence around a number names its unit.
    if (question.type === 'number') return String(state.value);
    return labelOf(speech, question, state.value, depth);
  }
  if (question.type === 'place') return words.localPlace;
  return state?.kind === 'unsure' ? words.unsure : words.blank;
}

function placeField({ compiled, knowledge }: Speech, name: string, field: string): string | undefined {
  const { flow, atlas } = compiled;
  const { common } = flow;
  const state = stateOf(knowledge, compiled.numberOf(name));
  const code = state?.kind === 'value' ? String(state.value) : undefined;
  if (field === 'province') {
    return code === undefined ? words.localPlace : (atlas.get(atlas.provinceOf(code))?.name ?? code);
  }
  if (Object.hasOwn(common.places.channelKinds, field)) {
    return channelsOf(flow, field, code, knowledge.date)
      .map((channel) => channel.name)
      .join(words.or);
  }
  if (!Object.hasOwn(common.places.facts, field)) return undefined;
  const fact = factValue(common, field, code, knowledge.date);
  return fact ? valueInWords(fact.value) : words.asLocalRules;
}

function derivedText({ compiled, knowledge }: Speech, name: string): string {
  const values = compiled.derive(name)(knowledge);
  return typeof values === 'string' ? words.blank : values.map(valueInWords).join(words.or);
}

/** A fact's or derived value as printed. */
export function valueInWords(value: string | number): string {
  if (typeof value === 'number') return String(value);
  if (isCalendarDate(value) || isCalendarMonth(value)) return dateInWords(value);
  return words.truth[value] ?? value;
}

/** An answer in the words that were shown. */
export function labelOf(speech: Speech, question: Question, value: AnswerValue, depth = 0): string {
  if (typeof value === 'object') {
    const labels = value.map((one) => optionLabel(speech, question, one, depth));
    return labels.length > 0 ? labels.join(words.and) : words.nothing;
  }
  if (value === UNSURE) return words.unsure;
  switch (question.type) {
    case 'place':
      return speech.compiled.atlas.get(String(value))?.name ?? String(value);
    case 'date':
    case 'month':
      return dateInWords(String(value));
    case 'number':
      return `${value}${question.unit ?? ''}`;
    case 'choice':
    case 'yes-no':
    case 'multi':
      return optionLabel(speech, question, String(value), depth);
  }
}

function optionLabel(speech: Speech, question: Question, id: string, depth: number): string {
  const option = question.options.find((one) => one.id === id);
  return option ? fillText(speech, option.label, depth) : id;
}
