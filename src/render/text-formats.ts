import type { TextFormat } from './format-names.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import type { Renderer } from './renderer.ts';
import { plainStyle } from './style.ts';
import { renderTerminal } from './terminal.ts';
import { renderText } from './text.ts';

const TERMINAL_WIDTH = 80;

/** The formats that are text: they need nothing of Node. The larger writers are loaded when they are asked for. */
export const TEXT_RENDERERS: Readonly<Record<TextFormat, Renderer<string>>> = {
  terminal: {
    render: (checklist, { width = TERMINAL_WIDTH, style = plainStyle, why }) =>
      renderTerminal(checklist, { width, style, why }),
  },
  text: { render: (checklist, options) => renderText(checklist, options) },
  markdown: {
    render: (checklist, options) => renderMarkdown(checklist, options),
  },
  html: {
    render: async (checklist, options) => (await import('./html.ts')).renderHtml(checklist, options),
  },
  json: { render: (checklist) => renderJson(checklist) },
  ics: {
    render: async (checklist) => (await import('./ics.ts')).renderIcs(checklist),
  },
};
