import type { Said } from './problem-list.ts';

const bad = (code: string, message: string): Said => ({ code, message });

const conditions = {
  emptyCondition: () => bad('empty-condition', '条件不能空着'),
  conditionIsList: () =>
    bad('condition-form', '几个条件要放在 all（都要）或 any（有一个就行）下面，不能直接写列表'),
  conditionIsBoolean: (value: boolean) => bad('condition-form', `条件不能写 ${value}；总成立的就不用写 when`),
  conditionTooDeep: (most: number) =>
    bad('condition-too-deep', `all、any、not 最多套 ${most} 层，请把里面的起个名字放到 derive`),
  questionNeedsValue: (name: string) =>
    bad('condition-form', `“${name}”是问题，要写明哪个回答，如 { ${name}: yes }`),
  derivedNeedsValue: (name: string) =>
    bad('condition-form', `“${name}”有几种值，要写明哪一种，如 { ${name}: 值 }`),
  factNeedsValue: (fact: string) =>
    bad('condition-form', `“${fact}”不是“是或否”的规定，要写成 { fact: { ${fact}: { ge: 3 } } }`),
  factWantsNumber: (fact: string) => bad('wrong-type', `“${fact}”的值要写数字，不加引号`),
  factWithoutJurisdiction: () =>
    bad('fact-without-place', '流程没有写 jurisdiction，不知道是哪里的规定，请加 of: 问地区的问题'),
  factValuesOverlap: (fact: string) =>
    bad('fact-values-overlap', `“${fact}”有两个值的日期重叠，请写好 from 和 until`),
  wordWithout: (word: string, other: string) => bad('condition-form', `“${word}”要和 ${other} 写在一起`),
  outcomeAsName: (id: string) => bad('condition-form', `“${id}”是结论，要写成 { outcome: ${id} }`),
  outcomeTooEarly: () => bad('outcome-too-early', '这里还没有得出结论，不能用 outcome 做条件'),
  neverUnsure: (name: string, unsure: 'none' | 'as' | 'keep') =>
    bad(
      'never-unsure',
      unsure === 'as'
        ? `“${name}”的“不清楚”会按一个选项算，永远不会是 unsure`
        : `“${name}”不能回答“不清楚”，不会是 unsure`,
    ),
  wantsHas: (name: string) => bad('wants-has', `“${name}”可以多选，要写成 { ${name}: { has: [选项] } }`),
  hasWithoutMulti: (name: string) =>
    bad('has-without-multi', `“${name}”不是多选题，不能用 has，直接写值就行`),
  notComparable: (name: string, op: string) => bad('not-comparable', `“${name}”不能用 ${op} 来比`),
  notComparableWith: (name: string, other: string) =>
    bad('not-comparable', `“${name}”不能和“${other}”比先后大小`),
  lastRowHasWhen: () => bad('last-row-has-when', '最后一行不写 when，它管其余所有情形'),
  rowWithoutWhen: () => bad('row-without-when', '只有最后一行可以不写 when'),
  derivedCycle: (cycle: readonly string[]) =>
    bad('derived-cycle', `算来算去又回到自己：${cycle.join(' → ')}`),
  wantsQuestionOf: (name: string, types: readonly string[]) =>
    bad('wrong-question-type', `“${name}”不行，这里要 ${types.join(' 或 ')} 类型的问题`),
  wrongColumnCount: (table: string, columns: number, given: number) =>
    bad('wrong-column-count', `表 ${table} 有 ${columns} 列，这里给了 ${given} 个`),
  wrongCellCount: (columns: number, given: number) =>
    bad('wrong-column-count', `这张表有 ${columns} 列，这一行有 ${given} 个`),
  daysFromMonth: (name: string) => bad('days-from-month', `“${name}”只问到月份，时限要按 months 算`),
};

const tree = {
  treeNodeIsList: () => bad('tree-form', '这里不能再套列表'),
  emptyTreeNode: () => bad('tree-form', '这里缺问题、when 或 exit'),
  twoKeysInNode: (first: string, second: string) =>
    bad('tree-form', `一个节点只能有一个问题，“${first}”后面又写了“${second}”，请另起一个“-”`),
  exitWithoutWord: (id: string) => bad('tree-form', `“${id}”是结论，要写成 { exit: ${id} }`),
  branchesOnType: (id: string, type: string) =>
    bad('branches-on-type', `“${id}”是 ${type} 类型，不能分叉；只有 choice 和 yes-no 可以，别的请用 when`),
  branchesAreMap: () => bad('tree-form', '问题后面要写“选项: [节点]”'),
  unsureBranchMissing: (id: string) =>
    bad('unsure-branch-missing', `“${id}”可以一直不清楚，要写 unsure 这一支，没有特别的就写 unsure: []`),
  unknownBranchMissing: () =>
    bad('unknown-branch-missing', '这个条件可能不知道成不成立，要写 unknown: then、else 或另一列节点'),
  afterExit: () => bad('after-exit', '走不到这里：前面每条路都已经有结论了'),
  pathWithoutExit: () => bad('path-without-exit', '这条路走到头还没有结论，请加 exit'),
};

const parts = {
  sourcesMissing: () => bad('sources-missing', '缺少依据：写 sources: [依据/条款]'),
  verifyMissing: () => bad('verify-missing', '依据都只有 C 级（地方文件给全国用降一级），要写 verify: true'),
  unsureMissing: (id: string) =>
    bad('unsure-missing', `“${id}”要写 unsure（不清楚怎么办），或 no-unsure（为什么一定清楚）`),
  unsureAsOrKeep: () =>
    bad('unsure-form', 'unsure 里 as（按哪个选项算）和 keep: true（一直不清楚）正好写一个'),
  keepIsFalse: () => bad('unsure-form', 'keep 只能是 true'),
  tooFewOptions: () => bad('too-few-options', '选项太少，选择题至少两个'),
  doInline: () =>
    bad('do-inline', 'do 不要写成 [ … ]，英文逗号会把一句话切开；请每个动作另起一行，用“- ”开头'),
  noProceedOutcome: () =>
    bad('no-proceed-outcome', '流程没有 proceed 的结论，这一条永远不会列出，请在 when 里写 outcome'),
  placeholderIsCondition: (inside: string) =>
    bad('placeholder-is-condition', `<${inside}> 是条件，没有可以印出来的文字`),
  fieldOfNoPlace: (inside: string) => bad('field-of-no-place', `<${inside}> 里点号前面要是问地区的问题`),
  addedTwice: (id: string) => bad('changed-twice', `“${id}”在同一层同一时间加了两次`),
  changedTwice: (id: string, field: string) =>
    bad('changed-twice', `“${id}”的 ${field} 在同一层同一时间改了两次`),
  overlayWithoutPlace: (flow: string) =>
    bad('overlay-without-place', `流程 ${flow} 没有写 jurisdiction，这里要写 place: 问地区的问题`),
  placeTwice: (code: string) => bad('place-twice', `地区 ${code} 已经有一个文件了，请合成一个`),
  channelWithoutNation: (kind: string) =>
    bad('channel-without-nation', `渠道“${kind}”没有全国的一项，没写自己渠道的地方就没有可用的`),
  handOverCycle: (cycle: readonly string[]) =>
    bad('hand-over-cycle', `转来转去又回到原流程：${cycle.join(' → ')}`),
  demandOfNothing: () => bad('demand-form', '要写 item（哪一条）或 text（哪几个字）'),
};

/** What is wrong with conditions, the tree and the parts of a flow. */
export const flowWording = { ...conditions, ...tree, ...parts };
