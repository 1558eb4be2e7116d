import type { FlowPositions } from '../model/problem.ts';
import { SECTION_NAMES, SECTIONS, type Section } from './item-fields.ts';
import { entriesOf, PositionRecorder } from './position-recorder.ts';
import type { FlowSketch } from './sketch-flow.ts';
import type { MapEntry, YamlNode } from './yaml-node.ts';

const HEADER_KEYS = [
  'id',
  'title',
  'aliases',
  'for-whom',
  'reviewed',
  'review-by',
  'entry',
  'jurisdiction',
  'tree',
];

/** Keys of an item that the model names differently; the heading's key depends on the section. */
const FIELD_NAMES: Readonly<Record<string, string>> = { 'in-case': 'inCase', 'one-of': 'oneOf' };

/** Where each part of a flow stands, and each part of its overlays by the code of their place. */
export function flowPositions(
  { node, questions, items }: FlowSketch,
  overlays: ReadonlyMap<string, YamlNode>,
): FlowPositions {
  const recorder = new PositionRecorder();
  const section = (key: string) => node.entries.get(key)?.value;
  for (const key of HEADER_KEYS) {
    const entry = node.entries.get(key);
    if (entry && key !== 'tree') recorder.entry(`flow/${key}`, entry);
  }
  recorder.note('flow', node.position);
  noteTree(recorder, 'tree', section('tree'));
  for (const entry of questions) noteQuestion(recorder, entry);
  for (const [key, subject] of [
    ['derive', 'derived'],
    ['outcomes', 'outcome'],
    ['sources', 'source'],
    ['terms', 'term'],
  ] as const) {
    for (const entry of entriesOf(section(key))) recorder.entry(`${subject}/${entry.key}`, entry);
  }
  for (const { section: name, entry } of items) {
    noteItem(recorder, `item/${entry.key}`, name, entry);
    noteItem(recorder, `${SECTIONS[name].kind}/${entry.key}`, name, entry);
  }
  noteUses(recorder, section);
  noteList(section('changes'), (change, index) => noteChanges(recorder, `change/${index}`, change));
  for (const [code, overlay] of overlays) {
    const patches = overlay.kind === 'list' ? overlay.items : [overlay];
    for (const [index, patch] of patches.entries()) noteChanges(recorder, `overlay/${code}/${index}`, patch);
  }
  return recorder.positions;
}

function noteList(node: YamlNode | undefined, note: (item: YamlNode, index: number) => void): void {
  if (node?.kind === 'list') for (const [index, item] of node.items.entries()) note(item, index);
}

/** `tree/0`, `tree/0/long/1` under an answer, `tree/2/then/0` under a condition. */
function noteTree(recorder: PositionRecorder, subject: string, list: YamlNode | undefined): void {
  noteList(list, (node, index) => {
    const own = `${subject}/${index}`;
    recorder.note(own, node.position);
    if (node.kind !== 'map') return;
    const isBranching = !node.entries.has('when') && !node.entries.has('exit');
    const [first] = node.entries.values();
    const branches = isBranching ? entriesOf(first?.value) : [...node.entries.values()];
    for (const entry of branches) {
      if (entry.key === 'when' || entry.key === 'exit') recorder.entry(`${own}/${entry.key}`, entry);
      else recorder.note(`${own}/${entry.key}`, entry.keyPosition);
      noteTree(recorder, `${own}/${entry.key}`, entry.value);
    }
  });
}

function noteQuestion(recorder: PositionRecorder, { key: id, keyPosition, value }: MapEntry): void {
  recorder.note(`question/${id}`, keyPosition);
  for (const entry of entriesOf(value)) {
    recorder.entry(`question/${id}/${entry.key}`, entry);
    if (entry.key !== 'options') continue;
    for (const option of entriesOf(entry.value)) recorder.entry(`option/${id}/${option.key}`, option);
  }
}

function noteItem(recorder: PositionRecorder, subject: string, section: Section, entry: MapEntry): void {
  const { titleKey, sayKey } = SECTIONS[section];
  recorder.note(subject, entry.keyPosition);
  for (const field of entriesOf(entry.value)) {
    const name = field.key === titleKey ? 'title' : field.key === sayKey ? 'say' : FIELD_NAMES[field.key];
    recorder.entry(`${subject}/${name ?? field.key}`, field);
  }
}

/** Shared parts are filled in before they are read; where they are used is in the flow as written. */
function noteUses(recorder: PositionRecorder, section: (key: string) => YamlNode | undefined): void {
  for (const name of SECTION_NAMES) {
    for (const { key, value } of entriesOf(section(name))) {
      const use = entriesOf(value).find((entry) => entry.key === 'use');
      if (use) recorder.entry(`${SECTIONS[name].kind}/${key}/use`, use);
    }
  }
}

/** `<subject>/add/step/queue`, `<subject>/outcomes/free`. */
function noteChanges(recorder: PositionRecorder, subject: string, changes: YamlNode): void {
  recorder.note(subject, changes.position);
  for (const block of entriesOf(changes)) {
    const own = `${subject}/${block.key}`;
    if (block.key === 'outcomes') recorder.inside(own, block.value);
    else if (block.value.kind === 'map') noteSections(recorder, own, block.value);
    else recorder.entry(own, block);
  }
}

function noteSections(recorder: PositionRecorder, subject: string, block: YamlNode): void {
  for (const { key, value } of entriesOf(block)) {
    const section = SECTION_NAMES.find((name) => name === key);
    if (!section) continue;
    const { kind } = SECTIONS[section];
    for (const entry of entriesOf(value))
      noteItem(recorder, `${subject}/${kind}/${entry.key}`, section, entry);
  }
}
