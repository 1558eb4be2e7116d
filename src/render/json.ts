import type { Checklist, ChecklistItem, CitedSource, GivenAnswer, ListedSource } from '../model/checklist.ts';
import type { ResolvedDeadline } from '../model/deadline.ts';

/** Written as \u…: controls, line separators and bidi controls, so that the text is safe on a terminal. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** In this order, and only what there is. */
function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const there: Record<string, unknown> = {};
  for (const key in fields) if (fields[key] !== undefined) there[key] = fields[key];
  return there;
}

/** A source of a line. */
export function citedFields({ id, cite, grade, inForceFrom }: CitedSource): Record<string, unknown> {
  return present({ id, cite, grade, inForceFrom });
}

function deadlineFields(deadline: ResolvedDeadline | undefined): Record<string, unknown> | undefined {
  if (!deadline) return undefined;
  const { earliest, latest, rule, certain, past, basis, keeper, missingYears } = deadline;
  return { earliest, latest, rule, certain, past, basis, keeper, missingYears };
}

function outcomeFields({ outcome }: Checklist): Record<string, unknown> {
  return present({
    ...verdictFields(outcome),
    because: outcome.because,
    ...groundFields(outcome),
    sources: outcome.sources.map(citedFields),
    verify: outcome.verify,
  });
}

/** Where a path came out: what comes before the reasons. */
export function verdictFields({ id, verdict, title, text, handOver }: Checklist['outcome']) {
  return {
    id,
    verdict,
    title,
    text,
    handOver: handOver && present({ to: handOver.to, title: handOver.title, answers: handOver.answers }),
  };
}

/** Where a path came out: what stands between the reasons and the sources. */
export function groundFields({ level, place, accordingTo }: Checklist['outcome']) {
  return { level, place, accordingTo };
}

/** An answer as it was given. */
export function answerFields({
  question,
  ask,
  value,
  label,
  treatedAs,
  findOut,
}: GivenAnswer): Record<string, unknown> {
  return present({ question, ask, value, label, treatedAs, findOut });
}

/** For a not-needed line the further sentence is its reason, and is called so. */
function sentence({ kind, say }: ChecklistItem): Record<string, unknown> {
  return kind === 'not-needed' ? { becauseNot: say } : { say };
}

/** One line of a checklist as scripts read it. */
export function itemFields(item: ChecklistItem): Record<string, unknown> {
  return present({
    id: item.id,
    title: item.title,
    status: item.status,
    because: item.because,
    level: item.level,
    place: item.place,
    sources: item.sources.map(citedFields),
    ...sentence(item),
    hangsOn: item.hangsOn,
    verify: item.verify,
    accordingTo: item.accordingTo,
    inCase: item.inCase,
    optional: item.optional,
    do: item.do,
    who: item.who,
    takes: item.takes,
    see: item.see,
    deadline: deadlineFields(item.deadline),
    doneBy: deadlineFields(item.doneBy),
    form: item.form,
    copies: item.copies,
    oneOf: item.oneOf,
  });
}

/** A source at the foot. */
export function sourceFields(source: ListedSource): Record<string, unknown> {
  const { mark, id, cite, grade, title, issuer, seen, url, place, inForceFrom } = source;
  return present({ mark, id, cite, grade, title, issuer, seen, url, place, inForceFrom });
}

/** A word that needs explaining. */
export function termFields({ term, means }: Checklist['terms'][number]): Record<string, unknown> {
  return { term, means };
}

/** What a document begins with. */
export function headFields({ schema, flow, date }: Checklist): Record<string, unknown> {
  return { schema, flow: { id: flow.id, title: flow.title, reviewed: flow.reviewed }, date };
}

/** A condition that stayed open. */
export function unsettledFields({ test, findOut, otherwise }: Checklist['unsettled'][number]): object {
  return { test, findOut, otherwise };
}

/** How much is known of the person's place. */
export function localFields({ level, place, hotline }: Checklist['localStatus']): Record<string, unknown> {
  return present({ level, place, hotline });
}

/** The document of `-f json`: what scripts may rely on. Its texts are as they were given. */
export function checklistDocument(checklist: Checklist): Record<string, unknown> {
  return {
    ...headFields(checklist),
    outcome: outcomeFields(checklist),
    answers: checklist.answers.map(answerFields),
    steps: checklist.steps.map(itemFields),
    materials: checklist.materials.map(itemFields),
    notNeeded: checklist.notNeeded.map(itemFields),
    warnings: checklist.warnings.map(itemFields),
    notes: checklist.notes.map(itemFields),
    unsettled: checklist.unsettled.map(unsettledFields),
    terms: checklist.terms.map(termFields),
    localStatus: localFields(checklist.localStatus),
    sources: checklist.sources.map(sourceFields),
  };
}

/** JSON text in which no character can act on a terminal; it reads back as the same data. */
export function formatJson(value: unknown, indent = 2): string {
  const text = indent === 0 ? JSON.stringify(value) : JSON.stringify(value, null, indent);
  return text.replace(UNSAFE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A checklist as JSON, with a line end. */
export function renderJson(checklist: Checklist): string {
  return `${formatJson(checklistDocument(checklist))}\n`;
}
