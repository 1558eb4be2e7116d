import type { Condition } from '../model/condition.ts';
import type { Question, Text } from '../model/flow.ts';
import type { FlowScope } from './flow-scope.ts';
import { type Reads, readsOf, readsOfName } from './reads.ts';

/** What a result is made of that may look at answers. */
export interface Parts {
  readonly conditions?: readonly (Condition | undefined)[];
  readonly texts?: readonly (Text | undefined)[];
  /** Questions, places among them, and derived names. */
  readonly names?: readonly (string | undefined)[];
  /** The words of reasons: labels of answers to the questions that these conditions read. */
  readonly reasonsOf?: readonly Condition[];
  readonly date?: boolean;
}

const PLACEHOLDER = /<([a-z][a-z0-9-]*)(?:\.([a-z][a-z0-9-]*))?>/g;

/** What a place has, as a text prints it: `<place.app>`. Many places have the same. */
export interface FieldUse {
  readonly question: string;
  readonly field: string;
}

/** What a result depends on: perhaps something too many, never too few. */
export interface Dependence {
  /** In order. */
  readonly slots: readonly number[];
  /** Of these places no more than what they have, unless the place is among the slots. */
  readonly fields: readonly FieldUse[];
}

/** The slots that a result made of these parts depends on, in order. */
export function slotsOf(scope: FlowScope, parts: Parts): readonly number[] {
  const { slots, fields } = dependenceOf(scope, parts);
  const places = fields.map(({ question }) => scope.numberOf(question));
  return [...new Set([...slots, ...places])].sort((a, b) => a - b);
}

/** What a result made of these parts depends on. */
export function dependenceOf(scope: FlowScope, parts: Parts): Dependence {
  const found = new SlotFinder(scope);
  for (const condition of parts.conditions ?? []) found.condition(condition);
  for (const text of parts.texts ?? []) found.text(text);
  for (const name of parts.names ?? []) if (name !== undefined) found.name(name);
  for (const condition of parts.reasonsOf ?? []) found.reasons(condition);
  if (parts.date) found.slots.add(scope.numbering.dateSlot);
  const slots = [...found.slots].sort((a, b) => a - b);
  const fields = [...found.fields.values()];
  return { slots, fields: fields.filter(({ question }) => !found.slots.has(scope.numberOf(question))) };
}

class SlotFinder {
  readonly slots = new Set<number>();
  readonly fields = new Map<string, FieldUse>();
  readonly #scope: FlowScope;
  /** Labels looked into: a label may name its own question. */
  readonly #labelled = new Set<Question>();

  constructor(scope: FlowScope) {
    this.#scope = scope;
  }

  condition(condition: Condition | undefined): void {
    if (condition) this.#reads(readsOf(this.#scope, condition));
  }

  name(name: string): void {
    this.#reads(readsOfName(this.#scope, name));
  }

  reasons(condition: Condition): void {
    this.condition(condition);
    const all = Object.values(this.#scope.flow.questions);
    const { questions, facts } = readsOf(this.#scope, condition);
    const places = facts.map(({ placeQuestion = '' }) => this.#scope.numberOf(placeQuestion));
    for (const number of [...questions, ...places]) {
      const question = all[number];
      if (!question) continue;
      this.labels(question);
      // What a line hangs on is said in the words of its question.
      this.text(question.ask);
    }
  }

  text(text: Text | undefined): void {
    if (text === undefined) return;
    for (const row of typeof text === 'string' ? [{ is: text }] : text) {
      if ('when' in row) this.condition(row.when);
      for (const [, name = '', field] of row.is.matchAll(PLACEHOLDER)) this.#placeholder(name, field);
    }
  }

  labels(question: Question): void {
    if (this.#labelled.has(question)) return;
    this.#labelled.add(question);
    for (const { label } of question.options) this.text(label);
  }

  #placeholder(name: string, field: string | undefined): void {
    const { flow, numbering } = this.#scope;
    const question = Object.hasOwn(flow.questions, name) ? flow.questions[name] : undefined;
    if (question && field !== undefined) {
      this.slots.add(numbering.dateSlot);
      this.fields.set(`${name}.${field}`, { question: name, field });
      return;
    }
    if (question || Object.hasOwn(flow.derive, name)) this.name(name);
    if (question) this.labels(question);
  }

  #reads({ questions, facts, exit }: Reads): void {
    const { numbering, numberOf } = this.#scope;
    for (const question of questions) this.slots.add(question);
    for (const { placeQuestion } of facts) {
      if (placeQuestion !== undefined && numberOf(placeQuestion) >= 0)
        this.slots.add(numberOf(placeQuestion));
      this.slots.add(numbering.dateSlot);
    }
    if (exit) this.slots.add(numbering.exitSlot);
  }
}
