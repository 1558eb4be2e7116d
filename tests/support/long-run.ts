/** What a long run was told on its command line. */
export const longRun = {
  /** Minutes, or kills. */
  amount: Number(process.env.LONG_AMOUNT ?? 1),
  seed: Number(process.env.LONG_SEED ?? 1),
  /** The one part to run; all of them if empty. */
  only: process.env.LONG_ONLY ?? '',
} as const;
