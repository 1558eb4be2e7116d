import type { Problem } from '../model/problem.ts';
import type { ProblemList } from './problem-list.ts';
import { findRepeatedKey } from './records/repeated-key.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

/** What an answers file holds, as written, and what is wrong with its form. */
export interface AnswersText {
  /** The answers, or `{ answers, flow, date }` around them. */
  readonly answers: Record<string, unknown>;
  readonly problems: readonly Problem[];
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads answers from YAML or JSON, without knowing any question. Values are texts, numbers, true/false,
 * lists of texts or numbers, or nothing (not answered). JSON never loads the YAML reader.
 */
export async function parseAnswersText(
  text: string,
  file: string,
  format: 'yaml' | 'json',
): Promise<AnswersText> {
  return format === 'json' ? parseJson(text, file) : await parseYamlAnswers(text, file);
}

function parseJson(text: string, file: string): AnswersText {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let content: unknown;
  try {
    content = JSON.parse(bare);
  } catch {
    return { answers: {}, problems: [problemIn(file, said.notJson())] };
  }
  if (!isMap(content)) return { answers: {}, problems: [problemIn(file, said.answersAreMap())] };
  const { answers } = content;
  const keys = Object.keys(content).length + (isMap(answers) ? Object.keys(answers).length : 0);
  const repeated = findRepeatedKey(bare, keys);
  const wrong = [...(repeated === undefined ? [] : [said.duplicateKey(repeated)]), ...wrongKeys(content)];
  const problems = wrong.map((what) => problemIn(file, what));
  return { answers: problems.length > 0 ? {} : content, problems };
}

/** What is wrong with the keys and values of a map of answers. */
function wrongKeys(content: Record<string, unknown>, inside = false): ReturnType<typeof said.notJson>[] {
  return Object.entries(content).flatMap(([key, value]) => {
    if (FORBIDDEN.has(key)) return [said.forbiddenKey(key)];
    if (key === 'answers' && !inside && isMap(value)) return wrongKeys(value, true);
    return isAnswer(value) ? [] : [said.wrongAnswer(key)];
  });
}

function isAnswer(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isText) : value === null || isText(value);
}

function isText(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problemIn(file: string, what: ReturnType<typeof said.notJson>): Problem {
  return { ...what, severity: 'error', file };
}

async function parseYamlAnswers(text: string, file: string): Promise<AnswersText> {
  const [{ parseYaml }, { ProblemList, TooManyProblems }] = await Promise.all([
    import('./yaml-document.ts'),
    import('./problem-list.ts'),
  ]);
  const problems = new ProblemList();
  let answers: Record<string, unknown> = {};
  try {
    const node = parseYaml({ path: file, text }, problems);
    if (node && node.kind !== 'map') problems.add(node.position, said.answersAreMap());
    if (node?.kind === 'map') answers = readEntries(node, problems, false);
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error;
  }
  return problems.count > 0 ? { answers: {}, problems: problems.sorted() } : { answers, problems: [] };
}

function readEntries(node: YamlNode, problems: ProblemList, inside: boolean): Record<string, unknown> {
  if (node.kind !== 'map') return {};
  const entries = [...node.entries.values()].map(({ key, value }) => {
    if (key === 'answers' && !inside && value.kind === 'map')
      return [key, readEntries(value, problems, true)];
    const isList = value.kind === 'list' && value.items.every(({ kind }) => kind === 'scalar');
    if (value.kind === 'map' || (value.kind === 'list' && !isList)) {
      problems.add(value.position, said.wrongAnswer(key));
    }
    return [key, value.kind === 'list' ? value.items.map(scalarOf) : scalarOf(value)];
  });
  return Object.fromEntries(entries);
}

/** A number with a leading zero is a code or a phone number that nobody quoted. */
function scalarOf(node: YamlNode): unknown {
  if (node.kind !== 'scalar') return null;
  return typeof node.value === 'number' && /^0\d/.test(node.written) ? node.written : node.value;
}
