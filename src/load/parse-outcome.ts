import type { HandOver, Outcome } from '../model/flow.ts';
import { defined } from './defined.ts';
import { checkVerify, needCitations } from './parse-citation.ts';
import { parseCondition } from './parse-condition.ts';
import { parseText } from './parse-text.ts';
import { MapReader } from './read-map.ts';
import { checkId, readFlag, readMap, readOneOf, readString } from './read-value.ts';
import type { FlowNames, Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry, YamlNode } from './yaml-node.ts';

export const VERDICTS = ['proceed', 'not-needed', 'not-eligible', 'elsewhere', 'ask-first'] as const;

/** Reads an outcome. */
export function parseOutcome({ key: id, keyPosition, value }: MapEntry, scope: Scope): Outcome | undefined {
  const { problems } = scope;
  checkId(id, keyPosition, problems);
  const node = readMap(value, problems);
  if (!node) return undefined;
  const map = new MapReader(node, problems, keyPosition);
  const text = (written: YamlNode) => parseText(written, scope);
  const verdict = map.need('verdict', readOneOf(VERDICTS));
  const title = map.need('title', text);
  const say = map.read('say', text);
  const sources = needCitations(map, scope);
  const verify = map.read('verify', readFlag);
  const handOver = map.read('hand-over', (written) => parseHandOver(written, scope));
  map.finish();
  checkVerify(sources, verify, map.at('sources'), scope);
  if (verdict === undefined || title === undefined) return undefined;
  return defined({ id, verdict, title, say, handOver, sources, verify });
}

function parseHandOver(node: YamlNode, scope: Scope): HandOver | undefined {
  const { problems, book } = scope;
  const written = readMap(node, problems);
  if (!written) return undefined;
  const map = new MapReader(written, problems);
  const to = map.need('to', (value) => parseFlowName(value, scope));
  const when = map.read('when', (value) => parseCondition(value, scope));
  const crossing = map.read('with', readMap);
  map.finish();
  const theirs = to === undefined ? undefined : book.flows.get(to);
  if (to === undefined || !theirs) return undefined;
  const entries = [...(crossing?.entries.values() ?? [])].flatMap((entry) => {
    const value = parseCrossing(entry, theirs, scope);
    return value ? [[entry.key, value] as const] : [];
  });
  return defined({ to, when, with: Object.fromEntries(entries) });
}

/** Reads the id of a flow. */
export function parseFlowName(node: YamlNode, { book, problems }: Pick<Scope, 'book' | 'problems'>) {
  const id = readString(node, problems);
  if (id === undefined || book.flows.has(id) || book.unreadable.has(id)) return id;
  problems.add(node.position, said.unknownFlow(id, book.flows.keys()));
  return undefined;
}

/** `their-question: our-question`, or `their-question: { value: … }`. */
function parseCrossing({ key, keyPosition, value }: MapEntry, theirs: FlowNames, scope: Scope) {
  const { problems } = scope;
  const question = theirs.questions.get(key);
  if (!question) {
    problems.add(keyPosition, said.unknownQuestionOf(key, theirs.id, theirs.questions.keys()));
    return undefined;
  }
  if (value.kind !== 'map') {
    const ours = readString(value, problems);
    if (ours === undefined || scope.names.questions.has(ours)) return ours && { question: ours };
    problems.add(value.position, said.unknownQuestion(ours, [...scope.names.questions.keys()]));
    return undefined;
  }
  const map = new MapReader(value, problems);
  const literal = map.need('value', readString);
  map.finish();
  if (literal === undefined) return undefined;
  if (question.options.length > 0 && !question.options.includes(literal)) {
    problems.add(map.at('value'), said.unknownValue(literal, key, question.options));
  }
  return { value: literal };
}
