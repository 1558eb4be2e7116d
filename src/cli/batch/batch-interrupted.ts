import type { CancelReason } from '../../interview/cancelled.ts';

/** A signal ended a run of many records. All that is written is whole. */
export class BatchInterrupted extends Error {
  override readonly name = 'BatchInterrupted';
  readonly reason: CancelReason;

  /** `message` says how far the run got, and how to go on. */
  constructor(reason: CancelReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
