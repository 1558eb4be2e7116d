import { atlasOf, placeChain } from '../../engine/atlas.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Flow } from '../../model/flow.ts';
import { NATION } from '../../model/place.ts';
import { findAlike } from './alike-options.ts';
import type { Cell } from './cell.ts';
import { checkContradictions } from './check-contradictions.ts';
import { checkDeadlines } from './check-deadlines.ts';
import { checkExits } from './check-exits.ts';
import { LengthCheck, type LongestList } from './check-length.ts';
import { checkQuestionTexts, checkTexts } from './check-texts.ts';
import { type Era, Eras } from './era.ts';
import { type DatedDraft, Ledger } from './ledger.ts';
import { PartNumbers } from './part-numbers.ts';
import { checkOverlaidPresence, Presences } from './presence.ts';
import type { Example, Finding, Longest, Proof, UnderOverlay } from './proof.ts';
import { differences, groupByExit, type Proving } from './proving.ts';
import { daysOfSpans } from './spans.ts';
import { TreeReport } from './tree-report.ts';
import { nationalVariant, overlaidVariant, overlaysOf, type Variant } from './variant.ts';
import { OutOfWork, Work } from './work.ts';

/** How a flow is to be proven. */
export interface ProofOptions {
  /** The day that is proven first; the flow's `reviewed` unless given. */
  readonly date?: CalendarDate;
  /** The most combinations that are tried of one thing before they are sampled. */
  readonly budget?: number;
  /** The most work that is done before the proof is left unfinished. */
  readonly work?: number;
  /** Told how many sets of lines have been checked. */
  readonly onProgress?: (checked: number) => void;
}

const USUAL_BUDGET = 200_000;

/** The most work that goes into one flow: twice what the largest built-in one takes, and some seconds. */
export const MOST_WORK = 3_000_000;

/** What may be spent besides on examples of what was found; what has none then is told without. */
const MOST_WORK_ON_EXAMPLES = 500_000;

/** Proves of a flow what can be proven of it, for all answers, places and days. */
export function proveFlow(flow: Flow, options: ProofOptions = {}): Proof {
  return new Prover(flow, options).run();
}

class Prover {
  readonly #flow: Flow;
  readonly #date: CalendarDate;
  readonly #onProgress: (checked: number) => void;
  readonly #ledger: Ledger;
  readonly #eras: Eras;
  readonly #presences = new Presences();
  readonly #tree = new TreeReport();
  readonly #lengths = new LengthCheck();
  readonly #seen = new Set<string>();
  readonly #numbers = new PartNumbers();
  readonly #dates: CalendarDate[] = [];
  readonly #work: Work;
  #isFinished = false;

  constructor(flow: Flow, options: ProofOptions) {
    const { date = flow.reviewed, budget = USUAL_BUDGET, work = MOST_WORK, onProgress } = options;
    this.#flow = flow;
    this.#date = date;
    this.#ledger = new Ledger(budget, date);
    this.#work = new Work(work);
    this.#eras = new Eras(flow, this.#work);
    this.#onProgress = onProgress ?? (() => undefined);
  }

  run(): Proof {
    const overlays = overlaysOf(this.#flow);
    try {
      this.#prove(overlays);
      this.#isFinished = true;
    } catch (error) {
      if (!(error instanceof OutOfWork)) throw error;
      const flow = { kind: 'flow' } as const;
      this.#ledger.date = this.#date;
      this.#ledger.add({
        code: 'proof-unfinished',
        subject: flow,
        details: {},
        under: undefined,
        shownBy: undefined,
      });
    }
    return this.#result(overlays.length);
  }

  #prove(overlays: readonly UnderOverlay[]): void {
    const national = this.#nationalParts();
    for (const date of daysOfSpans(national, this.#date)) this.#checkNation(date);
    for (const under of overlays) {
      for (const date of daysOfSpans([national, this.#overlayParts(under)], this.#date))
        this.#checkPlace(date, under);
    }
    this.#checkTree();
  }

  /** All in which the national lines and facts may differ from day to day. */
  #nationalParts(): unknown {
    const { id, items, changes, common } = this.#flow;
    return {
      items,
      changes,
      overlays: common.places.entries[NATION]?.overlays[id],
      facts: common.places.facts,
    };
  }

  #overlayParts({ place }: UnderOverlay): unknown {
    const { id, common } = this.#flow;
    const codes = placeChain(atlasOf(common.divisions), place);
    return codes.map((code) => common.places.entries[code]?.overlays[id]);
  }

  #checkNation(date: CalendarDate): void {
    const era = this.#eras.at(date);
    const variant = nationalVariant(era.prepared.world.flow, date);
    if (this.#wasSeen(era, variant)) return;
    this.#dates.push(date);
    const proving = this.#provingOf(era, variant, era.cells, undefined);
    this.#check(proving);
    checkQuestionTexts(proving, era.walk.stops);
    this.#presences.note(proving);
    this.#lengths.note(proving);
  }

  #checkPlace(date: CalendarDate, under: UnderOverlay): void {
    const era = this.#eras.at(date);
    const national = nationalVariant(era.prepared.world.flow, date);
    const variant = overlaidVariant(national, this.#flow, under, era.prepared.world.rewrite);
    if (this.#wasSeen(era, variant)) return;
    const proving = this.#provingOf(era, variant, era.overlaid.of(under), national);
    this.#check(proving);
    checkOverlaidPresence(proving);
    if (proving.hasGains) this.#lengths.note(proving);
  }

  #wasSeen(era: Era, { items, outcomes, under }: Variant): boolean {
    this.#work.spend(items.length * (2 + items.length / 16));
    const parts = [...items, ...outcomes.values()].map((part) => this.#numbers.of(part));
    const key = JSON.stringify([this.#eras.all().indexOf(era), parts, [...outcomes.keys()], under]);
    const known = this.#seen.has(key);
    this.#seen.add(key);
    return known;
  }

  #provingOf(era: Era, variant: Variant, cells: readonly Cell[], national: Variant | undefined): Proving {
    this.#ledger.date = variant.date;
    const { prepared, listings, keys } = era;
    const byExit = groupByExit(cells);
    const ledger = this.#ledger;
    return { prepared, listings, keys, ledger, variant, cells, byExit, ...differences(variant, national) };
  }

  #check(proving: Proving): void {
    if (proving.hasLosses) checkExits(proving);
    checkContradictions(proving);
    checkDeadlines(proving);
    checkTexts(proving);
    this.#onProgress(this.#seen.size);
  }

  #checkTree(): void {
    this.#ledger.date = this.#date;
    const eras = this.#eras.all();
    for (const { walk } of eras) this.#tree.note(walk, this.#ledger);
    const [first] = eras;
    if (!first) return;
    this.#tree.report(first.prepared.space.compiled, this.#ledger);
    this.#presences.report(this.#ledger);
    for (const { prepared } of eras) {
      for (const { question, ...counts } of prepared.thinned) {
        this.#ledger.addSample({ subject: { kind: 'question', id: question }, ...counts });
      }
    }
  }

  #result(overlays: number): Proof {
    const { drafts, sampled, evaluations } = this.#ledger;
    const eras = this.#eras.all();
    const [first] = eras;
    this.#lengths.report(this.#ledger);
    const work = this.#work.done;
    this.#work.allow(MOST_WORK_ON_EXAMPLES);
    return {
      flow: this.#flow.id,
      paths: this.#tree.paths,
      classes: eras.reduce((sum, { walk }) => sum + walk.cells.length, 0),
      evaluations,
      dates: this.#dates,
      overlays,
      work,
      proven: this.#isFinished && sampled.size === 0,
      sampled: [...sampled.values()],
      findings: [...drafts.values()].map((draft) => this.#toFinding(draft)),
      longest: {
        lines: this.#toLongest(this.#lengths.lines),
        warnings: this.#toLongest(this.#lengths.warnings),
      },
      alike: first ? findAlike(first.prepared) : [],
    };
  }

  #toFinding({ code, subject, details, under, shownBy, date }: DatedDraft): Finding {
    const example = shownBy && this.#exampleOf(shownBy.cell, shownBy.leaves, under, date);
    // The details of a code are those of its finding, and what is shown has an example unless work ran out.
    return {
      code,
      subject,
      ...details,
      ...(under ? { under } : {}),
      ...(example ? { example } : {}),
    } as Finding;
  }

  #toLongest({ count, cell, leaves, under, date }: LongestList): Longest {
    return { count, example: cell && this.#exampleOf(cell, leaves, under, date) };
  }

  #exampleOf(...[cell, leaves, under, date]: Parameters<Era['places']['exampleOf']>): Example | undefined {
    try {
      return this.#eras.of(cell)?.places.exampleOf(cell, leaves, under, date);
    } catch (error) {
      if (error instanceof OutOfWork) return undefined;
      throw error;
    }
  }
}
