import type { PromptLook } from '../../src/interview/prompt-view.ts';
import { plainInterviewStyle } from '../../src/interview/theme.ts';
import { wrapText } from '../../src/render/layout.ts';

/** A window of a size, without colour. */
export function lookOf(columns: number, rows: number): PromptLook {
  return { style: plainInterviewStyle, screen: () => ({ columns, rows }), wrap: wrapText };
}
