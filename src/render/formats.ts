import type { Checklist } from '../model/checklist.ts';
import type { Format } from './format-names.ts';
import type { Renderer, RenderOptions } from './renderer.ts';
import { TEXT_RENDERERS } from './text-formats.ts';

/** The writer of this format is large, so it is loaded when it is asked for. */
async function renderPdfWith(checklist: Checklist, { font, large, why }: RenderOptions): Promise<Uint8Array> {
  if (!font) throw new Error('a PDF needs a font');
  const [{ bytes, own }, { renderPdf }] = await Promise.all([font(), import('./pdf.ts')]);
  return renderPdf(checklist, { font: bytes, ownFont: own, large, why });
}

/** Every format by its name. A new one is a file of its own and a line here or among the text formats. */
export const RENDERERS: Readonly<Record<Format, Renderer>> = {
  ...TEXT_RENDERERS,
  pdf: { render: renderPdfWith },
};
