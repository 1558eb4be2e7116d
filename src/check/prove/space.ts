import type { CompiledFlow } from '../../engine/compile-flow.ts';
import { type AnswerState, knowledgeOf, NOT_KNOWN } from '../../engine/knowledge.ts';
import type { AnswerValue } from '../../model/answers.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Leaf } from './leaf-book.ts';
import type { Work } from './work.ts';

/** Answers to the questions of one cluster, in its order. */
export interface Tuple {
  readonly values: readonly AnswerValue[];
  readonly states: readonly (AnswerState | undefined)[];
}

/** Questions that some test reads together. Answers of different clusters do not interact within a leaf. */
export interface Cluster {
  readonly index: number;
  /** Question numbers. */
  readonly questions: readonly number[];
  readonly tuples: readonly Tuple[];
}

/** Indexes of tuples of one cluster. The same selection is always the same array. */
export type Selection = readonly number[];

/** A leaf that reads more questions than this is taken as different for all answers. */
const MOST_MASKED = 4;

/** What has been asked of a cluster: bit `n` for its question `n`. */
export type Mask = number;

/** There are fewer masks: a cluster's questions are bits of a whole number. */
const MOST_MASKS = 2 ** 32;

/** Of some leaves, those that read a cluster. Lists of the same leaves have one number. */
interface OwnLeaves {
  readonly own: readonly Leaf[];
  readonly number: number;
}

/** All answers that a flow can tell apart, cluster by cluster. */
export class Space {
  readonly compiled: CompiledFlow;
  readonly date: CalendarDate;
  readonly clusters: readonly Cluster[];
  /** Question number -> cluster. */
  readonly clusterOf: ReadonlyMap<number, Cluster>;
  readonly work: Work;
  readonly #readings = new Map<string, Int32Array>();
  readonly #parts = new WeakMap<Selection, Map<number, readonly Selection[]>>();
  /** By list of leaves and cluster. */
  readonly #own = new WeakMap<readonly Leaf[], (OwnLeaves | undefined)[]>();
  readonly #numbers = new Map<string, number>();
  readonly #states: (AnswerState | undefined)[];
  readonly #everything: readonly Selection[];

  constructor(compiled: CompiledFlow, date: CalendarDate, clusters: readonly Cluster[], work: Work) {
    this.work = work;
    this.compiled = compiled;
    this.date = date;
    this.clusters = clusters;
    this.clusterOf = new Map(clusters.flatMap((cluster) => cluster.questions.map((one) => [one, cluster])));
    this.#states = compiled.questions.map(() => undefined);
    this.#everything = clusters.map(({ tuples }) => tuples.map((_, index) => index));
  }

  /** All tuples of a cluster. */
  all({ index }: Cluster): Selection {
    return this.#everything[index] ?? [];
  }

  /** The bit of a question within its cluster. */
  bitOf(question: number): Mask {
    const position = this.clusterOf.get(question)?.questions.indexOf(question) ?? -1;
    return position < 0 ? 0 : 1 << position;
  }

  /** Splits a selection into classes that these leaves tell apart, given what was asked. */
  partition(
    cluster: Cluster,
    selection: Selection,
    leaves: readonly Leaf[],
    asked: Mask,
  ): readonly Selection[] {
    this.work.spend(1 + leaves.length / 16);
    if (selection.length < 2) return [selection];
    const { own, number } = this.#ownLeaves(cluster, leaves);
    if (own.length === 0) return [selection];
    const key = number * MOST_MASKS + asked;
    const known = this.#parts.get(selection) ?? new Map<number, readonly Selection[]>();
    this.#parts.set(selection, known);
    const parts = known.get(key) ?? this.#split(cluster, selection, own, asked);
    known.set(key, parts);
    return parts;
  }

  #ownLeaves(cluster: Cluster, leaves: readonly Leaf[]): OwnLeaves {
    const ofLeaves = this.#own.get(leaves) ?? [];
    this.#own.set(leaves, ofLeaves);
    const known = ofLeaves[cluster.index];
    if (known) return known;
    const own = leaves.filter(({ key, questions }) => {
      const inside = questions.filter((one) => cluster.questions.includes(one)).length;
      if (inside > 0 && inside < questions.length) throw new Error(`a test reads two clusters: ${key}`);
      return inside > 0;
    });
    const key = own.map((leaf) => leaf.key).join('\n');
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    const made = { own, number };
    ofLeaves[cluster.index] = made;
    return made;
  }

  #split(cluster: Cluster, selection: Selection, leaves: readonly Leaf[], asked: Mask): readonly Selection[] {
    let parts: Selection[] = [selection];
    for (const leaf of leaves) {
      const readings = this.#readingsOf(cluster, leaf, asked);
      this.work.spend(selection.length / 8);
      parts = parts.flatMap((part) => groupBy(part, (index) => readings[index] ?? 0));
    }
    return parts;
  }

  /** The class of each tuple by one leaf. */
  #readingsOf(cluster: Cluster, leaf: Leaf, asked: Mask): Int32Array {
    const key = `${cluster.index} ${asked} ${leaf.key}`;
    const known = this.#readings.get(key);
    if (known) return known;
    const positions = leaf.questions.map((one) => cluster.questions.indexOf(one)).filter((at) => at >= 0);
    const missing = positions.filter((at) => (asked & (1 << at)) === 0);
    const made =
      leaf.isStrict && missing.length > 0
        ? new Int32Array(cluster.tuples.length)
        : this.#read(cluster, leaf, positions, asked);
    this.#readings.set(key, made);
    return made;
  }

  #read(cluster: Cluster, leaf: Leaf, positions: readonly number[], asked: Mask): Int32Array {
    const classes = new Map<string, number>();
    const knowledge = knowledgeOf(this.#states, this.date);
    const readings = new Int32Array(cluster.tuples.length);
    const ways = leaf.isStrict ? [positions.map(() => 'given' as const)] : presences(positions, asked);
    this.work.spend(cluster.tuples.length * (1 + (ways?.length ?? 1) * leaf.cost));
    for (const [index, tuple] of cluster.tuples.entries()) {
      const readOne = (way: readonly Presence[]): string =>
        this.#readOnce(cluster, leaf, tuple, positions, way, knowledge);
      const reading = ways
        ? ways.map(readOne).join()
        : positions.map((at) => JSON.stringify(tuple.values[at])).join();
      const known = classes.get(reading) ?? classes.size;
      classes.set(reading, known);
      readings[index] = known;
    }
    for (const number of cluster.questions) this.#states[number] = undefined;
    return readings;
  }

  #readOnce(
    cluster: Cluster,
    leaf: Leaf,
    tuple: Tuple,
    positions: readonly number[],
    way: readonly Presence[],
    knowledge: Parameters<Leaf['read']>[0],
  ): string {
    for (let order = 0; order < positions.length; order++) {
      const at = positions[order] ?? -1;
      const presence = way[order];
      const number = cluster.questions[at] ?? -1;
      const missing = presence === 'passed over' ? NOT_KNOWN : undefined;
      this.#states[number] = presence === 'given' ? tuple.states[at] : missing;
    }
    const reading = leaf.read(knowledge);
    // While it is explored what an answer kept open might turn out to be, it is not one that is given.
    return positions.some((at) => tuple.states[at]?.kind === 'unsure') ? `${reading} open` : reading;
  }
}

type Presence = 'given' | 'passed over' | 'void';

/** Every way in which the questions of a leaf may be known. Undefined: too many ways. */
function presences(positions: readonly number[], asked: Mask): readonly (readonly Presence[])[] | undefined {
  if (positions.length > MOST_MASKED) return undefined;
  let ways: (readonly Presence[])[] = [[]];
  for (const at of positions) {
    const own: readonly Presence[] =
      asked & (1 << at) ? ['given', 'passed over', 'void'] : ['passed over', 'void'];
    ways = ways.flatMap((way) => own.map((one) => [...way, one]));
  }
  return ways;
}

/** The members of each group, groups and members in order. */
export function groupBy<T>(list: readonly T[], keyOf: (one: T) => number | string): T[][] {
  const groups = new Map<number | string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
