import type { Verdict } from '../model/flow.ts';
import type { Entry, Outline, Section } from './outline.ts';
import { type SectionId, sectionHeading } from './wording.ts';

/** A section with its number before its title: 一、要准备的材料. */
export interface HeadedSection extends Section {
  readonly heading: string;
}

/** An outline laid out as a form: what to do, the record to fill in at the window, what it rests on. */
export interface PaperForm {
  readonly body: readonly HeadedSection[];
  /** Whether there is anything to hand in or to do, and so a record to fill in. */
  readonly record: boolean;
  readonly appendix: readonly HeadedSection[];
}

const APPENDIX: readonly SectionId[] = ['terms', 'answers', 'sources'];
const TO_DO: readonly SectionId[] = ['materials', 'steps'];

/** How an outline lies on paper. */
export function layOutForm({ sections }: Outline): PaperForm {
  const headed = sections.map((section, index) => ({
    ...section,
    heading: sectionHeading(index + 1, section.title),
  }));
  return {
    body: headed.filter(({ id }) => !APPENDIX.includes(id)),
    record: headed.some(({ id }) => TO_DO.includes(id)),
    appendix: headed.filter(({ id }) => APPENDIX.includes(id)),
  };
}

/** Whether an entry has a box to tick: everything that is to be brought, done or found out. */
export function hasBox(section: Section, { marker }: Entry): boolean {
  return marker === 'box' || marker === 'number' || section.id === 'unsettled';
}

/** Whether a verdict tells the person to stop or to ask first. */
export function isCautious(verdict: Verdict): boolean {
  return verdict === 'not-eligible' || verdict === 'ask-first';
}
