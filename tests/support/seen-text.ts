import type { Format } from '../../src/render/format-names.ts';
import type { Rendered } from '../../src/render/renderer.ts';
import { readCalendar } from './read-calendar.ts';
import { wordsOf } from './read-html.ts';
import { readPdf } from './read-pdf.ts';

/** What a person sees of each format, without what the format adds. */
export const SEEN: Readonly<Record<Exclude<Format, 'json'>, (rendered: Rendered) => string>> = {
  terminal: String,
  text: String,
  markdown: (text) =>
    String(text)
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/[<>]/g, ''),
  html: (text) => wordsOf(String(text)),
  pdf: (bytes) =>
    readPdf(bytes as Uint8Array)
      .pages.flat()
      .filter((line) => !/^第 \d+ 页，共 \d+ 页$/.test(line))
      .join(''),
  ics: (text) =>
    readCalendar(String(text))
      .map(({ summary, description }) => summary + description)
      .join(''),
};
