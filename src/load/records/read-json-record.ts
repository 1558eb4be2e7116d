import { nearestName } from '../nearest-name.ts';
import { type ParsedRecord, type ReadRecord, refuseText } from './parsed-record.ts';

/** The keys of a line; the last two are those of a saved answers file. */
const KEYS = ['id', 'answers', 'date', 'flow', 'reviewed'];

/** Reads one line of NDJSON: `{ "id"?, "answers": {…}, "date"? }`. Keys in `ignored` are passed over. */
export function readJsonRecord(text: string, ignored: ReadonlySet<string>): ReadRecord {
  const fault = refuseText(text);
  if (fault) return { fault };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { fault: { code: 'not-json' } };
  }
  if (!isMap(content)) {
    return { fault: { code: 'not-an-object', found: Array.isArray(content) ? 'list' : 'other' } };
  }
  for (const key in content) {
    if (KEYS.includes(key) || ignored.has(key)) continue;
    const nearest = nearestName(key, KEYS);
    return { fault: { code: 'unknown-key', key, ...(nearest ? { nearest } : {}) } };
  }
  return readFields(content, ignored);
}

function readFields(content: Record<string, unknown>, ignored: ReadonlySet<string>): ReadRecord {
  const { id = null, date, flow, reviewed, answers } = content;
  if (!isMap(answers)) return { fault: { code: 'no-answers' } };
  if (id !== null && typeof id !== 'string' && typeof id !== 'number') return { fault: { code: 'wrong-id' } };
  if (date !== undefined && date !== null && typeof date !== 'string') {
    return { fault: { code: 'wrong-date' } };
  }
  const record: ParsedRecord = {
    id,
    answers: Object.entries(answers).filter(([key, raw]) => raw !== null && raw !== '' && !ignored.has(key)),
    ...(date ? { date } : {}),
    ...(typeof flow === 'string' ? { flow } : {}),
    ...(typeof reviewed === 'string' ? { reviewed } : {}),
  };
  return { record };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
