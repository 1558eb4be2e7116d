import type { GivenAnswer } from '../model/checklist.ts';
import { wordsOf } from './question-words.ts';
import type { Path } from './replay.ts';

/** The answers on a path, in the order asked. */
export function givenAnswers({ compiled, asked, knowledge }: Path): GivenAnswer[] {
  return asked.flatMap((number) => wordsOf(compiled, number)?.given(knowledge) ?? []);
}
