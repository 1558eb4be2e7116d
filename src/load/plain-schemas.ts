import { z } from 'zod';
import type { Flow } from '../model/flow.ts';
import type { FactDeclaration } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { isCalendarDate } from './calendar-form.ts';
import { defined } from './defined.ts';

/** The parts of the files that are plain data: no conditions, no placeholders, nothing named. */
const text = z.string().trim().min(1);
const date = z
  .string()
  .meta({ format: 'date' })
  .refine(isCalendarDate, { params: { want: 'date' } });
const quotedCode = z
  .string()
  .meta({ pattern: String.raw`^\d{2}(\d{2}){0,2}$` })
  .refine((code) => /^\d{2}(\d{2}){0,2}$/.test(code), { params: { want: 'place-code' } });
const officialUrl = z
  .string()
  .meta({ format: 'uri' })
  .refine((url) => /^https?:\/\/[^\s/]+\.[^\s]+$/.test(url), { params: { want: 'url' } });

export const sourceSchema = z.strictObject({
  title: text,
  number: text.optional(),
  issuer: text,
  issued: date.optional(),
  from: date.optional(),
  until: date.optional(),
  grade: z.enum(['A', 'B', 'C']),
  seen: date,
  place: quotedCode.optional(),
  url: officialUrl.optional(),
  note: text.optional(),
});

/** The model's source; the author's note stays in the file. */
export function toSource(id: string, plain: z.infer<typeof sourceSchema>, place: string | undefined): Source {
  const { note: _, ...fields } = plain;
  return defined({ ...fields, id, place });
}

export const headerSchema = z.strictObject({
  id: text,
  title: text,
  aliases: z.array(text).optional(),
  'for-whom': text,
  reviewed: date,
  'review-by': date,
  entry: z.literal(true).optional(),
});

/** The head of a flow as the model names it. */
export function toHeader(
  plain: z.infer<typeof headerSchema>,
): Pick<Flow, 'id' | 'title' | 'aliases' | 'forWhom' | 'reviewed' | 'reviewBy' | 'entry'> {
  const { id, title, aliases = [], reviewed, entry } = plain;
  const [forWhom, reviewBy] = [plain['for-whom'], plain['review-by']];
  return defined({ id, title, aliases, forWhom, reviewed, reviewBy, entry });
}

export const factSchema = z.strictObject({
  type: z.enum(['yes-no', 'number', 'text']),
  name: text,
  'find-out': text,
});

/** A fact's declaration without its default, which cites. */
export function toFact(id: string, plain: z.infer<typeof factSchema>): FactDeclaration {
  return { id, type: plain.type, name: plain.name, findOut: plain['find-out'] };
}
