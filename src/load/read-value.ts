import { isCalendarDate } from './calendar-form.ts';
import type { ProblemList } from './problem-list.ts';
import { said } from './wording.ts';
import { describe } from './wording-values.ts';
import type { ListNode, MapNode, YamlNode } from './yaml-node.ts';

/** Reads one kind of value from a node; undefined where it is not one, and then `problems` says why. */
export type Reader<T> = (node: YamlNode, problems: ProblemList) => T | undefined;

const ID = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;
const RESERVED = new Set(
  (
    'all any not same fact unverified outcome has of at when then else unknown exit unsure ' +
    'lt le gt ge before after yes no ' +
    // What every JavaScript object has.
    'constructor prototype'
  ).split(' '),
);

/** A text that is not empty. A number or true/false is told to be quoted. */
export const readString: Reader<string> = (node, problems) => {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'string' && node.value.trim() !== '') return node.value;
    if (typeof node.value === 'number')
      return problems.refuse(node.position, said.numberForText(node.written));
    if (typeof node.value === 'boolean')
      return problems.refuse(node.position, said.booleanForText(node.value));
    return problems.refuse(node.position, said.emptyValue());
  }
  return problems.refuse(node.position, said.wantsText(describe(node)));
};

/** `true` or `false`. */
export const readFlag: Reader<boolean> = (node, problems) =>
  node.kind === 'scalar' && typeof node.value === 'boolean'
    ? node.value
    : problems.refuse(node.position, said.wantsFlag(describe(node)));

/** A finite number. */
export const readNumber: Reader<number> = (node, problems) =>
  node.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value)
    ? node.value
    : problems.refuse(node.position, said.wantsNumber(describe(node)));

/** A whole number, zero or more. */
export const readCount: Reader<number> = (node, problems) => {
  const value = readNumber(node, problems);
  if (value === undefined) return undefined;
  return Number.isSafeInteger(value) && value >= 0
    ? value
    : problems.refuse(node.position, said.wantsCount(String(value)));
};

/** A day that exists, YYYY-MM-DD. */
export const readDate: Reader<string> = (node, problems) => {
  const text = readString(node, problems);
  if (text === undefined) return undefined;
  return isCalendarDate(text) ? text : problems.refuse(node.position, said.wantsDate(text));
};

/** One of some words. */
export function readOneOf<const T extends string>(allowed: readonly T[]): Reader<T> {
  return (node, problems) => {
    const text = readString(node, problems);
    if (text === undefined) return undefined;
    return (
      allowed.find((word) => word === text) ?? problems.refuse(node.position, said.notOneOf(text, allowed))
    );
  };
}

/** The name of something of ours: kebab-case, no word of the language. */
export function checkId(id: string, position: YamlNode['position'], problems: ProblemList): void {
  if (!ID.test(id)) problems.add(position, said.badId(id));
  else if (RESERVED.has(id)) problems.add(position, said.reservedId(id));
}

/** A list of any nodes. */
export const readList: Reader<ListNode> = (node, problems) =>
  node.kind === 'list' ? node : problems.refuse(node.position, said.wantsList(describe(node)));

/** A map. */
export const readMap: Reader<MapNode> = (node, problems) =>
  node.kind === 'map' ? node : problems.refuse(node.position, said.wantsMap(describe(node)));

/** A list whose every entry is read the same way; entries that fail are left out. */
export function readListOf<T>(read: Reader<T>): Reader<T[]> {
  return (node, problems) =>
    readList(node, problems)?.items.flatMap((item) => {
      const value = read(item, problems);
      return value === undefined ? [] : [value];
    });
}
