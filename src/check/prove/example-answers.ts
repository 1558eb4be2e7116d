import type { Answers } from '../../model/answers.ts';
import type { Finding } from './proof.ts';

/** The answers that show a finding, real places by code: what one writes into a file and runs. */
export function exampleAnswers(finding: Finding): Answers | undefined {
  return 'example' in finding ? finding.example.answers : undefined;
}
