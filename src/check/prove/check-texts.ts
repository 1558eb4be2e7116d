import { stateOf } from '../../engine/knowledge.ts';
import type { Item } from '../../model/flow.ts';
import { type Cell, type Part, split } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import { isValueDerived, readsOfName } from './leaf-book.ts';
import { ofItem } from './ledger.ts';
import { LISTED, standingOf } from './listings.ts';
import { type Placeholder, placeholdersIn, stringsOf, unfilledIn } from './placeholders.ts';
import { type Printed, textsOfItem, textsOfOutcome, textsOfQuestion } from './printed-texts.ts';
import type { Subject } from './proof.ts';
import { cellsFor, type Proving } from './proving.ts';
import { groupBy } from './space.ts';

/** Every placeholder is filled wherever its text is printed: on items and outcomes. */
export function checkTexts(proving: Proving): void {
  for (const item of proving.news) {
    const texts = textsOfItem(item);
    const cells = texts.length > 0 ? cellsFor(proving, item) : [];
    for (const printed of texts) new TextCheck(proving, ofItem(item), printed, item).on(cells);
  }
  for (const [id, outcome] of proving.variant.outcomes) {
    const cells = proving.byExit.get(id) ?? [];
    for (const printed of textsOfOutcome(outcome))
      new TextCheck(proving, { kind: 'outcome', id }, printed).on(cells);
  }
}

/** The same of the questions that paths stop at: what they ask is printed before they are answered. */
export function checkQuestionTexts(proving: Proving, stops: readonly Cell[]): void {
  for (const cells of groupBy(stops, ({ path }) => path.stop?.node.question.number ?? -1)) {
    const question = cells[0]?.path.stop?.node.question.question;
    if (!question) continue;
    const subject = { kind: 'question', id: question.id } as const;
    for (const printed of textsOfQuestion(question)) new TextCheck(proving, subject, printed).on(cells);
  }
}

/** What a placeholder needs in order to be filled. */
interface Need {
  readonly whole: string;
  readonly questions: readonly number[];
  /** That these were asked is not enough. */
  readonly isOpen: boolean;
  /** The question that it names. */
  readonly question: number | undefined;
}

/** The check of one text on everyone who may see it. */
class TextCheck {
  readonly #proving: Proving;
  readonly #subject: Subject;
  readonly #printed: Printed;
  readonly #item: Item | undefined;
  readonly #leaves = new Map<string | undefined, readonly Leaf[]>();
  readonly #tried = new Set<string>();
  readonly #needs: readonly Need[];

  constructor(proving: Proving, subject: Subject, printed: Printed, item?: Item) {
    this.#proving = proving;
    this.#subject = subject;
    this.#printed = printed;
    this.#item = item;
    const placeholders = stringsOf(printed.text).flatMap((text) => placeholdersIn(text));
    this.#needs = placeholders.flatMap((one) => this.#needOf(one));
  }

  /** Tries the text on each kind of people among these, once. */
  on(cells: readonly Cell[]): void {
    const { listings, ledger, keys } = this.#proving;
    listings.work.spend((cells.length * (1 + this.#needs.length)) / 8);
    const effort = ledger.about(this.#subject);
    for (const cell of cells) {
      const doubtful = this.#doubtfulIn(cell);
      if (doubtful.length === 0) continue;
      if (this.#item && (listings.in(cell, this.#item, effort) & LISTED) === 0) continue;
      const leaves = this.#leavesAt(cell.path.exit);
      const key = `${keys.keyOf(cell, leaves)} ${doubtful.join(' ')}`;
      if (this.#tried.has(key)) continue;
      this.#tried.add(key);
      for (const part of split(this.#proving.prepared.space, cell, leaves, effort)) this.#try(part, leaves);
    }
  }

  #try({ cell, knowledge }: Part, leaves: readonly Leaf[]): void {
    const { prepared, ledger, variant } = this.#proving;
    const { compiled } = prepared.space;
    const item = this.#item;
    if (item && (standingOf(item, compiled.test(item.when)(knowledge)) & LISTED) === 0) return;
    const truth = this.#printed.when ? compiled.test(this.#printed.when)(knowledge) : 'yes';
    if (truth === 'no' || truth === 'void') return;
    for (const placeholder of unfilledIn(
      compiled,
      { ...knowledge, date: variant.date },
      this.#printed.text,
    )) {
      const shownBy = { cell, leaves };
      const subject = this.#subject;
      ledger.add({
        code: 'unfilled-placeholder',
        subject,
        details: { placeholder },
        under: variant.under,
        shownBy,
      });
    }
  }

  #leavesAt(exit: string | undefined): readonly Leaf[] {
    const { book } = this.#proving.prepared;
    const conditions = [this.#item?.when, this.#printed.when].filter((condition) => condition !== undefined);
    const leaves = this.#leaves.get(exit) ?? [
      ...conditions.flatMap((condition) => book.ofCondition(condition, exit).leaves),
      ...book.ofText(this.#printed.text, exit),
    ];
    this.#leaves.set(exit, leaves);
    return leaves;
  }

  /** Placeholders that may be empty in a cell, told without trying: mostly all that they need was asked. */
  #doubtfulIn({ path }: Cell): readonly string[] {
    const doubtful: string[] = [];
    for (const { whole, questions, isOpen, question } of this.#needs) {
      if (!isOpen && questions.every((number) => path.states[number] !== undefined)) continue;
      doubtful.push(question === undefined ? whole : `${whole} ${stateOf(path.knowledge, question)?.kind}`);
    }
    return doubtful;
  }

  /** What a placeholder needs; nothing where it names neither a question nor a derived value. */
  #needOf({ whole, name, field }: Placeholder): readonly Need[] {
    const { compiled } = this.#proving.prepared.space;
    const derived = compiled.flow.derive[name];
    if (derived) {
      const { questions } = readsOfName(compiled, name);
      return [{ whole, questions, isOpen: isValueDerived(derived), question: undefined }];
    }
    const question = compiled.numberOf(name);
    if (question < 0) return [];
    const options = compiled.questions[question]?.question.options ?? [];
    const isWorded = options.some(({ label }) => typeof label !== 'string' || label.includes('<'));
    return [{ whole, questions: [question], isOpen: isWorded || field !== undefined, question }];
  }
}
