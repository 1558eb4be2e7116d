import type { Role } from './style.ts';

/** A4 in points, and the room inside its margins. */
export const PAGE = { width: 595.28, height: 841.89, left: 48, right: 48, top: 44, bottom: 52 } as const;
export const ROOM = PAGE.width - PAGE.left - PAGE.right;

/** The colours of the printed page. In grey they stay apart by lightness, and no meaning is in them alone. */
export const COLOURS = {
  ink: '#1b1f24',
  dim: '#565d66',
  blue: '#123f63',
  line: '#c8d0d8',
  good: '#1b6e4a',
  goodTint: '#f0f6f2',
  warn: '#8f3f00',
  warnTint: '#fcf3e8',
} as const;

/** How a stretch of text is set, given the size around it. */
export interface Look {
  readonly colour?: string;
  readonly bold?: boolean;
  /** Of the size around it. */
  readonly scale?: number;
  /** How far above the line, in its own size. */
  readonly rise?: number;
}

export const LOOKS: Readonly<Record<Role, Look>> = {
  title: { colour: COLOURS.blue, bold: true },
  heading: { colour: COLOURS.blue, bold: true },
  bold: { bold: true },
  dim: { colour: COLOURS.dim },
  good: { colour: COLOURS.good, bold: true },
  warn: { colour: COLOURS.warn, bold: true },
  mark: { colour: COLOURS.dim, scale: 0.68, rise: 0.45 },
};

/** Sizes in points. */
export interface Sizes {
  readonly body: number;
  readonly title: number;
  readonly verdict: number;
  readonly heading: number;
  readonly detail: number;
  readonly note: number;
}

/** 10.5 points as in most papers; 16 for older eyes. */
export function sizesOf(large: boolean): Sizes {
  const body = large ? 16 : 10.5;
  return {
    body,
    title: body * (large ? 1.5 : 1.75),
    verdict: body * 1.15,
    heading: body * 1.15,
    detail: body * 0.95,
    note: body * 0.86,
  };
}

/** Line height and the height of the letters above the line, of the size. */
export const LEADING = 1.45;
export const BASELINE = 1.07;
