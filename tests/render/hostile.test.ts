import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/model/checklist.ts';
import { cleanText } from '../../src/render/clean-text.ts';
import { FORMATS, type Format } from '../../src/render/format-names.ts';
import { RENDERERS } from '../../src/render/formats.ts';
import { renderHtml } from '../../src/render/html.ts';
import type { Rendered } from '../../src/render/renderer.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { readCalendar } from '../support/read-calendar.ts';
import { tagsOf } from '../support/read-html.ts';
import { readPdf } from '../support/read-pdf.ts';
import { postedWorker } from '../support/sample-checklists.ts';
import { sampleFont } from '../support/sample-font.ts';
import { SEEN } from '../support/seen-text.ts';
import { withWords } from '../support/with-words.ts';

const render = async (checklist: Checklist, format: Format): Promise<Rendered> =>
  RENDERERS[format].render(checklist, {
    why: true,
    width: 100,
    font: async () => ({ bytes: sampleFont, own: false }),
  });

/** Controls other than line ends, and what is never seen. */
const NEVER = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** Data keeps what is never seen, but nothing that acts on a terminal. */
const NEVER_IN_DATA = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A tag without the values of its attributes. */
const shapeOf = (tag: string): string => tag.replace(/"[^"]*"/g, '');
const harmlessShapes = new Set(tagsOf(renderHtml(postedWorker, { why: true })).map(shapeOf));

const seenIn = (format: Format, rendered: Rendered): string =>
  format === 'json' ? JSON.parse(String(rendered)).outcome.title : SEEN[format](rendered);

const SAFE: Readonly<Record<Format, (rendered: Rendered) => void>> = {
  terminal: (text) => expect(text).not.toMatch(NEVER),
  text: (text) => expect(text).not.toMatch(NEVER),
  markdown: (text) => {
    expect(text).not.toMatch(NEVER);
    // No tag, and no link but to what it says.
    expect(String(text).replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/<(?!https?:\/\/)|\]\(|[`|]/);
  },
  html: (text) => {
    expect(text).not.toMatch(NEVER);
    expect(tagsOf(String(text)).filter((tag) => !harmlessShapes.has(shapeOf(tag)))).toEqual([]);
    expect(text).not.toMatch(/(?:href|src)="(?!#|https?:\/\/|tel:\d+")/i);
  },
  pdf: (bytes) => {
    const { objects } = readPdf(bytes as Uint8Array);
    expect(objects.replace(/\((?:\\.|[^\\)])*\)/g, '')).not.toMatch(
      /\/(?:JS|JavaScript|Launch|OpenAction|EmbeddedFiles)\b/,
    );
    const addresses = Array.from(objects.matchAll(/\/URI \(((?:\\.|[^\\)])*)\)/g), ([, address]) => address);
    for (const address of addresses) expect(address).toMatch(/^https?:\/\//);
  },
  json: (text) => expect(text).not.toMatch(NEVER_IN_DATA),
  ics: (text) => {
    expect(String(text).replaceAll('\r\n', '')).not.toMatch(NEVER);
    expect(readCalendar(String(text)).length).toBe(4);
  },
};

const packed = (text: string): string => text.replace(/\s/g, '');

describe.each(FORMATS)('%s', (format) => {
  test.each(HOSTILE_TEXTS)('%j is text or is removed', async (words) => {
    const rendered = await render(withWords(postedWorker, words), format);
    SAFE[format](rendered);
    const seen = seenIn(format, rendered);
    // JSON gives data back as it came; every other format shows it clean.
    if (format === 'json') expect(seen).toBe(words);
    // An address in Markdown stands in angle brackets.
    else if (format === 'markdown')
      expect(packed(seen)).toContain(packed(cleanText(words).replace(/[<>]/g, '')));
    else expect(packed(seen)).toContain(packed(cleanText(words)));
  });
});
