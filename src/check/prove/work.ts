/** Thrown where a proof would take more work than it may. */
export class OutOfWork extends Error {
  override readonly name = 'OutOfWork';
}

/**
 * Counts the work of a proof, in units of about a microsecond on a usual machine, and ends it where that is
 * too much. Work and not time, so that the same flow has the same result everywhere.
 */
export class Work {
  #most: number;
  #done = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get done(): number {
    return this.#done;
  }

  /** Allows so many more units from here on, whatever was left. */
  allow(units: number): void {
    this.#most = this.#done + units;
  }

  /** Takes so many units; throws `OutOfWork` where they are no longer there. */
  spend(units: number): void {
    this.#done += units;
    if (this.#done > this.#most) throw new OutOfWork();
  }
}
