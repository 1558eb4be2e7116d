import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import type { Checklist } from '../../src/model/checklist.ts';
import { checklistJsonSchema } from '../../src/render/checklist-schema.ts';
import { cleanText } from '../../src/render/clean-text.ts';
import { FORMATS, type Format } from '../../src/render/format-names.ts';
import { RENDERERS } from '../../src/render/formats.ts';
import { RenderError } from '../../src/render/render-error.ts';
import type { Rendered } from '../../src/render/renderer.ts';
import { findBadTag } from '../support/check-html.ts';
import { sampleFont } from '../support/sample-font.ts';
import { SEEN } from '../support/seen-text.ts';
import { withWords } from '../support/with-words.ts';
import { type AnyFlow, anyDay, anyFlow, anyPicks, flowFrom } from './engine.ts';
import type { Target } from './target.ts';
import { walk } from './walk.ts';
import { wildText } from './wild-values.ts';

/** A checklist of the package by the numbers that choose its answers, and how it is written. */
export interface RenderInput {
  readonly flow: AnyFlow;
  readonly date: string;
  readonly picks: readonly number[];
  readonly width: number;
  readonly why: boolean;
  readonly large: boolean;
  /** Stands in place of every text of the checklist. */
  readonly words?: string | undefined;
  /** The slow one is not always written. */
  readonly pdf: boolean;
}

type Look = Pick<RenderInput, 'width' | 'why' | 'large'>;

const inputs: fc.Arbitrary<RenderInput> = fc.record({
  flow: anyFlow,
  date: anyDay,
  picks: anyPicks,
  width: fc.integer({ min: 1, max: 200 }),
  why: fc.boolean(),
  large: fc.boolean(),
  // It stands in hundreds of places.
  words: fc.option(
    wildText.map((text) => [...text].slice(0, 100).join('')),
    { nil: undefined, freq: 2 },
  ),
  pdf: fc.nat({ max: 3 }).map((number) => number === 0),
});

const isChecklist = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(checklistJsonSchema());
const font = async () => ({ bytes: sampleFont, own: false });
const packed = (text: string): string => text.replace(/\s/g, '');

/** Every format of every checklist is written, twice the same, sound, and with every line in it. */
export const renderers: Target<RenderInput> = {
  name: 'renderers',
  inputs,
  async check({ flow: id, date, picks, words, pdf, ...look }) {
    const flow = flowFrom(id);
    const real = buildChecklist(flow, walk(flow, date, picks), { date });
    const checklist = words === undefined ? real : withWords(real, words);
    for (const format of FORMATS.filter((one) => one !== 'pdf' || pdf)) {
      const isWritten = await checkFormat(checklist, format, look);
      if (!isWritten && format === 'pdf' && words === undefined && typeof id === 'string')
        throw new Error('the font lacks a character');
    }
  },
};

async function checkFormat(checklist: Checklist, format: Format, look: Look): Promise<boolean> {
  const rendered = await render(checklist, format, look);
  if (rendered === undefined) return false;
  const again = await render(checklist, format, look);
  if (!bytesOf(rendered).equals(bytesOf(again ?? ''))) throw new Error(`${format}: not the same twice`);
  SOUND[format](rendered);
  if (format !== 'json' && format !== 'ics') checkNothingLost(checklist, format, rendered);
  return true;
}

const bytesOf = (rendered: Rendered): Buffer =>
  typeof rendered === 'string' ? Buffer.from(rendered) : Buffer.from(rendered);

/** Undefined where the format cannot hold this checklist, which it says itself. */
async function render(checklist: Checklist, format: Format, look: Look): Promise<Rendered | undefined> {
  try {
    return await RENDERERS[format].render(checklist, { ...look, font });
  } catch (error) {
    if (error instanceof RenderError) return undefined;
    throw error;
  }
}

const endsInLine = (text: Rendered) => {
  if (!String(text).endsWith('\n')) throw new Error('no line end at the end');
};

const SOUND: Readonly<Record<Format, (rendered: Rendered) => void>> = {
  terminal: endsInLine,
  text: endsInLine,
  markdown: endsInLine,
  html(page) {
    const bad = findBadTag(String(page));
    if (bad !== undefined) throw new Error(`html: a tag that is not in order: ${bad}`);
    if (!/^<!DOCTYPE html>\n[\s\S]*<\/html>\n$/.test(String(page))) throw new Error('html: not a whole page');
  },
  pdf(bytes) {
    const text = Buffer.from(bytes as Uint8Array).toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(text)?.[1]);
    if (!text.startsWith('%PDF-1.7') || !text.startsWith('xref', start)) throw new Error('pdf: not whole');
  },
  json(text) {
    if (!isChecklist(JSON.parse(String(text))))
      throw new Error(`json: ${JSON.stringify(isChecklist.errors)}`);
  },
  ics(text) {
    const lines = String(text).split('\r\n');
    if (lines.at(-1) !== '' || lines.some((line) => line.includes('\n'))) throw new Error('ics: line ends');
    if (lines.some((line) => Buffer.byteLength(line) > 75)) throw new Error('ics: a line too long');
    new ICAL.Component(ICAL.parse(String(text)));
  },
};

/** No text of a line is lost on the way to paper or screen. */
function checkNothingLost(checklist: Checklist, format: Exclude<Format, 'json'>, rendered: Rendered): void {
  const seen = packed(SEEN[format](rendered));
  for (const text of textsOf(checklist)) {
    const clean = cleanText(text);
    const wanted = packed(format === 'markdown' ? clean.replace(/[<>]/g, '') : clean);
    if (!seen.includes(wanted)) throw new Error(`${format}: lost “${text}”`);
  }
}

function textsOf({ outcome, steps, materials, notNeeded, warnings, notes }: Checklist): string[] {
  const items = [...steps, ...materials, ...notNeeded, ...warnings, ...notes];
  return [
    outcome.title,
    outcome.text ?? '',
    ...items.flatMap(({ title, say = '', do: parts = [], oneOf = [] }) => [
      title,
      say,
      ...parts.map(({ text }) => text),
      ...oneOf,
    ]),
  ];
}
