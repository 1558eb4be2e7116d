/** How a stretch of text is shown. Colour or weight only: the words alone must carry the meaning. */
export interface Style {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly warn: (text: string) => string;
  /** The number of a source in the text: [1]. */
  readonly mark: (text: string) => string;
}

/** The name of one way of showing text. */
export type Role = keyof Style;

/** A stretch of text that is shown in one way. */
export interface Span {
  readonly text: string;
  readonly role?: Role;
}

const same = (text: string): string => text;

/** No colour and no weight at all. */
export const plainStyle: Style = {
  title: same,
  heading: same,
  bold: same,
  dim: same,
  good: same,
  warn: same,
  mark: same,
};
