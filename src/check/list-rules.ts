import type { Problem } from '../model/problem.ts';
import { commonRules } from './lint/common-rules.ts';
import { flowRules } from './lint/run-rules.ts';
import { caseRuleWords, lintRuleWords, proofRuleWords } from './wording-rules.ts';

/** A rule as it is listed. */
export interface ListedRule {
  readonly code: string;
  readonly severity: Problem['severity'];
  /** One sentence: what is wanted. */
  readonly wants: string;
}

/** Every rule of lint, proof, overlays and cases. */
export function checkRules(): ListedRule[] {
  const severities = new Map(
    [...flowRules, ...commonRules].map(({ code, severity }) => [code, severity] as const),
  );
  const listed = Object.entries(lintRuleWords).map(([code, wants]) => ({
    code,
    severity: severities.get(code) ?? ('warning' as const),
    wants,
  }));
  const proven = Object.entries(proofRuleWords).map(([code, wants]) => ({
    code,
    severity: code === 'path-without-exit' ? ('error' as const) : ('warning' as const),
    wants,
  }));
  const cases = Object.entries(caseRuleWords).map(([code, wants]) => ({
    code: `case-${code}`,
    severity: 'error' as const,
    wants,
  }));
  return [...listed, ...proven, ...cases];
}
