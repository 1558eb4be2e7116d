import type { Checklist } from '../model/checklist.ts';
import { plainStyle } from './style.ts';
import { renderTerminal } from './terminal.ts';

const USUAL_WIDTH = 80;

/** A checklist as plain text of a fixed width, 80 columns unless told. */
export function renderText(
  checklist: Checklist,
  {
    width = USUAL_WIDTH,
    why,
  }: { readonly width?: number | undefined; readonly why?: boolean | undefined } = {},
): string {
  return renderTerminal(checklist, { width, why, style: plainStyle });
}
