import { render } from '@inquirer/testing';
import { onTestFinished } from 'vitest';
import type { PromptLook } from '../../src/interview/prompt-view.ts';
import { plainInterviewStyle } from '../../src/interview/theme.ts';
import { wrapText } from '../../src/render/layout.ts';

/** A window of a size, without colour. */
export function lookOf(columns: number, rows: number): PromptLook {
  return { style: plainInterviewStyle, screen: () => ({ columns, rows }), wrap: wrapText };
}

/** Draws a prompt; one that a test leaves open is closed at the end of the test. */
export const renderPrompt: typeof render = async (prompt, config) => {
  const leaving = new AbortController();
  const rendered = await render(prompt, config, { signal: leaving.signal });
  onTestFinished(() => leaving.abort());
  rendered.answer.catch(() => {});
  return rendered;
};
