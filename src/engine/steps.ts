import { placeSlots } from './apply-place.ts';
import type { Candidates } from './candidates.ts';
import type { AskNode, CompiledFlow, CompiledNode, CompiledQuestion, WhenNode } from './compile-flow.ts';
import { Code } from './numbering.ts';
import { Table } from './table.ts';

/*
 * The tree as steps that know what follows them: in a tree without jumps, what follows a node is always the
 * same. A walk of them needs only the codes of the answers. It goes as far as all is decided.
 */

/** A point of the tree. */
export type Step = AskStep | WhenStep | ExitStep | typeof OPEN | typeof END;

export interface AskStep {
  readonly kind: 'ask';
  readonly question: CompiledQuestion;
  /** Its options by their codes, where they are few enough to look through. */
  readonly options: readonly unknown[];
  readonly next: Step;
  /** By the answer's code, where it branches. */
  readonly branches: readonly Step[] | undefined;
}

export interface WhenStep {
  readonly kind: 'when';
  readonly node: WhenNode;
  /** Where it was found to lead. */
  readonly known: Table<Step>;
  readonly ifYes: Step;
  readonly ifNo: Step;
}

export interface ExitStep {
  readonly kind: 'exit';
  readonly outcome: string;
  readonly code: number;
  /** The lines that may be listed here, by place and day. */
  readonly candidates: Table<Candidates>;
}

/** Something is not known on which the path hangs. */
export const OPEN = { kind: 'open' } as const;
/** Nothing follows: the tree ends without an exit, or a question is not answered. */
export const END = { kind: 'end' } as const;

/** An answer is compared with the options of questions that have no more states than this. */
const MOST_STATES = 16;

/** The first step of a flow's tree. */
export function compileSteps(compiled: CompiledFlow): Step {
  return stepsOf(compiled, compiled.tree, END);
}

function stepsOf(compiled: CompiledFlow, nodes: readonly CompiledNode[], after: Step): Step {
  return nodes.reduceRight<Step>((next, node) => stepOf(compiled, node, next), after);
}

function stepOf(compiled: CompiledFlow, node: CompiledNode, next: Step): Step {
  const { memory } = compiled;
  switch (node.kind) {
    case 'exit': {
      const { outcome, code } = node;
      return { kind: 'exit', outcome, code, candidates: new Table(memory, placeSlots(compiled)) };
    }
    case 'ask':
      return {
        kind: 'ask',
        question: node.question,
        options: optionsOf(node.question),
        next,
        branches: branchesOf(compiled, node, next),
      };
    case 'when':
      return {
        kind: 'when',
        node,
        known: new Table(memory, node.slots()),
        ifYes: stepsOf(compiled, node.ifYes, next),
        ifNo: stepsOf(compiled, node.ifNo, next),
      };
  }
}

/**
 * To compare an answer with each of a few options takes less time than to look it up. A text that was once a
 * key is kept once, as short ones of parsed files are, and two such texts are compared at a glance.
 */
function optionsOf({ question, codes, states }: CompiledQuestion): readonly unknown[] {
  const isOneOf = question.type === 'choice' || question.type === 'yes-no';
  const areThese = question.options.every(({ id }, index) => codes.get(id) === Code.First + index);
  if (!isOneOf || !areThese || states.length > MOST_STATES) return [];
  const texts = states.map((state) => (state?.kind === 'value' ? String(state.value) : ''));
  return texts.map((text) => Object.keys({ [text]: text })[0]);
}

/** An answer kept unsure leaves open where the path goes on. */
function branchesOf(compiled: CompiledFlow, { question, branches }: AskNode, next: Step): Step[] | undefined {
  if (!branches) return undefined;
  const ways = new Map([...branches].map(([key, nodes]) => [key, stepsOf(compiled, nodes, next)]));
  return Array.from(question.states, (state) =>
    state?.kind === 'value' ? (ways.get(String(state.value)) ?? next) : OPEN,
  );
}
