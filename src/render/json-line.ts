import type { Checklist } from '../model/checklist.ts';
import { checklistDocument, formatJson } from './json.ts';

/**
 * The document of `-f json` on one line, without a line end. `more` is what else there is to say of the
 * run; it stands at the end.
 */
export function renderJsonLine(checklist: Checklist, more: Readonly<Record<string, unknown>> = {}): string {
  return formatJson({ ...checklistDocument(checklist), ...more }, 0);
}
