import { z } from 'zod/mini';
import type { Flow } from '../model/flow.ts';
import type { FactDeclaration } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { isCalendarDate } from './calendar-form.ts';
import { defined } from './defined.ts';

/** The parts of the files that are plain data: no conditions, no placeholders, nothing named. */
const text = z.string().check(z.trim(), z.minLength(1));
const date = z
  .string()
  .check(z.meta({ format: 'date' }), z.refine(isCalendarDate, { params: { want: 'date' } }));
const codeForm = /^\d{2}(\d{2}){0,2}$/;
const quotedCode = z.string().check(
  z.meta({ pattern: codeForm.source }),
  z.refine((code) => codeForm.test(code), { params: { want: 'place-code' } }),
);
const officialUrl = z.string().check(
  z.meta({ format: 'uri' }),
  z.refine((url) => /^https?:\/\/[^\s/]+\.[^\s]+$/.test(url), { params: { want: 'url' } }),
);

export const sourceSchema = z.strictObject({
  title: text,
  number: z.optional(text),
  issuer: text,
  issued: z.optional(date),
  from: z.optional(date),
  until: z.optional(date),
  grade: z.enum(['A', 'B', 'C']),
  seen: date,
  place: z.optional(quotedCode),
  url: z.optional(officialUrl),
  note: z.optional(text),
});

/** The model's source; the author's note stays in the file. */
export function toSource(id: string, plain: z.infer<typeof sourceSchema>, place: string | undefined): Source {
  const { note: _, ...fields } = plain;
  return defined({ ...fields, id, place });
}

export const headerSchema = z.strictObject({
  id: text,
  title: text,
  aliases: z.optional(z.array(text)),
  'for-whom': text,
  reviewed: date,
  'review-by': date,
  entry: z.optional(z.literal(true)),
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
