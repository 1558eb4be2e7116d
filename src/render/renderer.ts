import type { Checklist } from '../model/checklist.ts';
import type { Style } from './style.ts';

/** What a renderer may be told. Each uses what concerns it. */
export interface RenderOptions {
  /** Columns, for terminal and text. */
  readonly width?: number | undefined;
  /** Colours, for the terminal. */
  readonly style?: Style | undefined;
  /** Whether each line says what it rests on. JSON always does. */
  readonly why?: boolean | undefined;
  /** Whether letters are large, for HTML and PDF. */
  readonly large?: boolean | undefined;
  /** Reads the font that PDF needs. */
  readonly font?: (() => Promise<FontFile>) | undefined;
}

/** A font file, and whether the person chose it. */
export interface FontFile {
  readonly bytes: Uint8Array;
  readonly own: boolean;
}

/** Text, or bytes. */
export type Rendered = string | Uint8Array;

/** One format: how it is written. It may load its writer first. */
export interface Renderer<R extends Rendered = Rendered> {
  readonly render: (checklist: Checklist, options: RenderOptions) => R | Promise<R>;
}
