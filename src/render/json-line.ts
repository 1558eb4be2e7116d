import type { Checklist, Reason } from '../model/checklist.ts';
import { isDeepFrozen } from '../model/deep-freeze.ts';
import {
  answerFields,
  citedFields,
  formatJson,
  groundFields,
  headFields,
  itemFields,
  localFields,
  sourceFields,
  termFields,
  unsettledFields,
  verdictFields,
} from './json.ts';

/** Takes the pieces of a line, in their order. */
export interface LineSink {
  text(text: string): void;
  /** Bytes in UTF-8 that many lines hold. */
  shared(bytes: Uint8Array): void;
}

/**
 * Writes the document of `-f json` on one line, piece by piece and without a line end. `more` is what else
 * there is to say of the run; it stands at the end, and none of its keys is one of the document.
 *
 * The engine gives the same frozen line to all checklists that have it, so its bytes are made once and
 * kept as long as the line is. They are those of writing `checklistDocument` at once.
 */
export function writeJsonLine(
  checklist: Checklist,
  more: Readonly<Record<string, unknown>>,
  sink: LineSink,
): void {
  sink.text(`{${fieldsText(headFields(checklist))},"outcome":{`);
  writeOutcome(checklist.outcome, sink);
  sink.text('},"answers":');
  writeAnswers(checklist.answers, sink);
  sink.text(',"steps":');
  writeItems(checklist.steps, sink);
  sink.text(',"materials":');
  writeItems(checklist.materials, sink);
  sink.text(',"notNeeded":');
  writeItems(checklist.notNeeded, sink);
  sink.text(',"warnings":');
  writeItems(checklist.warnings, sink);
  sink.text(',"notes":');
  writeItems(checklist.notes, sink);
  sink.text(',"unsettled":');
  writeUnsettled(checklist.unsettled, sink);
  sink.text(',"terms":');
  writeTerms(checklist.terms, sink);
  sink.text(',"localStatus":');
  writeLocal(checklist.localStatus, sink);
  sink.text(',"sources":');
  writeListed(checklist.sources, sink);
  sink.text(`${afterwards(more)}}`);
}

/** All but the braces around it. */
function writeOutcome(outcome: Checklist['outcome'], sink: LineSink): void {
  sink.text(`${fieldsText(verdictFields(outcome))},"because":`);
  writeReasons(outcome.because, sink);
  sink.text(`${afterwards(groundFields(outcome))},"sources":`);
  writeCited(outcome.sources, sink);
  if (outcome.verify !== undefined) sink.text(`,"verify":${outcome.verify}`);
}

/** Fields without the braces around them. */
function fieldsText(fields: Readonly<Record<string, unknown>>): string {
  return formatJson(fields, 0).slice(1, -1);
}

/** Fields that follow others, if there are any. */
function afterwards(fields: Readonly<Record<string, unknown>>): string {
  const text = fieldsText(fields);
  return text === '' ? '' : `,${text}`;
}

const encoder = new TextEncoder();

/** Writes something that stands in many lines; its bytes are made once. */
function sharedPart<P extends object>(fieldsOf: (part: P) => unknown): (part: P, sink: LineSink) => void {
  const written = new WeakMap<P, Uint8Array>();
  const keep = (part: P): Uint8Array | string => {
    const text = formatJson(fieldsOf(part), 0);
    // Only what nobody can change stays as it was written.
    if (!isDeepFrozen(part)) return text;
    const bytes = encoder.encode(text);
    written.set(part, bytes);
    return bytes;
  };
  return (part, sink) => {
    const piece = written.get(part) ?? keep(part);
    if (typeof piece === 'string') sink.text(piece);
    else sink.shared(piece);
  };
}

/** Writes a list of parts that stand in many lines. */
function listOf<P extends object>(fieldsOf: (part: P) => unknown) {
  const writePart = sharedPart(fieldsOf);
  return (parts: readonly P[], sink: LineSink): void => {
    let before = '[';
    for (const part of parts) {
      sink.text(before);
      writePart(part, sink);
      before = ',';
    }
    sink.text(before === '[' ? '[]' : ']');
  };
}

const writeReasons = listOf((reason: Reason) => reason);
const writeCited = listOf(citedFields);
const writeAnswers = listOf(answerFields);
const writeItems = listOf(itemFields);
const writeUnsettled = listOf(unsettledFields);
const writeTerms = listOf(termFields);
const writeLocal = sharedPart(localFields);
const writeListed = listOf(sourceFields);
