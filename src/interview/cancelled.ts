/** How an interview ended early. */
export type CancelReason = 'interrupt' | 'end-of-input' | 'terminate' | 'hang-up';

/**
 * What remains of an interview that ended early: `partly-kept` where the last answers could not be
 * written, `finished` where its checklist was shown already.
 */
export type CancelState = 'nothing-kept' | 'partly-kept' | 'kept' | 'finished';

/** The person, or their terminal, left before the end. Nothing went wrong. */
export class InterviewCancelled extends Error {
  override readonly name = 'InterviewCancelled';
  readonly reason: CancelReason;
  readonly state: CancelState;

  constructor(reason: CancelReason, state: CancelState = 'nothing-kept') {
    super(reason);
    this.reason = reason;
    this.state = state;
  }
}
