import type { TextManner } from './lint/flow-texts.ts';

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** What the lint says: one sentence that tells what was found and what to do. */
export const lintWords = {
  questionNotAsked: (id: string) => `决策树没有问到“${id}”，请放进 tree，或者删去`,
  askedLater: (questions: readonly string[]) =>
    `这里还没有一条路问过${listed(questions)}，永远不会成立，请把问题移到前面`,
  printedLater: (questions: readonly string[]) =>
    `文字里印了${listed(questions)}，可是到这里还没有一条路问过它，请把问题移到前面`,
  exitNotWritten: (id: string) => `决策树没有写 exit: ${id}，请写上，或者删去这个结论`,
  questionWithoutEffect: (id: string) => `“${id}”怎么答，路和清单都一样，请用上它，或者不问`,
  optionsAlike: (options: readonly string[]) =>
    `选${listed(options)}，路和清单都一样；是故意分开写的就不用管，不是就合成一个`,
  derivedWithoutEffect: (name: string) => `没有地方用到“${name}”，请用上它，或者删去`,
  termWithoutEffect: (term: string) => `没有文字用到“${term}”这个词，请删去这条解释`,
  sourceWithoutEffect: (id: string) => `没有一条引用依据“${id}”，请引用它，或者删去`,
  factWithoutEffect: (id: string) => `没有流程用到地方规定“${id}”，请用上它，或者删去`,
  doublyNegated: () => '条件里否定了两次，请直接写成立的那一面',
  outcomeInSomeBranches: () =>
    'any 里只有几支写了 outcome，别的几支会在每个结论里成立，请每一支都写 outcome，或在外面用 all 写一次',
  localPapersAlone: (places: readonly string[]) =>
    `全国的一条只有地方文件做依据，清单上会写“据${places.join('、')}规定，本地请核对”，请找一找全国的文件`,
  oneOfOne: () => 'one-of 只有一样，没得选，请直接写进 name，或再写一样',
  sharedPartCopied: (id: string) =>
    `shared 里已经有“${id}”，请写 use: ${id}；只在某种情形才要的，请加 in-case`,
  reviewBeforeReviewed: (reviewed: string) => `review-by 早于 reviewed（${reviewed}），请改成以后的日子`,
  textTooLong: (characters: number, most: number) =>
    `约 ${characters} 个汉字，超过 ${most} 个，请改短，或者拆成两条`,
  endMarkMissing: (manner: TextManner) =>
    manner === 'question' ? '问句没有写完，请用“？”结尾' : '句子没有写完，请用“。”结尾',
  halfWidthMark: (found: string) => `“${found}”里的半角标点请改成全角`,
  termOutOfReach: (term: string) => `“${term}”在这里没有解释，请换成平常的说法`,
  reviewOverdue: (reviewBy: string) =>
    `${reviewBy} 以前就该再核对了，请对着依据核对一遍，再改 reviewed 和 review-by`,
  seenLongAgo: (source: string, seen: string) =>
    `依据“${source}”上次是 ${seen} 看的，过了一年，请再看一眼原文，再改 seen`,
  expired: (until: string) => `${until} 已经到期，请换成现在的规定，或者删去`,
};
