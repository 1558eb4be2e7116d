import { askableQuestions } from '../../engine/askable-questions.ts';
import { readAnswer } from '../../engine/read-answer.ts';
import { resolvePlace } from '../../engine/resolve-place.ts';
import { searchPlaces } from '../../engine/search-places.ts';
import type { FlowStore } from '../../load/flow-store.ts';
import { type Answers, type AnswerValue, UNSURE } from '../../model/answers.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Flow, Question } from '../../model/flow.ts';
import type { Division } from '../../model/place.ts';
import { findQuestion, wordsOf } from '../question-words.ts';
import type { Candidate } from './find-candidates.ts';
import type { Situation } from './read-situation.ts';

const UNSURE_LABEL = '不清楚';
/** A list of all cities would help nobody. */
const MOST_PLACES = 40;

/** What may follow `-a`: the keys of questions that can still be asked; after `键=`, that question's values. */
export async function answerCandidates(
  store: FlowStore,
  { args, given, typed }: Situation,
  date: CalendarDate,
): Promise<Candidate[]> {
  const found = store.find(args[0] ?? '');
  const [, later, rest = ''] = /^([a-z][a-z0-9-]*)\.(.*)$/su.exec(typed) ?? [];
  const isLater = later !== undefined && store.list().some(({ id }) => id === later);
  const id = isLater ? later : 'id' in found ? found.id : undefined;
  if (id === undefined) return [];
  const flow = await store.get(id);
  const prefix = isLater ? `${id}.` : '';
  const pairs = [...(given.get('--answer') ?? [])].filter((pair) => pair.startsWith(prefix));
  const before = { answers: readPairs(flow, pairs, prefix, date), date };
  const own = candidatesOf(flow, before, isLater ? rest : typed);
  return own.map(({ value, text }) => ({ value: prefix + value, text }));
}

/** What is known of the person, and the day. */
interface Known {
  readonly answers: Answers;
  readonly date: CalendarDate;
}

function readPairs(flow: Flow, pairs: readonly string[], prefix: string, date: CalendarDate): Answers {
  const answers: Record<string, AnswerValue> = {};
  for (const pair of pairs) {
    const [, key = '', raw = ''] = /^([^=＝]+)[=＝](.*)$/su.exec(pair.slice(prefix.length)) ?? [];
    const id = findQuestion(flow, key.trim());
    const read = id === undefined ? undefined : readAnswer(flow, answers, id, raw.trim(), { date });
    if (id !== undefined && read && 'value' in read) answers[id] = read.value;
  }
  return answers;
}

function candidatesOf(flow: Flow, known: Known, typed: string): Candidate[] {
  const [head = '', key = ''] = /^([^=]+)=/u.exec(typed) ?? [];
  if (head === '') return keysOf(flow, known, typed);
  const question = flow.questions[findQuestion(flow, key) ?? ''];
  if (!question) return [];
  return valuesOf(flow, question, typed.slice(head.length)).map(({ value, text }) => ({
    value: head + value,
    text,
  }));
}

/** Ids; the words of the questions join once something is typed. */
function keysOf(flow: Flow, { answers, date }: Known, typed: string): Candidate[] {
  const open = askableQuestions(flow, answers, { date });
  // An answer to a question with several may be given bit by bit.
  const several = Object.keys(answers).filter((id) => flow.questions[id]?.type === 'multi');
  return [...open, ...several].flatMap((id) => {
    const question = flow.questions[id];
    if (!question) return [];
    const { ask } = wordsOf(flow, question);
    const key = ask.replace(/[？。]$/u, '');
    // The same words may ask two things; then only the id tells them apart.
    const isSpoken = typed !== '' && findQuestion(flow, key) === id;
    const spoken = isSpoken ? [{ value: `${key}=`, text: id }] : [];
    return [{ value: `${id}=`, text: ask }, ...spoken];
  });
}

function valuesOf(flow: Flow, question: Question, typed: string): Candidate[] {
  const unsure = question.unsure ? [{ value: UNSURE, text: UNSURE_LABEL, spoken: UNSURE_LABEL }] : [];
  if (question.type === 'place') return [...placesFor(flow, typed), ...named(unsure, typed)];
  const options = wordsOf(flow, question).options.map(({ id, label }) => ({
    value: id,
    text: label,
    spoken: label,
  }));
  if (question.type !== 'multi') return named([...options, ...unsure], typed);
  const [done = ''] = /^.*[,，]/su.exec(typed) ?? [];
  const chosen = done.split(/[,，]/);
  const left = options.filter(({ value, text }) => !chosen.includes(value) && !chosen.includes(text));
  return named([...left, ...(done === '' ? unsure : [])], typed.slice(done.length)).map(
    ({ value, text }) => ({
      value: done + value,
      text,
    }),
  );
}

/** Values by id; by the words shown once something is typed. */
function named(
  values: readonly { readonly value: string; readonly text: string; readonly spoken: string }[],
  typed: string,
): Candidate[] {
  return values.flatMap(({ value, text, spoken }) => [
    { value, text },
    ...(typed === '' ? [] : [{ value: spoken, text: value }]),
  ]);
}

/** Places in the writing that was begun: Chinese, pinyin or a code. With nothing typed, the provinces. */
function placesFor({ common: { divisions } }: Flow, typed: string): Candidate[] {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const candidates = searchPlaces(divisions, typed).flatMap((division) => {
    const province = byCode.get(division.parent ?? '');
    const value = typed === '' ? division.name : spelling(division, province, typed);
    const text = [province?.name, division.name].filter(Boolean).join(' ');
    return value === undefined ? [] : { value, text };
  });
  // A spelling that means several places is no answer.
  return candidates
    .filter(({ value }) => 'match' in resolvePlace(divisions, value))
    .slice(0, typed === '' ? candidates.length : MOST_PLACES);
}

/** The name that begins as typed: its own, or after its province's. */
function spelling(
  { code, name, short, pinyin, aliases }: Division,
  province: Division | undefined,
  typed: string,
): string | undefined {
  const after = province ? [province.short + short, province.name + name] : [];
  return [name, short, ...aliases, code, ...pinyin, ...after].find((one) => one.startsWith(typed));
}
