import type { FindingCode } from './prove/proof.ts';
import type { CaseFailure } from './run-case.ts';

/** What each rule of the lint wants, for `--list-rules`. */
export const lintRuleWords: Readonly<Record<string, string>> = {
  'question-not-asked': '写了的问题，决策树都要问到',
  'asked-later': '条件和文字只能用前面问过的题',
  'exit-not-written': '写了的结论，决策树都要有 exit 走到',
  'question-without-effect': '问题要有用：至少有两种回答，走的路或得的清单不一样',
  'options-alike': '两个选项的路和清单完全一样时，提示一下',
  'derived-without-effect': 'derive 里的名字要有地方用到',
  'term-without-effect': '解释了的词要有文字用到',
  'source-without-effect': '列出的依据要有一条引用到',
  'fact-without-effect': '声明的地方规定要有流程用到',
  'doubly-negated': '条件不要否定两次',
  'outcome-in-some-branches': 'any 里写了 outcome，就要每一支都写',
  'local-papers-alone': '全国的一条只有地方文件做依据时，提示一下',
  'one-of-one': 'one-of 至少要有两样',
  'shared-part-copied': 'shared 里有的不要另写一份，要写 use',
  'review-before-reviewed': 'review-by 不能早于 reviewed',
  'text-too-long': '标题和选项最多 20 个汉字，问句 30 个，一句话 50 个',
  'end-mark-missing': '句子用“。”、问句用“？”结尾；标题、名称、选项不用',
  'half-width-mark': '汉字旁边的标点要用全角',
  'term-out-of-reach': 'for-whom 里不要用要解释的词，那里印不出解释',
  'review-overdue': '到了 review-by 就要再核对',
  'seen-long-ago': '引用的依据，一年内要有人看过',
  'item-expired': '过了 until 的条目要换掉或删去',
  'fact-expired': '过了 until 的地方规定和入口要换掉或删去',
  'overlay-not-shown': '地方的每一处改动，要有一份当地的清单显示它和它的依据',
  'foreign-channel': '一个地方的清单不能写别处的入口',
};

/** What the proof wants. */
export const proofRuleWords: Readonly<Record<FindingCode, string>> = {
  'path-without-exit': '每条路都要走到一个 exit',
  'outcome-without-step': '每个结论都要有一步现在该做的',
  'outcome-without-material': '能办的结论要有材料，或说明不用带',
  'deadline-without-start': '时限从哪天算起，这条路上要问过',
  'unfilled-placeholder': '文字里的 <…> 在每条路上都要有可填的',
  contradiction: '同一样东西不能又要又不要',
  'too-long': '清单最多 35 条，提醒最多 8 条',
  'outcome-never-reached': '每个结论都要走得到',
  'exit-never-reached': '每个 exit 都要走得到',
  'question-never-asked': '每个问题都要问得到',
  'item-never-listed': '每一条都要有情形会列出',
  'item-always-listed': '写了 when 的，要有情形不列出',
  'proof-unfinished': '流程要简单到能全部证明',
};

/** What a case wants of a checklist. */
export const caseRuleWords: Readonly<Record<CaseFailure['code'], string>> = {
  'invalid-answer': '案例的回答要是题上有的',
  'stopped-at': '案例的回答要够走到结论',
  'unused-answer': '案例不要写没有问到的题',
  'wrong-outcome': '案例的结论要对',
  missing: '案例 must 里的都要有',
  present: '案例 must-not 里的都不能有',
  'wrong-because': '案例 because 里的理由要正好是这些',
  'wrong-date': '案例 dates 里的期限要对',
};
