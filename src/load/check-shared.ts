import { SECTIONS } from './item-fields.ts';
import { parseItem } from './parse-item.ts';
import { parseQuestion } from './parse-question.ts';
import type { ProblemList } from './problem-list.ts';
import type { SharedParts } from './resolve-shared.ts';
import type { Book, FlowNames, Scope } from './scope.ts';
import { sketchQuestion } from './sketch-flow.ts';

/** Checks the shared parts where they stand, used or not. They may only name shared questions. */
export function checkShared(shared: SharedParts, book: Book, problems: ProblemList): void {
  const names: FlowNames = {
    id: 'shared',
    title: '',
    questions: new Map([...shared.questions.values()].map((entry) => [entry.key, sketchQuestion(entry)])),
    derived: new Map(),
    outcomes: new Map(),
    items: new Map(),
  };
  const scope: Scope = { names, book, sources: book.sources, problems, shared: true, outcomeKnown: true };
  for (const entry of shared.questions.values()) parseQuestion(entry, { ...scope, outcomeKnown: false });
  for (const section of ['materials', 'steps', 'warnings'] as const) {
    for (const entry of shared[SECTIONS[section].shared].values())
      parseItem(section, entry, scope, new Map());
  }
}
