import type { Option, Text } from '../model/flow.ts';
import type { SourcePosition } from '../model/problem.ts';
import { defined } from './defined.ts';
import { MOST_LABEL } from './limits.ts';
import { parseText } from './parse-text.ts';
import { MapReader } from './read-map.ts';
import { checkId, readListOf, readMap, readString } from './read-value.ts';
import type { QuestionName, Scope } from './scope.ts';
import { said } from './wording.ts';
import { yesNoLabels } from './wording-values.ts';
import type { MapEntry, YamlNode } from './yaml-node.ts';

/** Reads the options of a question. A yes-no question has two, which it may word itself. */
export function parseOptions(
  node: YamlNode | undefined,
  name: QuestionName,
  position: SourcePosition,
  scope: Scope,
): Option[] {
  const { problems } = scope;
  if (name.type !== 'choice' && name.type !== 'multi' && name.type !== 'yes-no') return [];
  if (!node) {
    if (name.type !== 'yes-no') problems.add(position, said.missingKey('options'));
    return name.type === 'yes-no' ? defaultYesNo() : [];
  }
  const map = readMap(node, problems);
  if (!map) return [];
  const entries = [...map.entries.values()];
  if (name.type === 'yes-no') return parseYesNo(entries, scope);
  if (entries.length < (name.type === 'choice' ? 2 : 1)) problems.add(node.position, said.tooFewOptions());
  for (const { key, keyPosition } of entries) checkId(key, keyPosition, problems);
  return entries.flatMap((entry) => parseOption(entry, scope));
}

function defaultYesNo(): Option[] {
  return [
    { id: 'yes', label: yesNoLabels.yes },
    { id: 'no', label: yesNoLabels.no },
  ];
}

function parseYesNo(entries: readonly MapEntry[], scope: Scope): Option[] {
  for (const { key, keyPosition } of entries) {
    if (key !== 'yes' && key !== 'no') scope.problems.add(keyPosition, said.unknownKey(key, ['yes', 'no']));
  }
  const written = entries.flatMap((entry) => parseOption(entry, scope));
  return defaultYesNo().map((usual) => written.find(({ id }) => id === usual.id) ?? usual);
}

/** An option is its label, or `{label, was}`. */
function parseOption({ key: id, keyPosition, value }: MapEntry, scope: Scope): Option[] {
  const text = (node: YamlNode) => parseText(node, scope);
  if (value.kind !== 'map') {
    const label = text(value);
    checkLabel(label, keyPosition, scope);
    return label === undefined ? [] : [{ id, label }];
  }
  const map = new MapReader(value, scope.problems, keyPosition);
  const label = map.need('label', text);
  const was = map.read('was', readListOf(readString));
  map.finish();
  checkLabel(label, keyPosition, scope);
  return label === undefined ? [] : [defined({ id, label, was })];
}

function checkLabel(label: Text = '', position: SourcePosition, { problems }: Scope): void {
  const texts = typeof label === 'string' ? [label] : label.map(({ is }) => is);
  if (texts.some((text) => text.length > MOST_LABEL)) problems.add(position, said.textTooLong(MOST_LABEL));
}
