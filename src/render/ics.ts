import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import ical, { ICalAlarmRelatesTo, ICalAlarmType, ICalEventTransparency } from 'ical-generator';
import type { Checklist, ChecklistItem } from '../model/checklist.ts';
import type { ResolvedDeadline } from '../model/deadline.ts';
import { dueSuffix, fromChecklist, RESULT_SUFFIX, resultSentence } from './calendar-wording.ts';
import { cleanDeep } from './clean-text.ts';
import { NOTHING_DATED } from './form-wording.ts';
import type { Detail } from './outline.ts';
import { describeItem, type ItemContext } from './outline-items.ts';
import { RenderError } from './render-error.ts';
import type { Span } from './style.ts';
import { documentTitle, formatGrounds, hotlineSentence, SIGNS, TAGS } from './wording.ts';

/** A day to be kept in mind: the end of a time limit, or when the office should be done. */
interface Reminder {
  readonly item: ChecklistItem;
  readonly kind: 'due' | 'result';
  readonly deadline: ResolvedDeadline;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
/** At nine in the morning, a week and a day before; at nine on the day itself. */
const BEFORE_DUE = [9 * HOUR - 7 * DAY, 9 * HOUR - DAY];
const ON_THE_DAY = 9 * HOUR;

function remindersOf(steps: readonly ChecklistItem[]): Reminder[] {
  return steps.flatMap((item): Reminder[] => [
    ...(item.deadline ? [{ item, kind: 'due', deadline: item.deadline } as const] : []),
    ...(item.doneBy ? [{ item, kind: 'result', deadline: item.doneBy } as const] : []),
  ]);
}

/** A limit that is not sure is kept by its earliest day; a result is waited for to its latest. */
function dayOf({ kind, deadline }: Reminder): string {
  const date = kind === 'due' ? deadline.earliest : deadline.latest;
  return date.length === 7 ? `${date}-01` : date;
}

function summaryOf({ item, kind, deadline }: Reminder): string {
  const possible = item.status === 'possible' ? TAGS.possible : '';
  const verify = item.verify ? TAGS.verify : '';
  return `${possible}${item.title}${verify}${kind === 'due' ? dueSuffix(deadline) : RESULT_SUFFIX}`;
}

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');

function detailText(detail: Detail): string {
  if (detail.kind === 'link') return detail.url;
  if (detail.kind === 'facts') return detail.facts.map(textOf).join('；');
  return `${detail.kind === 'bullet' ? `${SIGNS.dash} ` : ''}${textOf(detail.spans)}`;
}

function descriptionOf({ item, kind, deadline }: Reminder, checklist: Checklist): string {
  const { flow, date, answers, sources, localStatus } = checklist;
  const asks = new Map(answers.map(({ question, ask }) => [question, ask]));
  // Read on another day, so without 今天 and with the year of every date.
  const context: ItemContext = { why: false, today: '', asks, sources };
  const { doneBy: _doneBy, ...lasting } = item;
  const lines = describeItem(lasting, context).details.map(detailText);
  return [
    ...lines,
    kind === 'result' ? resultSentence(deadline, date) : '',
    formatGrounds(item.sources),
    fromChecklist(documentTitle(flow.title), date),
    hotlineSentence(localStatus.hotline),
  ]
    .filter(Boolean)
    .join('\n');
}

/** One event for ever: the same procedure, step and answers. Other people's answers make other events. */
function identify({ flow, answers }: Checklist, { item, kind }: Reminder): string {
  const given = answers.map(({ question, value }) => [question, value]);
  const identity = JSON.stringify([flow.id, item.id, kind, given]);
  return `${bytesToHex(sha256(utf8ToBytes(identity))).slice(0, 32)}@yibao`;
}

/** Grows by the day, so that a later import replaces an earlier one. Months count 31 days: only the order matters. */
function sequenceOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Math.max(0, (year - 2024) * 372 + (month - 1) * 31 + (day - 1));
}

function sourceAddress({ sources }: Checklist, { item }: Reminder): string | undefined {
  const cited = new Set(item.sources.map(({ id }) => id));
  return sources.find(({ id, url }) => cited.has(id) && url && /^https?:\/\/[^\s/]\S*$/i.test(url))?.url;
}

/** Seconds after the beginning of the day. A day that has passed needs no alarm. */
function alarmsOf({ kind, deadline }: Reminder): readonly number[] {
  if (deadline.past) return [];
  return kind === 'due' ? BEFORE_DUE : [ON_THE_DAY];
}

/**
 * The days of a checklist as a calendar: one event of a whole day for each time limit and for each
 * result to be waited for. Throws `RenderError` if there is none: a calendar must not be empty.
 */
export function renderIcs(given: Checklist): string {
  const checklist = cleanDeep(given);
  const reminders = remindersOf(checklist.steps);
  if (reminders.length === 0) throw new RenderError('nothing-dated', NOTHING_DATED);
  const calendar = ical({
    prodId: { company: 'yibao', product: 'yibao', language: 'ZH' },
    name: documentTitle(checklist.flow.title),
  });
  for (const reminder of reminders) {
    const event = calendar.createEvent({
      id: identify(checklist, reminder),
      sequence: sequenceOf(checklist.date),
      stamp: `${checklist.date}T00:00:00Z`,
      start: dayOf(reminder),
      allDay: true,
      summary: summaryOf(reminder),
      description: descriptionOf(reminder, checklist),
      url: sourceAddress(checklist, reminder) ?? null,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    for (const trigger of alarmsOf(reminder)) {
      const alarm = { type: ICalAlarmType.display, triggerAfter: trigger };
      // The library takes no notice of `relatesTo` among the options.
      event.createAlarm(alarm).relatesTo(ICalAlarmRelatesTo.start);
    }
  }
  return `${calendar.toString()}\r\n`;
}
