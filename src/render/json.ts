import type { Checklist, ChecklistItem, CitedSource, GivenAnswer, ListedSource } from '../model/checklist.ts';
import type { ResolvedDeadline } from '../model/deadline.ts';

/** Written as \u…: controls, line separators and bidi controls, so that the text is safe on a terminal. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** In this order, and only what there is. */
function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function citedFields({ id, cite, grade, inForceFrom }: CitedSource): Record<string, unknown> {
  return present({ id, cite, grade, inForceFrom });
}

function deadlineFields(deadline: ResolvedDeadline | undefined): Record<string, unknown> | undefined {
  if (!deadline) return undefined;
  const { earliest, latest, rule, certain, past, basis, keeper, missingYears } = deadline;
  return { earliest, latest, rule, certain, past, basis, keeper, missingYears };
}

function outcomeFields({ outcome }: Checklist): Record<string, unknown> {
  const { id, verdict, title, text, handOver, because, level, place, accordingTo, sources, verify } = outcome;
  return present({
    id,
    verdict,
    title,
    text,
    handOver: handOver && present({ to: handOver.to, title: handOver.title, answers: handOver.answers }),
    because,
    level,
    place,
    accordingTo,
    sources: sources.map(citedFields),
    verify,
  });
}

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

export function sourceFields(source: ListedSource): Record<string, unknown> {
  const { mark, id, cite, grade, title, issuer, seen, url, place, inForceFrom } = source;
  return present({ mark, id, cite, grade, title, issuer, seen, url, place, inForceFrom });
}

/** The document of `-f json`: what scripts may rely on. Its texts are as they were given. */
export function checklistDocument(checklist: Checklist): Record<string, unknown> {
  const { flow, localStatus } = checklist;
  return {
    schema: checklist.schema,
    flow: { id: flow.id, title: flow.title, reviewed: flow.reviewed },
    date: checklist.date,
    outcome: outcomeFields(checklist),
    answers: checklist.answers.map(answerFields),
    steps: checklist.steps.map(itemFields),
    materials: checklist.materials.map(itemFields),
    notNeeded: checklist.notNeeded.map(itemFields),
    warnings: checklist.warnings.map(itemFields),
    notes: checklist.notes.map(itemFields),
    unsettled: checklist.unsettled.map(({ test, findOut, otherwise }) => ({ test, findOut, otherwise })),
    terms: checklist.terms.map(({ term, means }) => ({ term, means })),
    localStatus: present({
      level: localStatus.level,
      place: localStatus.place,
      hotline: localStatus.hotline,
    }),
    sources: checklist.sources.map(sourceFields),
  };
}

/** JSON text in which no character can act on a terminal; it reads back as the same data. */
export function formatJson(value: unknown, indent = 2): string {
  const text = JSON.stringify(value, null, indent);
  return text.replace(UNSAFE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A checklist as JSON, with a line end. */
export function renderJson(checklist: Checklist): string {
  return `${formatJson(checklistDocument(checklist))}\n`;
}
