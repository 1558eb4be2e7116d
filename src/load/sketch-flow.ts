import type { ItemKind, LookupTable, QuestionType, Verdict } from '../model/flow.ts';
import { SECTION_NAMES, SECTIONS } from './item-fields.ts';
import { itemsAddedBy } from './items-added.ts';
import { TABLE_PREFIX } from './parse-derive.ts';
import { VERDICTS } from './parse-outcome.ts';
import { QUESTION_TYPES } from './parse-question.ts';
import type { ProblemList } from './problem-list.ts';
import { type SharedParts, sectionEntries } from './resolve-shared.ts';
import type { DerivedName, FlowNames, QuestionName } from './scope.ts';
import { said } from './wording.ts';
import { yesNoLabels } from './wording-values.ts';
import type { MapEntry, MapNode, YamlNode } from './yaml-node.ts';

/** A flow's parts with shared ones filled in, and every name it declares. */
export interface FlowSketch {
  readonly node: MapNode;
  readonly names: FlowNames;
  readonly questions: readonly MapEntry[];
  readonly items: readonly { readonly section: keyof typeof SECTIONS; readonly entry: MapEntry }[];
}

/**
 * Finds what a flow declares, so that every part can then be read with all names known. Only names that
 * clash are reported here; what is wrong inside a part is found when it is read.
 */
export function sketchFlow(
  node: MapNode,
  shared: SharedParts,
  tables: ReadonlyMap<string, LookupTable>,
  problems: ProblemList,
): FlowSketch {
  const section = (key: string) => node.entries.get(key)?.value;
  const questions = sectionEntries(section('questions'), 'questions', shared, problems);
  const items = SECTION_NAMES.flatMap((name) =>
    sectionEntries(section(name), SECTIONS[name].shared, shared, problems).map((entry) => ({
      section: name,
      entry,
    })),
  );
  const derived = sectionEntries(section('derive'), undefined, shared, problems);
  const outcomes = sectionEntries(section('outcomes'), undefined, shared, problems);
  reportClashes([questions, derived, outcomes], problems);
  const names: FlowNames = {
    id: textAt(node, 'id') ?? '',
    title: textAt(node, 'title') ?? '',
    ...optional('jurisdiction', textAt(node, 'jurisdiction')),
    ...optional('reviewed', textAt(node, 'reviewed')),
    questions: new Map(questions.map((entry) => [entry.key, sketchQuestion(entry)])),
    derived: new Map(derived.map(({ key, value }) => [key, sketchDerived(value, tables)])),
    outcomes: new Map(outcomes.map(({ key, value }) => [key, verdictOf(value)])),
    items: withChanges(collectItems(items, problems), section('changes')),
  };
  return { node, names, questions, items };
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: string });
}

function textAt(node: YamlNode, key: string): string | undefined {
  const value = node.kind === 'map' ? node.entries.get(key)?.value : undefined;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

function verdictOf(node: YamlNode): Verdict | undefined {
  return VERDICTS.find((verdict) => verdict === textAt(node, 'verdict'));
}

/** Reads the name, type and options of a question, whatever else is wrong with it. */
export function sketchQuestion({ key: id, value }: MapEntry): QuestionName {
  const type: QuestionType = QUESTION_TYPES.find((known) => known === textAt(value, 'type')) ?? 'choice';
  const part = (key: string) => (value.kind === 'map' ? value.entries.get(key)?.value : undefined);
  const options = part('options');
  const written = options?.kind === 'map' ? [...options.entries.values()] : [];
  const isYesNo = type === 'yes-no';
  const labels = new Map<string, string>(
    isYesNo
      ? [
          [yesNoLabels.yes, 'yes'],
          [yesNoLabels.no, 'no'],
        ]
      : [],
  );
  for (const { key, value: label } of written) for (const text of labelsIn(label)) labels.set(text, key);
  const unsure = part('unsure');
  const keeps = unsure?.kind === 'map' && unsure.entries.has('keep');
  return {
    id,
    type,
    options: isYesNo ? ['yes', 'no'] : written.map(({ key }) => key),
    labels,
    unsure: unsure ? (keeps ? 'keep' : 'as') : 'none',
  };
}

function labelsIn(node: YamlNode): string[] {
  if (node.kind === 'list') return node.items.flatMap((item) => textAt(item, 'is') ?? []);
  if (node.kind === 'map')
    return [...node.entries.values()]
      .filter(({ key }) => key === 'label')
      .flatMap(({ value }) => labelsIn(value));
  return typeof node.value === 'string' ? [node.value] : [];
}

function sketchDerived(node: YamlNode, tables: ReadonlyMap<string, LookupTable>): DerivedName {
  if (node.kind === 'list') return valuesName(node.items.flatMap((item) => scalarAt(item, 'is') ?? []));
  if (node.kind === 'map' && node.entries.has('months-between')) return { type: 'number' };
  if (node.kind === 'map' && node.entries.has('month')) return { type: 'month' };
  if (node.kind === 'map' && node.entries.has('lookup')) {
    const table = tables.get(textAt(node, 'lookup')?.slice(TABLE_PREFIX.length) ?? '');
    return valuesName(table?.rows.map(({ is }) => is) ?? []);
  }
  return { type: 'condition' };
}

function valuesName(values: readonly (string | number)[]): DerivedName {
  const isNumber = values.length > 0 && values.every((value) => typeof value === 'number');
  return isNumber ? { type: 'number' } : { type: 'value', values };
}

function scalarAt(node: YamlNode, key: string): string | number | undefined {
  const value = node.kind === 'map' ? node.entries.get(key)?.value : undefined;
  if (value?.kind !== 'scalar') return undefined;
  return typeof value.value === 'string' || typeof value.value === 'number' ? value.value : undefined;
}

/** Questions, derived names and outcomes share one name space. */
function reportClashes(sections: readonly (readonly MapEntry[])[], problems: ProblemList): void {
  const seen = new Set<string>();
  for (const { key, keyPosition } of sections.flat()) {
    if (seen.has(key)) problems.add(keyPosition, said.duplicateId(key));
    seen.add(key);
  }
}

/** Dated changes add items too. */
function withChanges(items: Map<string, Set<ItemKind>>, changes: YamlNode | undefined) {
  for (const [id, kind] of changes ? itemsAddedBy(changes) : []) {
    items.set(id, new Set([...(items.get(id) ?? []), kind]));
  }
  return items;
}

/** Items have a name space of their own; only a not-needed item may be a material's other side. */
function collectItems(items: FlowSketch['items'], problems: ProblemList): Map<string, Set<ItemKind>> {
  const found = new Map<string, Set<ItemKind>>();
  for (const { section, entry } of items) {
    const { kind } = SECTIONS[section];
    const kinds = found.get(entry.key) ?? new Set();
    const isPair = kinds.size === 1 && kinds.has('material') && kind === 'not-needed';
    if (kinds.size > 0 && !isPair) problems.add(entry.keyPosition, said.duplicateId(entry.key));
    found.set(entry.key, kinds.add(kind));
  }
  return found;
}
