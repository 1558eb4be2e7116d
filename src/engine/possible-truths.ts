import type { CalendarDate } from '../model/calendar-date.ts';
import type { Condition } from '../model/condition.ts';
import type { Truth } from '../model/truth.ts';
import { keepsUnsure } from './accept-answer.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { type AnswerState, knowledgeOf } from './knowledge.ts';
import { readsOf } from './reads.ts';

/** What may be known at a point that many paths lead to. */
export interface Outlook {
  readonly date: CalendarDate;
  /** The states that are the same on all of them; `NOT_KNOWN` where they are not. */
  readonly states: readonly (AnswerState | undefined)[];
  /** Whether some of them asked this question, and what was answered is not the same on all. */
  readonly isOpen: (question: number) => boolean;
  /** Whether some of them have not asked this question. */
  readonly mayBeVoid: (question: number) => boolean;
  /** Whether some of them left a decision open, so that what they did not ask may be passed over. */
  readonly undecided: boolean;
  /** Whether facts that nobody has verified stay so, and do not turn out any way. */
  readonly staysOpen: boolean;
}

const EITHER: readonly Truth[] = ['yes', 'no'];
/** In `all` the last of these wins; in `any`, of its own order. */
const ALL_ORDER: readonly Truth[] = ['yes', 'unknown', 'void', 'no'];
const ANY_ORDER: readonly Truth[] = ['void', 'no', 'unknown', 'yes'];

/** The values that a condition may have. Perhaps one too many, never one too few. */
export function possibleTruths(
  compiled: CompiledFlow,
  condition: Condition,
  outlook: Outlook,
): ReadonlySet<Truth> {
  const inner = (part: Condition) => possibleTruths(compiled, part, outlook);
  switch (condition.kind) {
    case 'all':
      return condition.of.map(inner).reduce((a, b) => strongest(a, b, ALL_ORDER), new Set<Truth>(['yes']));
    case 'any':
      return condition.of.map(inner).reduce((a, b) => strongest(a, b, ANY_ORDER), new Set<Truth>(['void']));
    case 'not':
      return negated(inner(condition.of));
    case 'derived': {
      const definition = compiled.flow.derive[condition.name];
      if (definition?.kind !== 'condition' || !('in' in condition.test)) break;
      if (condition.test.in.length !== 1) break;
      const truths = inner(definition.when);
      return condition.test.in[0] === 'yes' ? truths : negated(truths);
    }
  }
  return leafTruths(compiled, condition, outlook);
}

function strongest(a: ReadonlySet<Truth>, b: ReadonlySet<Truth>, order: readonly Truth[]): Set<Truth> {
  const result = new Set<Truth>();
  for (const x of a) for (const y of b) result.add(order.indexOf(x) > order.indexOf(y) ? x : y);
  return result;
}

function negated(truths: ReadonlySet<Truth>): Set<Truth> {
  const flip: Partial<Record<Truth, Truth>> = { yes: 'no', no: 'yes' };
  return new Set([...truths].map((truth) => flip[truth] ?? truth));
}

function leafTruths(compiled: CompiledFlow, leaf: Condition, outlook: Outlook): ReadonlySet<Truth> {
  const { questions, facts } = readsOf(compiled, leaf);
  const places = facts.flatMap(({ placeQuestion }) =>
    placeQuestion === undefined ? [] : compiled.numberOf(placeQuestion),
  );
  const truth = compiled.test(leaf)(knowledgeOf(outlook.states, outlook.date));
  const isOpenPlace = places.some(outlook.isOpen);
  const isFree = (facts.length > 0 && !outlook.staysOpen) || questions.some(outlook.isOpen);
  // A value whose tests are void and unknown may yet turn out: a no among them is neither.
  const isUndecided = truth === 'unknown' || (truth === 'void' && leaf.kind === 'derived');
  const isOpen = isOpenPlace || (isUndecided && isFree);
  const truths = new Set(isOpen ? EITHER : [truth]);
  if (truth === 'void') truths.add('void');
  if (isOpen && canStayUnknown(compiled, leaf, questions, outlook)) truths.add('unknown');
  if ([...questions, ...places].some(outlook.mayBeVoid)) truths.add('void');
  return truths;
}

function canStayUnknown(
  compiled: CompiledFlow,
  leaf: Condition,
  questions: readonly number[],
  outlook: Outlook,
): boolean {
  if (readsOf(compiled, leaf).facts.length > 0) return true;
  if (leaf.kind === 'derived' && compiled.flow.derive[leaf.name]?.kind !== 'first-match') return true;
  return questions.some((number) => {
    const question = compiled.questions[number]?.question;
    if (outlook.undecided && outlook.mayBeVoid(number)) return true;
    return (
      question !== undefined && (question.type === 'place' || keepsUnsure(question)) && outlook.isOpen(number)
    );
  });
}
