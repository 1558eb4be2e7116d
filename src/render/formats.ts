import type { Checklist } from '../model/checklist.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { plainStyle, type Style } from './style.ts';
import { renderTerminal } from './terminal.ts';
import { renderText } from './text.ts';

/** A face of the checklist. */
export type Format = 'terminal' | 'text' | 'markdown' | 'html' | 'pdf' | 'json' | 'ics';

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

/** Text, or bytes; a renderer may load its writer first. */
export type Rendered = string | Uint8Array;

/** One format: how it is written, and the endings of its files. */
export interface Renderer {
  readonly suffixes: readonly string[];
  /** Bytes, which no terminal can show. */
  readonly binary?: true;
  readonly render: (checklist: Checklist, options: RenderOptions) => Rendered | Promise<Rendered>;
}

const TERMINAL_WIDTH = 80;

/** The writers of these formats are large, so each is loaded when it is asked for. */
async function renderPdfWith(checklist: Checklist, { font, large, why }: RenderOptions): Promise<Uint8Array> {
  if (!font) throw new Error('a PDF needs a font');
  const [{ bytes, own }, { renderPdf }] = await Promise.all([font(), import('./pdf.ts')]);
  return renderPdf(checklist, { font: bytes, ownFont: own, large, why });
}

/** Every format by its name. A new one is a file of its own and a line here. */
export const RENDERERS: Readonly<Record<Format, Renderer>> = {
  terminal: {
    suffixes: [],
    render: (checklist, { width = TERMINAL_WIDTH, style = plainStyle, why }) =>
      renderTerminal(checklist, { width, style, why }),
  },
  text: { suffixes: ['.txt'], render: (checklist, options) => renderText(checklist, options) },
  markdown: {
    suffixes: ['.md', '.markdown'],
    render: (checklist, options) => renderMarkdown(checklist, options),
  },
  html: {
    suffixes: ['.html', '.htm'],
    render: async (checklist, options) => (await import('./html.ts')).renderHtml(checklist, options),
  },
  pdf: { suffixes: ['.pdf'], binary: true, render: renderPdfWith },
  json: { suffixes: ['.json'], render: (checklist) => renderJson(checklist) },
  ics: {
    suffixes: ['.ics'],
    render: async (checklist) => (await import('./ics.ts')).renderIcs(checklist),
  },
};

/** The names of all formats, for help and for what is allowed. */
export const FORMATS = Object.keys(RENDERERS) as readonly Format[];

/** The format of a file by its ending; undefined where no format has that ending. */
export function formatOfFile(path: string): Format | undefined {
  const name = path.toLowerCase();
  return FORMATS.find((format) => RENDERERS[format].suffixes.some((suffix) => name.endsWith(suffix)));
}
