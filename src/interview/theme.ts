type Paint = (text: string) => string;

/** How the parts of a question are coloured. Colour never carries meaning alone. */
export interface InterviewStyle {
  readonly ask: Paint;
  readonly quiet: Paint;
  readonly active: Paint;
  readonly answer: Paint;
  readonly refused: Paint;
}

/** No colour at all. */
export const plainInterviewStyle: InterviewStyle = {
  ask: (text) => text,
  quiet: (text) => text,
  active: (text) => text,
  answer: (text) => text,
  refused: (text) => text,
};

/** Marks, each one column wide in string-width and in terminals. */
export const MARKS = { pointer: '❯', done: '✔', on: '☑', off: '☐' } as const;
