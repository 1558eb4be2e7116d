import type { Text, TextRow } from '../model/flow.ts';
import { MOST_PLACEHOLDERS } from './limits.ts';
import { parseCondition } from './parse-condition.ts';
import { MapReader } from './read-map.ts';
import { readMap, readString } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

/** Reads a text: one string, or rows of `{when, is}` of which the last has no `when`. */
export function parseText(node: YamlNode, scope: Scope): Text | undefined {
  if (node.kind !== 'list') return parseSentence(node, scope);
  if (node.items.length === 0) {
    scope.problems.add(node.position, said.emptyValue());
    return undefined;
  }
  return node.items.flatMap((item, index) => {
    const row = parseRow(item, index === node.items.length - 1, scope);
    return row ? [row] : [];
  });
}

function parseRow(node: YamlNode, isLast: boolean, scope: Scope): TextRow | undefined {
  const map = readMap(node, scope.problems);
  if (!map) return undefined;
  const row = new MapReader(map, scope.problems);
  const is = row.need('is', (value) => parseSentence(value, scope));
  const when = row.read('when', (value) => parseCondition(value, scope));
  checkLastRow(row, isLast, scope);
  row.finish();
  return is === undefined ? undefined : { ...(when && { when }), is };
}

/** All rows but the last have a `when`. */
export function checkLastRow(row: MapReader, isLast: boolean, { problems }: Scope): void {
  if (isLast && row.has('when')) problems.add(row.at('when'), said.lastRowHasWhen());
  if (!isLast && !row.has('when')) problems.add(row.position, said.rowWithoutWhen());
}

/** Reads one string and checks what its placeholders name. */
export function parseSentence(node: YamlNode, scope: Scope): string | undefined {
  const text = readString(node, scope.problems);
  if (text === undefined) return undefined;
  const placeholders = [...text.matchAll(/<([^<>]*)>/g)];
  if (placeholders.length > MOST_PLACEHOLDERS) {
    return scope.problems.refuse(node.position, said.tooManyPlaceholders(MOST_PLACEHOLDERS));
  }
  for (const [, inside = ''] of placeholders) {
    const what = wrongPlaceholder(inside, scope);
    if (what) scope.problems.add(node.position, what);
  }
  return text;
}

function wrongPlaceholder(
  inside: string,
  { names, book }: Scope,
): ReturnType<typeof said.emptyFile> | undefined {
  const [name = '', field, ...rest] = inside.split('.');
  const known = [...names.questions.keys(), ...names.derived.keys()];
  const question = names.questions.get(name);
  const derived = names.derived.get(name);
  if ((!question && !derived) || rest.length > 0) return said.unknownPlaceholder(inside, name, known);
  if (derived?.type === 'condition') return said.placeholderIsCondition(inside);
  if (field === undefined) return undefined;
  if (question?.type !== 'place') return said.fieldOfNoPlace(inside);
  const fields = ['province', ...book.channelKinds.keys(), ...book.facts.keys()];
  return fields.includes(field) ? undefined : said.unknownField(field, fields);
}
