import type { Checklist } from './model/checklist.ts';
import type { TextFormat } from './render/format-names.ts';
import type { Style } from './render/style.ts';
import { TEXT_RENDERERS } from './render/text-formats.ts';
import { UnknownFormatError } from './render/unknown-format-error.ts';

export type { Checklist, ChecklistItem } from './model/checklist.ts';
export { answersJsonSchema } from './render/answers-schema.ts';
export type { TextFormat } from './render/format-names.ts';
export { RenderError } from './render/render-error.ts';
export type { Style } from './render/style.ts';
export { UnknownFormatError } from './render/unknown-format-error.ts';

/** How a checklist is written. Each format takes what concerns it. */
export interface TextRenderOptions {
  /** Columns of a line, for `terminal` (80 if not given) and `text`. */
  readonly width?: number | undefined;
  /** Colours, for `terminal`; none if not given. */
  readonly style?: Style | undefined;
  /** Whether each line says what it rests on; `json` always does. */
  readonly why?: boolean | undefined;
  /** Large letters, for `html`. */
  readonly large?: boolean | undefined;
}

/** The formats that need nothing of Node; `pdf` does, so only `yibao` has it. */
export const TEXT_FORMATS = Object.keys(TEXT_RENDERERS) as readonly TextFormat[];

/**
 * Writes a checklist as text: `terminal`, `text`, `markdown`, `html` (a whole page, ready to print),
 * `json` or `ics` (its dates, for a calendar).
 *
 * @throws {RenderError} `nothing-dated` if an `ics` would hold no date
 * @throws {UnknownFormatError} if there is no such format here
 *
 * @example
 * const page = document.createElement('iframe');
 * page.srcdoc = await render(checklist, 'html', { large: true });
 */
export async function render(
  checklist: Checklist,
  format: TextFormat,
  options: TextRenderOptions = {},
): Promise<string> {
  if (!Object.hasOwn(TEXT_RENDERERS, format)) throw new UnknownFormatError(format, TEXT_FORMATS);
  return TEXT_RENDERERS[format].render(checklist, options);
}
