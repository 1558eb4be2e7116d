import type { CalendarDate, InForce } from '../../model/calendar-date.ts';
import type { Flow } from '../../model/flow.ts';
import type { Citation } from '../../model/source.ts';
import { lintWords } from '../wording.ts';
import { partsOf } from './flow-parts.ts';
import type { Finding, LintInput, Rule } from './rule.ts';

/** What the age of a flow is measured by. */
export interface AgeInput extends LintInput {
  readonly date: CalendarDate;
}

/** What was true once. A repository does not turn red by itself: these look at a day that is given. */
export const ageRules: readonly Rule<AgeInput>[] = [
  { code: 'review-overdue', severity: 'warning', find: findOverdueReview },
  { code: 'seen-long-ago', severity: 'warning', find: findOldCitations },
  { code: 'item-expired', severity: 'warning', find: findExpiredItems },
];

function* findOverdueReview({ flow, date }: AgeInput): Generator<Finding> {
  if (date > flow.reviewBy) {
    yield { subject: 'flow/review-by', message: lintWords.reviewOverdue(flow.reviewBy) };
  }
}

/** Told once a source and day, where it was first cited. */
function* findOldCitations({ flow, date }: AgeInput): Generator<Finding> {
  const oldest = yearBefore(date);
  const told = new Set<string>();
  for (const { subject, citation } of citationsOf(flow)) {
    const { source, seen } = citation;
    if (seen >= oldest || told.has(`${source} ${seen}`)) continue;
    told.add(`${source} ${seen}`);
    const isSourceOwn = flow.sources[source]?.seen === seen;
    yield {
      subject: isSourceOwn ? `source/${source}/seen` : subject,
      message: lintWords.seenLongAgo(source, seen),
    };
  }
}

function* citationsOf(flow: Flow): Generator<{ subject: string; citation: Citation }> {
  for (const { subject, fields } of partsOf(flow)) {
    for (const [index, citation] of (fields.sources ?? []).entries()) {
      yield { subject: `${subject}/sources/${index}`, citation };
    }
  }
}

function* findExpiredItems({ flow, date }: AgeInput): Generator<Finding> {
  for (const { subject, fields } of partsOf(flow)) {
    const { until } = fields as InForce;
    if (until !== undefined && until < date) {
      yield { subject: `${subject}/until`, message: lintWords.expired(until) };
    }
  }
}

/** The same day a year earlier; of a leap day, the day that has its name in no other year. */
function yearBefore(date: CalendarDate): CalendarDate {
  return `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`;
}
