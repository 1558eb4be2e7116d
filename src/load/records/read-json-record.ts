import { MOST_ANSWERS } from '../limits.ts';
import { nearestName } from '../nearest-name.ts';
import { type ParsedRecord, type ReadRecord, type RecordFault, refuseText } from './parsed-record.ts';
import { findRepeatedKey } from './repeated-key.ts';

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
  return readFields(text, content, ignored);
}

function readFields(
  text: string,
  content: Record<string, unknown>,
  ignored: ReadonlySet<string>,
): ReadRecord {
  const { id = null, date, flow, reviewed, answers } = content;
  if (!isMap(answers)) return { fault: { code: 'no-answers' } };
  const entries = Object.entries(answers);
  if (entries.length > MOST_ANSWERS) return { fault: { code: 'too-many-answers' } };
  const repeated = findRepeatedKey(text, Object.keys(content).length + entries.length);
  if (repeated !== undefined) return { fault: { code: 'repeated-key', key: repeated } };
  if (!isId(id)) return { fault: faultOfId(id) };
  if (date !== undefined && date !== null && typeof date !== 'string') {
    return { fault: { code: 'wrong-date' } };
  }
  const record: ParsedRecord = {
    id,
    answers: entries.filter(([key, raw]) => raw !== null && raw !== '' && !ignored.has(key)),
    ...(date ? { date } : {}),
    ...(typeof flow === 'string' ? { flow } : {}),
    ...(typeof reviewed === 'string' ? { reviewed } : {}),
  };
  return { record };
}

function isId(id: unknown): id is string | number | null {
  return id === null || typeof id === 'string' || (typeof id === 'number' && isExact(id));
}

/** A longer number, such as that of an identity card, is rounded as it is read: it would name somebody else. */
function isExact(id: number): boolean {
  return Math.abs(id) <= Number.MAX_SAFE_INTEGER;
}

function faultOfId(id: unknown): RecordFault {
  return { code: typeof id === 'number' ? 'unsafe-id' : 'wrong-id' };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
