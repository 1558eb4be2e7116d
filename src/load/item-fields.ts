import type { ItemKind, Material, Step, SubStep } from '../model/flow.ts';
import { defined } from './defined.ts';
import { readCitations } from './parse-citation.ts';
import { parseCondition } from './parse-condition.ts';
import { ACTORS, parseDeadline, parseDuration } from './parse-duration.ts';
import { parseFlowName } from './parse-outcome.ts';
import { parseSentence, parseText } from './parse-text.ts';
import { MapReader } from './read-map.ts';
import { readCount, readDate, readFlag, readList, readListOf, readOneOf } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

/** The keys under which each kind of item is written in a flow, and the key of its heading. */
export const SECTIONS = {
  materials: { kind: 'material', titleKey: 'name', sayKey: 'say', shared: 'materials' },
  steps: { kind: 'step', titleKey: 'title', sayKey: 'say', shared: 'steps' },
  'not-needed': { kind: 'not-needed', titleKey: 'name', sayKey: 'because', shared: undefined },
  warnings: { kind: 'warning', titleKey: 'say', sayKey: undefined, shared: 'warnings' },
  notes: { kind: 'note', titleKey: 'say', sayKey: undefined, shared: undefined },
} as const;

export type Section = keyof typeof SECTIONS;

export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

type StepFields = Partial<Omit<Step, 'kind'>>;
type MaterialFields = Partial<Omit<Material, 'kind'>>;

/** Reads the fields of an item that are written, and no others. */
export function readItemFields(section: Section, map: MapReader, scope: Scope) {
  const { kind, titleKey, sayKey } = SECTIONS[section];
  const text = (node: YamlNode) => parseText(node, scope);
  return defined({
    title: map.read(titleKey, text),
    say: sayKey && map.read(sayKey, text),
    when: map.read('when', (node) => parseCondition(node, scope)),
    sources: readCitations(map, scope),
    verify: map.read('verify', readFlag),
    inCase: map.read('in-case', (node) => parseSentence(node, scope)),
    optional: map.read('optional', readFlag),
    from: map.read('from', readDate),
    until: map.read('until', readDate),
    ...fieldsOfKind(kind, map, scope),
  });
}

function fieldsOfKind(kind: ItemKind, map: MapReader, scope: Scope): StepFields | MaterialFields {
  if (kind === 'step') return stepFields(map, scope);
  if (kind === 'material') return materialFields(map, scope);
  return {};
}

function stepFields(map: MapReader, scope: Scope): StepFields {
  return defined({
    do: map.read('do', (node) => parseSubSteps(node, scope)),
    who: map.read('who', readOneOf(ACTORS)),
    takes: map.read('takes', (node) => parseDuration(node, scope)),
    by: map.read('by', (node) => parseDeadline(node, scope)),
    see: map.read('see', (node) => parseFlowName(node, scope)),
  });
}

function materialFields(map: MapReader, scope: Scope): MaterialFields {
  return defined({
    form: map.read('form', (node) => parseSentence(node, scope)),
    copies: map.read('copies', readCount),
    oneOf: map.read(
      'one-of',
      readListOf((node) => parseText(node, scope)),
    ),
  });
}

function parseSubSteps(node: YamlNode, scope: Scope): SubStep[] | undefined {
  const list = readList(node, scope.problems);
  const cut =
    list?.inline && list.items.length > 1 && list.items.some((item) => item.kind === 'scalar' && item.plain);
  if (cut) scope.problems.add(list.position, said.doInline());
  return list?.items.flatMap((item) => parseSubStep(item, scope) ?? []);
}

function parseSubStep(node: YamlNode, scope: Scope): SubStep | undefined {
  if (node.kind !== 'map') {
    const text = parseText(node, scope);
    return text === undefined ? undefined : { text };
  }
  const map = new MapReader(node, scope.problems);
  const text = map.need('text', (value) => parseText(value, scope));
  const when = map.read('when', (value) => parseCondition(value, scope));
  map.finish();
  return text === undefined ? undefined : defined({ text, when });
}
