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

/**
 * The document of `-f json` on one line, without a line end. `more` is what else there is to say of the
 * run; it stands at the end.
 *
 * The engine gives the same frozen line to all checklists that have it, so its text is written once and
 * kept as long as the line is. The bytes are those of writing the whole document.
 */
export function renderJsonLine(checklist: Checklist, more: Readonly<Record<string, unknown>> = {}): string {
  const fields: string[] = [];
  const document = { ...checklistDocument({ ...checklist, ...NOTHING }), ...more };
  for (const [key, value] of Object.entries(document)) {
    if (isShared(key) && !Object.hasOwn(more, key)) fields.push(`"${key}":${sharedParts(checklist, key)}`);
    else if (value !== undefined) fields.push(`${formatJson(key, 0)}:${formatJson(value, 0)}`);
  }
  return `{${fields.join()}}`;
}

function isShared(key: string): key is keyof typeof SHARED {
  return Object.hasOwn(SHARED, key);
}

function sharedParts(checklist: Checklist, key: keyof typeof SHARED): string {
  const write = SHARED[key] as (part: object) => unknown;
  const parts: readonly object[] = checklist[key];
  return `[${parts.map((part) => textOf(part, write)).join()}]`;
}

const written = new WeakMap<object, string>();

function textOf(part: object, write: (part: object) => unknown): string {
  const known = written.get(part);
  if (known !== undefined) return known;
  const text = formatJson(write(part), 0);
  // Only what nobody can change stays as it was written.
  if (isDeepFrozen(part)) written.set(part, text);
  return text;
}
