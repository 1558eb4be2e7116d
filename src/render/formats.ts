import type { Checklist } from '../model/checklist.ts';
import type { Renderer, RenderOptions } from './renderer.ts';
import { TEXT_RENDERERS, type TextFormat } from './text-formats.ts';

/** A face of the checklist. */
export type Format = TextFormat | 'pdf';

/** The writer of this format is large, so it is loaded when it is asked for. */
async function renderPdfWith(checklist: Checklist, { font, large, why }: RenderOptions): Promise<Uint8Array> {
  if (!font) throw new Error('a PDF needs a font');
  const [{ bytes, own }, { renderPdf }] = await Promise.all([font(), import('./pdf.ts')]);
  return renderPdf(checklist, { font: bytes, ownFont: own, large, why });
}

const { json, ics, ...others } = TEXT_RENDERERS;

/** Every format by its name. A new one is a file of its own and a line here or among the text formats. */
export const RENDERERS: Readonly<Record<Format, Renderer>> = {
  ...others,
  pdf: { suffixes: ['.pdf'], binary: true, render: renderPdfWith },
  json,
  ics,
};

/** The names of all formats, for help and for what is allowed. */
export const FORMATS = Object.keys(RENDERERS) as readonly Format[];

/** The format of a file by its ending; undefined where no format has that ending. */
export function formatOfFile(path: string): Format | undefined {
  const name = path.toLowerCase();
  return FORMATS.find((format) => RENDERERS[format].suffixes.some((suffix) => name.endsWith(suffix)));
}
