import ICAL from 'ical.js';

/** An event as another library reads it. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly stamp: string;
  readonly start: string;
  readonly allDay: boolean;
  readonly summary: string;
  readonly description: string;
  readonly url: string | null;
  /** Of each alarm, when it goes off, from the beginning of the day. */
  readonly alarms: readonly string[];
}

function readEvent(component: ICAL.Component): ReadEvent {
  const text = (name: string): string => String(component.getFirstPropertyValue(name) ?? '');
  const start = component.getFirstPropertyValue('dtstart') as ICAL.Time;
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    stamp: text('dtstamp'),
    start: start.toString(),
    allDay: start.isDate,
    summary: text('summary'),
    description: text('description'),
    url: component.hasProperty('url') ? text('url') : null,
    alarms: component
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
  };
}

/** Reads a calendar back. Throws on anything in it but events and their alarms. */
export function readCalendar(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents().map((component) => {
    if (component.name !== 'vevent') throw new Error(`a calendar with a ${component.name}`);
    return readEvent(component);
  });
}
