import type { Condition } from '../model/condition.ts';
import type { Derived, Item } from '../model/flow.ts';
import type { SourcePosition } from '../model/problem.ts';
import { leavesOf } from './condition-leaves.ts';
import { defined } from './defined.ts';
import { readItemFields, SECTIONS, type Section } from './item-fields.ts';
import { checkVerify, needCitations } from './parse-citation.ts';
import { parsePlaceQuestion } from './parse-condition.ts';
import { MapReader } from './read-map.ts';
import { checkId, readListOf, readMap, readString } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry } from './yaml-node.ts';

type DerivedMap = ReadonlyMap<string, Derived>;

/** Reads an item in full. `extra` reads keys that only some places have, such as `after`. */
export function parseItem(
  section: Section,
  entry: MapEntry,
  scope: Scope,
  derive: DerivedMap,
  extra: (map: MapReader) => void = () => {},
): Item | undefined {
  const { problems } = scope;
  const { kind, titleKey, sayKey } = SECTIONS[section];
  checkId(entry.key, entry.keyPosition, problems);
  const node = readMap(entry.value, problems);
  if (!node) return undefined;
  const map = new MapReader(node, problems, entry.keyPosition);
  const role = map.read('place', (value) => parsePlaceQuestion(value, scope)) ?? scope.role;
  const inner: Scope = role === undefined ? scope : { ...scope, role };
  const fields = readItemFields(section, map, inner);
  const was = map.read('was', readListOf(readString));
  extra(map);
  if (!map.has(titleKey)) problems.add(map.position, said.missingKey(titleKey));
  if (sayKey === 'because' && !map.has(sayKey)) problems.add(map.position, said.missingKey(sayKey));
  const sources = needCitations(map, scope);
  checkVerify(sources, fields.verify, map.at('sources'), scope);
  checkPeriod(map, fields, scope);
  map.finish();
  const when = withDefaultOutcome(fields.when, inner, derive, entry.keyPosition);
  const { title } = fields;
  if (title === undefined) return undefined;
  const base = { id: entry.key, ...fields, title, when, sources, ...defined({ role, was }) };
  return kind === 'step' ? { kind, do: [], who: 'you', ...base } : { kind, ...base };
}

/** Reports a period that ends before it begins. */
export function checkPeriod(
  map: MapReader,
  { from, until }: { from?: string; until?: string },
  { problems }: Pick<Scope, 'problems'>,
): void {
  if (from !== undefined && until !== undefined && until < from) {
    problems.add(map.at('until'), said.untilBeforeFrom(from, until));
  }
}

/** A line that does not test the outcome itself stands in every proceed outcome and in no other. */
export function withDefaultOutcome(
  when: Condition | undefined,
  scope: Scope,
  derive: DerivedMap,
  position: SourcePosition,
): Condition {
  if (when && testsOutcome(when, derive)) return when;
  const proceed = [...scope.names.outcomes].filter(([, verdict]) => verdict === 'proceed').map(([id]) => id);
  if (proceed.length === 0 && !scope.shared) scope.problems.add(position, said.noProceedOutcome());
  const outcome: Condition = { kind: 'outcome', in: proceed };
  if (!when) return outcome;
  return { kind: 'all', of: when.kind === 'all' ? [outcome, ...when.of] : [outcome, when] };
}

/** Whether a condition tests the exit reached, itself or through a derived name. */
export function testsOutcome(condition: Condition, derive: DerivedMap): boolean {
  for (const leaf of leavesOf(condition, derive)) if (leaf.kind === 'outcome') return true;
  return false;
}
