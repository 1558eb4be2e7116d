import { type CancelReason, InterviewCancelled } from '../interview/cancelled.ts';
import { cancelSentence } from '../interview/wording.ts';
import { formatJson } from '../render/json.ts';
import { wrapText } from '../render/layout.ts';
import { BatchInterrupted } from './batch/batch-interrupted.ts';
import { type CliContext, columnsOf } from './context.ts';
import { describeError } from './describe-error.ts';
import { BrokenFlowsError, MissingAnswersError, UsageError } from './errors.ts';
import { safeText } from './safe-text.ts';

const CANCELLED: Readonly<Record<CancelReason, number>> = {
  interrupt: 130,
  'end-of-input': 130,
  terminate: 143,
  'hang-up': 129,
};

/**
 * Tells of what ended a run on stderr, and gives the exit code. `isJson`: errors are wanted as one JSON document.
 */
export function reportError(error: unknown, { stderr, say }: CliContext, isJson: boolean): number {
  if (error instanceof InterviewCancelled) {
    const sentence = cancelSentence(error.reason, error.state);
    stderr.write(`${wrapText(sentence, columnsOf(stderr) - 1).join('\n')}\n`);
    return CANCELLED[error.reason];
  }
  if (error instanceof BatchInterrupted) {
    stderr.write(`${safeText(error.message)}\n`);
    return CANCELLED[error.reason];
  }
  if (error instanceof BrokenFlowsError && error.told) return 4;
  const { text, document } = describeError(error);
  const details = say.held();
  const told = { ...document, ...(details.length > 0 && { details }) };
  stderr.write(`${isJson ? formatJson({ error: told }) : safeText(text)}\n`);
  if (error instanceof UsageError) return 2;
  if (error instanceof MissingAnswersError) return 3;
  return document.code === 'flow-file' ? 4 : 1;
}
