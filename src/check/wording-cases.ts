import type { CaseDemand, CaseScope } from '../model/case.ts';
import type { CaseFailure } from './run-case.ts';

const SCOPES: Readonly<Record<CaseScope, string>> = {
  steps: '步骤',
  materials: '材料',
  'not-needed': '“不用带、不用办”',
  warnings: '提醒',
  notes: '说明',
  outcome: '结论',
  all: '清单',
};

/** One sentence about what a case of a flow failed in. */
export function describeCaseFailure(failure: CaseFailure): string {
  switch (failure.code) {
    case 'invalid-answer':
      return `${failure.question} 不能答“${failure.given}”`;
    case 'stopped-at':
      return `回答不够，停在 ${failure.question} 这一题`;
    case 'unused-answer':
      return `没有问到 ${failure.question}，这个回答多余`;
    case 'wrong-outcome':
      return `结论应是 ${failure.expected}，现在是 ${failure.actual}`;
    case 'missing':
      return `应该有${demandWords(failure.demand)}，现在没有`;
    case 'present':
      return `不该有${demandWords(failure.demand)}，现在有`;
    case 'wrong-because':
      return `${failure.item} 的理由应是 ${listed(failure.expected)}，现在${failure.actual ? `是 ${listed(failure.actual)}` : '没有列出这一条'}`;
    case 'wrong-date':
      return `${failure.item} 的期限应到 ${failure.expected}，现在${failure.actual === undefined ? '没有期限' : `到 ${failure.actual}`}`;
  }
}

function demandWords(demand: CaseDemand): string {
  if (demand.kind === 'item') return ` ${demand.item}${demand.status ? `（${demand.status}）` : ''}`;
  const place = typeof demand.in === 'string' ? SCOPES[demand.in] : ` ${demand.in.item} `;
  return `“${demand.text}”（在${place}里）`;
}

function listed(ids: readonly string[]): string {
  return ids.length > 0 ? ids.join('、') : '（没有）';
}
