import { localPapersAlone } from '../../model/local-papers.ts';
import { NATION } from '../../model/place.ts';
import { lintWords } from '../wording.ts';
import { partsOf } from './flow-parts.ts';
import type { Finding, LintInput, Rule } from './rule.ts';

/** What single lines and the head of a flow show. */
export const itemRules: readonly Rule[] = [
  { code: 'local-papers-alone', severity: 'note', find: findLocalPapers },
  { code: 'one-of-one', severity: 'warning', find: findLoneAlternatives },
  { code: 'shared-part-copied', severity: 'warning', find: findCopies },
  { code: 'review-before-reviewed', severity: 'warning', find: findEarlyReview },
];

function* findLocalPapers({ flow }: LintInput): Generator<Finding> {
  for (const { subject, fields, place } of partsOf(flow)) {
    if (place !== NATION) continue;
    const papers = localPapersAlone(fields.sources ?? [], flow.sources);
    if (papers.length === 0) continue;
    const divisions = flow.common.divisions.filter(({ code }) => papers.includes(code));
    const said = divisions.map(({ name }) => name);
    yield { subject: `${subject}/sources`, message: lintWords.localPapersAlone(said) };
  }
}

function* findLoneAlternatives({ flow }: LintInput): Generator<Finding> {
  for (const { subject, fields } of partsOf(flow)) {
    if (fields.oneOf && fields.oneOf.length < 2) {
      yield { subject: `${subject}/oneOf`, message: lintWords.oneOfOne() };
    }
  }
}

/** A line of the flow's own that says what a shared part says. In its own case it may. */
function* findCopies({ flow, positions, sharedParts }: LintInput): Generator<Finding> {
  for (const { kind, id, title, inCase } of flow.items) {
    const subject = `${kind}/${id}`;
    if (inCase !== undefined || Object.hasOwn(positions, `${subject}/use`)) continue;
    const shared = sharedParts.find((part) => part.kind === kind && (part.id === id || part.title === title));
    if (shared) yield { subject, message: lintWords.sharedPartCopied(shared.id) };
  }
}

function* findEarlyReview({ flow }: LintInput): Generator<Finding> {
  if (flow.reviewBy < flow.reviewed) {
    yield { subject: 'flow/review-by', message: lintWords.reviewBeforeReviewed(flow.reviewed) };
  }
}
