import { UNSURE } from '../model/answers.ts';
import type { Condition, Operand, ValueTest } from '../model/condition.ts';
import type { Derived, Flow } from '../model/flow.ts';
import { COMPARISON_WORDS, SAID, UNSURE_WORDS } from './graph-wording.ts';
import { usualText } from './usual-text.ts';
import { formatDate } from './wording.ts';

/** A condition, or its opposite, in parts: what it is about, and what it says of it. */
type Words =
  | { readonly about: string; readonly says: string }
  | { readonly join: 'and' | 'or'; readonly parts: readonly Words[] };

/** A condition in short Chinese words: “到哪一步了”答“已经付完钱了”，并且当地规定“省内不用备案”. */
export function conditionWords(flow: Flow, condition: Condition): string {
  return joinWords(describe(flow, condition, true));
}

function joinWords(words: Words): string {
  if (!('join' in words)) return words.about + words.says;
  let about: string | undefined;
  const said = words.parts.map((part) => {
    if ('join' in part) {
      about = undefined;
      return SAID.nested(joinWords(part));
    }
    // Said once is enough while the talk is of the same thing.
    const again = part.about === about;
    about = part.about;
    return again ? part.says : part.about + part.says;
  });
  return said.join(SAID[words.join]);
}

/** `yes` false: the opposite, said without a “not” around it. */
function describe(flow: Flow, condition: Condition, yes: boolean): Words {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return joined(
        (condition.kind === 'all') === yes ? 'and' : 'or',
        condition.of.map((part) => describe(flow, part, yes)),
        yes,
      );
    case 'not':
      return describe(flow, condition.of, !yes);
    case 'answer':
      return describeAnswer(flow, condition.question, condition.test, yes);
    case 'has': {
      const labels = condition.options.map((option) => valueWords(flow, condition.question, option));
      return { about: askWords(flow, condition.question), says: SAID.chose(SAID.anyOf(labels), yes) };
    }
    case 'derived':
      return describeDerived(flow, condition.name, condition.test, yes);
    case 'same':
      return describeSame(flow, condition, yes);
    case 'fact':
      return { about: localRule(flow, condition.of), says: factWords(flow, condition, yes) };
    case 'unverified':
      return {
        about: localRule(flow, condition.of),
        says: SAID.unverified(factName(flow, condition.fact), yes),
      };
    case 'outcome': {
      const titles = condition.in.map((id) => SAID.quote(usualText(flow, flow.outcomes[id]?.title ?? id)));
      return { about: SAID.outcome, says: SAID.is(SAID.anyOf(titles), yes) };
    }
  }
}

/** Parts that are joined alike need no brackets; one part alone needs no join. */
function joined(join: 'and' | 'or', parts: readonly Words[], yes: boolean): Words {
  const flat = parts.flatMap((part) => ('join' in part && part.join === join ? part.parts : [part]));
  const [first] = flat;
  if (!first) return { about: '', says: SAID.always((join === 'and') === yes) };
  return flat.length === 1 ? first : { join, parts: flat };
}

function describeAnswer(flow: Flow, question: string, test: ValueTest, yes: boolean): Words {
  const about = askWords(flow, question);
  if ('op' in test) return { about, says: comparisonWords(flow, test, yes, flow.questions[question]?.unit) };
  const labels = test.in.map((value) => valueWords(flow, question, value));
  return { about, says: SAID.answered(SAID.anyOf(labels), yes) };
}

function comparisonWords(
  flow: Flow,
  { op, than }: { op: keyof typeof COMPARISON_WORDS; than: Operand },
  yes: boolean,
  unit = '',
): string {
  const words = COMPARISON_WORDS[op][yes ? 0 : 1];
  if ('question' in than) return words + askWords(flow, than.question);
  if ('derived' in than) return words + derivedName(flow, flow.derive[than.derived], than.derived);
  return `${words} ${literalWords(than.literal)}${unit && ` ${unit}`}`;
}

function literalWords(value: string | number): string {
  return /^\d{4}-\d{2}/.test(String(value)) ? formatDate(String(value)) : String(value);
}

/** A question as its own name, without the question mark. */
function askWords(flow: Flow, id: string): string {
  const question = flow.questions[id];
  return SAID.quote(question ? usualText(flow, question.ask).replace(/[？?]$/, '') : id);
}

function valueWords(flow: Flow, question: string, value: string | number): string {
  if (value === UNSURE) return SAID.quote(UNSURE_WORDS);
  const option = flow.questions[question]?.options.find(({ id }) => id === value);
  if (option) return SAID.quote(usualText(flow, option.label));
  const place =
    flow.questions[question]?.type === 'place'
      ? flow.common.divisions.find(({ code }) => code === value)
      : undefined;
  return SAID.quote(place?.name ?? literalWords(value));
}

function describeDerived(flow: Flow, name: string, test: ValueTest, yes: boolean): Words {
  const derived = flow.derive[name];
  if (derived?.kind === 'condition' && 'in' in test) {
    return describe(flow, derived.when, test.in.includes('yes') === yes);
  }
  if (derived?.kind === 'first-match' && 'in' in test) return describeRows(flow, derived, test.in, yes);
  const about = derivedName(flow, derived, name);
  if ('op' in test) return { about, says: comparisonWords(flow, test, yes) };
  return { about, says: SAID.is(SAID.anyOf(test.in.map((value) => SAID.quote(literalWords(value)))), yes) };
}

/** The rows of the values that are meant; where the last row is among them, none of the other rows. */
function describeRows(
  flow: Flow,
  { rows }: Extract<Derived, { kind: 'first-match' }>,
  values: readonly (string | number)[],
  yes: boolean,
): Words {
  const last = rows.at(-1);
  const direct = last?.when !== undefined || !values.includes(last?.is ?? '');
  const meant = rows.flatMap(({ when, is }) => (when && values.includes(is) === direct ? [when] : []));
  return describe(flow, { kind: 'any', of: meant }, direct === yes);
}

function derivedName(flow: Flow, derived: Derived | undefined, name: string): string {
  const table = (id: string): string => SAID.quote(flow.tables[id]?.title ?? id);
  if (derived?.kind === 'months-between') {
    const [from, to] = derived.questions;
    return SAID.monthsBetween(askWords(flow, from), askWords(flow, to));
  }
  if (derived?.kind === 'lookup') return SAID.lookedUp(table(derived.table));
  if (derived?.kind !== 'month-plus') return SAID.quote(name);
  const { month, plus } = derived;
  const from = askWords(flow, month);
  return typeof plus === 'number' ? SAID.monthsAfter(from, plus) : SAID.monthByTable(from, table(plus.table));
}

function describeSame(
  flow: Flow,
  { questions, at }: Extract<Condition, { kind: 'same' }>,
  yes: boolean,
): Words {
  const [one, other] = questions;
  const about = SAID.pair(askWords(flow, one), askWords(flow, other));
  if (typeof at === 'string') return { about, says: SAID.within(SAID.same[at], yes) };
  const group = flow.common.places.groups[at.group]?.name ?? at.group;
  return { about, says: SAID.bothWithin(group, yes) };
}

function localRule(flow: Flow, of: string | undefined): string {
  return SAID.localRule(of === undefined || of === flow.jurisdiction ? undefined : askWords(flow, of));
}

function factName(flow: Flow, id: string): string {
  return SAID.quote(flow.common.places.facts[id]?.name ?? id);
}

function factWords(flow: Flow, { fact, test }: Extract<Condition, { kind: 'fact' }>, yes: boolean): string {
  const name = factName(flow, fact);
  if ('op' in test) return SAID.factValue(name, comparisonWords(flow, test, yes));
  if (flow.common.places.facts[fact]?.type === 'yes-no') {
    return SAID.fact(name, test.in.includes('yes') === yes);
  }
  return SAID.factValue(name, SAID.is(SAID.anyOf(test.in.map((one) => SAID.quote(String(one)))), yes));
}
