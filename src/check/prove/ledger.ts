import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Cell, Effort } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import type { Finding, FindingCode, Sampled, Subject, UnderOverlay } from './proof.ts';

/** What a finding of this code says besides what all say. */
type Details = {
  readonly [Code in FindingCode]: Omit<
    Extract<Finding, { code: Code }>,
    'code' | 'subject' | 'under' | 'example'
  >;
};

/** A finding whose example is still a class of answers. */
export interface Draft<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly subject: Subject;
  readonly details: Details[Code];
  readonly under: UnderOverlay | undefined;
  /** Absent where it is that something never happens. */
  readonly shownBy: { readonly cell: Cell; readonly leaves: readonly Leaf[] } | undefined;
}

/** A draft, and the day on which it was found. */
export interface DatedDraft extends Draft {
  readonly date: CalendarDate;
}

function lengthOf({ shownBy }: Draft): number {
  return shownBy?.cell.path.asked.length ?? 0;
}

/** What the checks of one proof have found, done, and left undone. */
export class Ledger {
  readonly drafts = new Map<string, DatedDraft>();
  readonly sampled = new Map<string, Sampled>();
  evaluations = 0;
  /** The day that is being checked. */
  date: CalendarDate;
  readonly #budget: number;

  constructor(budget: number, date: CalendarDate) {
    this.#budget = budget;
    this.date = date;
  }

  /** Notes a finding; of several that are the same, the one shown by the shortest path. */
  add<Code extends FindingCode>(draft: Draft<Code>): void {
    const key = JSON.stringify([draft.code, draft.subject, draft.details]);
    // What holds for the whole nation is not said again of each place.
    if (draft.under && this.drafts.has(key)) return;
    const own = draft.under ? `${key} ${draft.under.place} ${draft.under.role}` : key;
    const known = this.drafts.get(own);
    if (!known || lengthOf(draft) < lengthOf(known)) this.drafts.set(own, { ...draft, date: this.date });
  }

  /** The effort that goes into one subject. */
  about(subject: Subject): Effort {
    const ledger = this;
    return {
      budget: this.#budget,
      get evaluations() {
        return ledger.evaluations;
      },
      set evaluations(count) {
        ledger.evaluations = count;
      },
      onSample: (combinations, tried) => this.addSample({ subject, combinations, tried }),
    };
  }

  addSample(sample: Sampled): void {
    const key = JSON.stringify(sample.subject);
    const known = this.sampled.get(key);
    if (!known || known.combinations < sample.combinations) this.sampled.set(key, sample);
  }
}

/** An item as the subject of a finding. */
export function ofItem({
  kind,
  id,
}: {
  readonly kind: Extract<Subject, { kind: 'item' }>['item'];
  readonly id: string;
}): Subject {
  return { kind: 'item', item: kind, id };
}
