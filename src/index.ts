import type { FlowStore } from './load/flow-store-type.ts';
import type { Checklist } from './model/checklist.ts';
import { FORMATS, type Format } from './render/format-names.ts';
import { RENDERERS } from './render/formats.ts';
import { UnknownFormatError } from './render/unknown-format-error.ts';
import type { TextRenderOptions } from './render-api.ts';

export {
  type AnswerProblem,
  type Answers,
  type AnswerValue,
  advance,
  buildChecklist,
  type CalendarDate,
  type Checklist,
  type ChecklistItem,
  type CitedSource,
  type Decided,
  type DecidedItem,
  type Division,
  decide,
  type Flow,
  type GivenAnswer,
  type HangsOn,
  InvalidDateError,
  type ListedSource,
  type OnDate,
  type PresentedQuestion,
  type Progress,
  type Question,
  questionName,
  type ReadAnswer,
  type ReadAnswers,
  type Reason,
  type ResolvedPlace,
  readAnswer,
  readAnswers,
  resolvePlace,
  searchPlaces,
  UNSURE,
  UnfinishedPathError,
  type Unsettled,
} from './engine-api.ts';
export type { FoundFlow } from './load/find-flow-by-name.ts';
export { FlowFileError } from './load/flow-file-error.ts';
export type { FlowStore } from './load/flow-store-type.ts';
export type { FlowSummary } from './load/flow-summary.ts';
export { UnknownFlowError } from './load/unknown-flow-error.ts';
export type { FlowCase } from './model/case.ts';
export type { Problem } from './model/problem.ts';
export { FORMATS, type Format } from './render/format-names.ts';
export {
  answersJsonSchema,
  RenderError,
  type Style,
  type TextFormat,
  type TextRenderOptions,
  UnknownFormatError,
} from './render-api.ts';

/** The package that this file is the entry of. */
const packageRoot = new URL('..', import.meta.url);

/** Which procedures to open. */
export interface LoadFlowsOptions {
  /** A folder of flow files of your own, which merge over the built-in ones. */
  readonly flows?: string | undefined;
}

/**
 * Opens the procedures: the built-in ones, with those of a folder over them if one is named.
 *
 * A flow that the store gives is frozen plain data: a server may send `JSON.stringify(flow)` to a browser,
 * where `yibao/engine` runs on it with the same results.
 *
 * @throws {FlowFileError} if files of the folder are broken; its `problems` have file, line and column
 *
 * @example
 * const flows = await loadFlows();
 * console.log(flows.list().map(({ id, title }) => `${id} ${title}`));
 * const found = flows.find('异地就医备案');
 * if ('id' in found) console.log((await flows.get(found.id)).forWhom);
 */
export async function loadFlows(options: LoadFlowsOptions = {}): Promise<FlowStore> {
  const { flows } = options;
  const { openFlowStore } = await import('./load/flow-store.ts');
  return openFlowStore({ packageRoot, ...(flows === undefined ? {} : { flows }) });
}

/** How a checklist is written. Each format takes what concerns it. */
export interface RenderOptions extends TextRenderOptions {
  /** Large letters, for `html` and `pdf`. */
  readonly large?: boolean | undefined;
  /** The bytes of a font file (.ttf, .otf, .ttc), for `pdf`; the built-in font if not given. */
  readonly font?: Uint8Array | undefined;
}

/**
 * Writes a checklist: `pdf` as bytes, with the built-in font unless another is given; all others as text.
 *
 * @throws {RenderError} `missing-characters` or `bad-font` for a `pdf`, `nothing-dated` for an `ics`
 * @throws {UnknownFormatError} if there is no such format
 *
 * @example
 * await writeFile('清单.pdf', await render(checklist, 'pdf', { large: true }));
 * console.log(await render(checklist, 'markdown', { why: true }));
 */
export async function render<F extends Format>(
  checklist: Checklist,
  format: F,
  options: RenderOptions = {},
): Promise<F extends 'pdf' ? Uint8Array : string> {
  if (!Object.hasOwn(RENDERERS, format)) throw new UnknownFormatError(format, FORMATS);
  const { font, ...others } = options;
  const readFont = async () => {
    if (font) return { bytes: font, own: true };
    const { readBuiltInFont } = await import('./load/built-in-font.ts');
    return { bytes: await readBuiltInFont(packageRoot), own: false };
  };
  const written = await RENDERERS[format].render(checklist, { ...others, font: readFont });
  // Of all formats, only a PDF is bytes.
  return written as F extends 'pdf' ? Uint8Array : string;
}
