/** How an interview ended early. */
export type CancelReason = 'interrupt' | 'end-of-input' | 'terminate' | 'hang-up';

/** The person, or their terminal, left before the end. Nothing went wrong. */
export class InterviewCancelled extends Error {
  override readonly name = 'InterviewCancelled';
  readonly reason: CancelReason;

  constructor(reason: CancelReason) {
    super(reason);
    this.reason = reason;
  }
}
