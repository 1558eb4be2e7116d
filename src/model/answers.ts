/**
 * One answer: an option id, `yes`/`no`, a place's 6-digit code, `YYYY-MM-DD`, `YYYY-MM`, a number,
 * option ids for a multi question, or `unsure`.
 */
export type AnswerValue = string | number | readonly string[];

/** The only state there is: question id -> value. Keys that are no questions are ignored by the engine. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** The answer 不清楚. */
export const UNSURE = 'unsure';
