import type { Finding } from './prove/proof.ts';

const COUNTED = { lines: '清单', warnings: '提醒' } as const;

/** What the proof found, in one sentence that says what to do. */
export function describeFinding(finding: Finding): string {
  switch (finding.code) {
    case 'path-without-exit':
      return '这条路走到头还没有结论，请加 exit';
    case 'outcome-without-step':
      return '这个结论有时一个步骤也没有，请写一步现在该做什么';
    case 'outcome-without-material':
      return '这个结论有时没有材料，请写要带什么，或写一条不用带材料';
    case 'deadline-without-start':
      return `时限从“${finding.countedFrom}”算起，这条路没有问它，请先问，或把这一步限定到问过的人`;
    case 'unfilled-placeholder':
      return `${finding.placeholder} 在这条路上没有可填的，请改用问过的题，或加一行 when`;
    case 'contradiction':
      return `同一样东西又要又不要：和“${finding.with}”同时列出，请把两条的 when 错开`;
    case 'too-long':
      return `${COUNTED[finding.counted]}有 ${finding.count} 条，太长了读不完，请合并、删去，或分开情形`;
    case 'outcome-never-reached':
      return '怎么答都走不到这个结论，请改前面的条件，或者删去';
    case 'exit-never-reached':
      return '怎么答都走不到这个 exit，请改前面的条件，或者删去';
    case 'question-never-asked':
      return '怎么答都问不到这一题，请改前面的条件，或者删去';
    case 'item-never-listed':
      return '怎么答都不会列出这一条，请改 when，或者删去';
    case 'item-always-listed':
      return '怎么答都会列出这一条，请把 when 里多余的条件删去';
    case 'proof-unfinished':
      return '这个流程太复杂，只证明了一部分，没有发现的不等于没有；请少分几条路，或拆成几个流程';
  }
}

/** What an example supposes of a place, in words. */
export function describeSupposed(fact: string, value: string | number | undefined): string {
  return value === undefined ? `设想“${fact}”还没核对` : `设想“${fact}”是 ${value}`;
}
