/** How many runs were killed, and what the kills met. */
export interface KillTally {
  kills: number;
  /** Parts that a killed run left, which the next one cleared. */
  parts: number;
}

/** One subject that is killed: gives what became of it; throws where something was lost. */
export type KillSubject = (random: () => number, kills: number) => Promise<KillTally>;
