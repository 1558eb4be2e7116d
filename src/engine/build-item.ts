import type { ChecklistItem } from '../model/checklist.ts';
import type { Item, Material, Step } from '../model/flow.ts';
import { NATION } from '../model/place.ts';
import { levelOf } from './atlas.ts';
import { compileName } from './derive-value.ts';
import { cite, explainSources } from './explain-sources.ts';
import { fillText, type Speech } from './fill-text.ts';
import { hangsOn } from './hangs-on.ts';
import type { Placed } from './patch-items.ts';
import { becauseOf } from './reasons.ts';
import { resolveDeadline, resolveDuration } from './resolve-deadline.ts';
import { withoutAbsent } from './without-absent.ts';

type Fields<T> = { [K in keyof T]?: T[K] | undefined };
type Status = ChecklistItem['status'];

/** An item that is for this person, as a line of their checklist. */
export function buildItem(speech: Speech, placed: Placed<Item>, status: Status): ChecklistItem {
  const { what: item } = placed;
  return withoutAbsent<ChecklistItem>({
    kind: item.kind,
    id: item.id,
    title: fillText(speech, item.title),
    say: item.say === undefined ? undefined : fillText(speech, item.say),
    status,
    ...groundsOf(speech, placed),
    hangsOn: status === 'possible' ? hangsOn(speech, item.when, speech.knowledge) : undefined,
    inCase: item.inCase,
    optional: item.optional,
    ...fieldsOfKind(speech, item),
  } as Required<ChecklistItem>);
}

/** Whether an item is for this person. A not-needed line or a note that is not certain would mislead. */
export function statusOf({ compiled, knowledge }: Speech, { kind, when }: Item): Status | 'absent' {
  const truth = compiled.test(when)(knowledge);
  if (truth === 'yes') return 'required';
  return truth === 'unknown' && kind !== 'not-needed' && kind !== 'note' ? 'possible' : 'absent';
}

function groundsOf(speech: Speech, { what: item, code }: Placed<Item>) {
  const { compiled, knowledge } = speech;
  const { because, citations } = becauseOf(speech, item.when, knowledge);
  const { sources, accordingTo, isUnverified } = explainSources(compiled, item.sources, code, knowledge);
  const cited = new Set(sources.map((source) => source.cite));
  const ofFacts = citations.map((citation) => cite(compiled, citation, false, knowledge.date));
  return {
    because,
    ...originOf(speech, code),
    accordingTo,
    sources: [...sources, ...ofFacts.filter((source) => !cited.has(source.cite))],
    verify: item.verify || isUnverified || undefined,
  };
}

/** The level and the place that something comes from. */
export function originOf(
  { compiled: { atlas } }: Speech,
  code: string,
): Pick<ChecklistItem, 'level'> & Fields<Pick<ChecklistItem, 'place'>> {
  const place = code === NATION ? undefined : (atlas.get(code)?.name ?? code);
  return { level: levelOf(atlas, code), place };
}

function fieldsOfKind(speech: Speech, item: Item): Fields<ChecklistItem> {
  if (item.kind === 'step') return stepFields(speech, item);
  return item.kind === 'material' ? materialFields(speech, item) : {};
}

function materialFields(speech: Speech, { form, copies, oneOf }: Material): Fields<ChecklistItem> {
  return { form, copies, oneOf: oneOf?.map((text) => fillText(speech, text)) };
}

function stepFields(speech: Speech, step: Step): Fields<ChecklistItem> {
  const { flow } = speech.compiled;
  const { date } = speech.knowledge;
  const options = { date, holidays: flow.common.holidays };
  const { takes, see } = step;
  return {
    do: step.do.length > 0 ? subSteps(speech, step) : undefined,
    who: step.who,
    takes,
    see: see === undefined ? undefined : seeFlow(speech, see),
    deadline: deadlineOf(speech, step),
    doneBy: takes === undefined ? undefined : resolveDuration(takes, date, options),
  };
}

function seeFlow({ compiled: { flow } }: Speech, id: string): NonNullable<ChecklistItem['see']> {
  return withoutAbsent<NonNullable<ChecklistItem['see']>>({ flow: id, title: flow.common.flowTitles[id] });
}

function subSteps(speech: Speech, step: Step): NonNullable<ChecklistItem['do']> {
  const { compiled, knowledge } = speech;
  return step.do.flatMap(({ text, when }) => {
    const truth = when ? compiled.test(when)(knowledge) : 'yes';
    if (truth !== 'yes' && truth !== 'unknown') return [];
    return [{ text: fillText(speech, text), status: truth === 'yes' ? 'required' : 'possible' } as const];
  });
}

function deadlineOf({ compiled, knowledge }: Speech, { by }: Step): ChecklistItem['deadline'] | undefined {
  if (!by) return undefined;
  const starts = compileName(compiled, by.countedFrom)(knowledge);
  const start = typeof starts !== 'string' && starts.length === 1 ? starts[0] : undefined;
  if (typeof start !== 'string') return undefined;
  return resolveDeadline(by, start, { date: knowledge.date, holidays: compiled.flow.common.holidays });
}
