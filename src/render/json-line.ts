import type { Checklist } from '../model/checklist.ts';
import { isDeepFrozen } from '../model/deep-freeze.ts';
import { answerFields, checklistDocument, formatJson, itemFields, sourceFields } from './json.ts';

/** The parts of a checklist that many checklists share, and what is written of one of each. */
const SHARED = {
  answers: answerFields,
  steps: itemFields,
  materials: itemFields,
  notNeeded: itemFields,
  warnings: itemFields,
  notes: itemFields,
  sources: sourceFields,
} as const;

const NOTHING = {
  answers: [],
  steps: [],
  materials: [],
  notNeeded: [],
  warnings: [],
  notes: [],
  sources: [],
} as const satisfies Record<keyof typeof SHARED, readonly []>;

/** A piece of text that many lines hold, and its bytes in UTF-8. */
export interface SharedText {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Takes the pieces of a line, in their order. */
export interface LineSink {
  text(text: string): void;
  shared(part: SharedText): void;
}

/**
 * Writes the document of `-f json` on one line, piece by piece and without a line end. `more` is what else
 * there is to say of the run; it stands at the end.
 *
 * The engine gives the same frozen line to all checklists that have it, so its text is made once and
 * kept as long as the line is. The bytes are those of writing the whole document.
 */
export function writeJsonLine(
  checklist: Checklist,
  more: Readonly<Record<string, unknown>>,
  sink: LineSink,
): void {
  const document = { ...checklistDocument({ ...checklist, ...NOTHING }), ...more };
  let before = '{';
  for (const [key, value] of Object.entries(document)) {
    if (isShared(key) && !Object.hasOwn(more, key)) {
      sink.text(`${before}"${key}":[`);
      writeShared(checklist, key, sink);
      before = '],';
    } else if (value !== undefined) {
      sink.text(`${before}${formatJson(key, 0)}:${formatJson(value, 0)}`);
      before = ',';
    }
  }
  sink.text(before.startsWith(']') ? ']}' : '}');
}

function isShared(key: string): key is keyof typeof SHARED {
  return Object.hasOwn(SHARED, key);
}

function writeShared(checklist: Checklist, key: keyof typeof SHARED, sink: LineSink): void {
  const write = SHARED[key] as (part: object) => unknown;
  const parts: readonly object[] = checklist[key];
  let isFirst = true;
  for (const part of parts) {
    if (!isFirst) sink.text(',');
    isFirst = false;
    const known = written.get(part) ?? keepText(part, write);
    if (typeof known === 'string') sink.text(known);
    else sink.shared(known);
  }
}

const written = new WeakMap<object, SharedText>();
const encoder = new TextEncoder();

function keepText(part: object, write: (part: object) => unknown): SharedText | string {
  const text = formatJson(write(part), 0);
  // Only what nobody can change stays as it was written.
  if (!isDeepFrozen(part)) return text;
  const shared = { text, bytes: encoder.encode(text) };
  written.set(part, shared);
  return shared;
}
