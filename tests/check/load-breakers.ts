import type { TextFile } from '../../src/load/text-file.ts';
import { inFlow } from '../support/tell-problems.ts';
import { toyFiles } from '../support/toy-flows.ts';

const extra = (name: string, text: string): TextFile[] => [...toyFiles(), { path: `flows/${name}`, text }];

const deepList = `title: ${'['.repeat(45)}${']'.repeat(45)}\n`;
const doubling = Array.from({ length: 18 }, (_, n) => `a${n}: &x${n} [*x${n - 1}, *x${n - 1}]\n`);

type LoadBreaker = readonly [code: string, files: readonly TextFile[], told: readonly string[]];

/** What breaks those rules of loading that no test of the loader breaks, and all that is told then. */
export const LOAD_BREAKERS: readonly LoadBreaker[] = [
  [
    'empty-article',
    toyFiles(inFlow('[library-law/第六条]', '[library-law/]')),
    ['empty-article toy/flow.yaml:102:15 “library-law/”的斜杠后面缺条款，如 yb-2022-22/第八条'],
  ],
  [
    'empty-condition',
    toyFiles(inFlow('when: is-child, is: none', 'when: {}, is: none')),
    ['empty-condition toy/flow.yaml:58:15 条件不能空着'],
  ],
  [
    'empty-value',
    toyFiles(inFlow('title: 等通知', 'title: ""')),
    ['empty-value toy/flow.yaml:103:18 这里不能空着'],
  ],
  [
    'invalid-url',
    toyFiles(['shared/sources.yaml', 'url: https://www.example.cn/law', 'url: www.example.cn/law']),
    ['invalid-url shared/sources.yaml:8:8 网址要以 http:// 或 https:// 开头，现在是“www.example.cn/law”'],
  ],
  [
    'invalid-year',
    toyFiles(['holidays.yaml', '  2026:', '  丙午:']),
    ['invalid-year holidays.yaml:2:3 要写四位数的年份，现在是“丙午”'],
  ],
  [
    'overlay-without-place',
    toyFiles(['places/43-hunan.yaml', 'sources:\n  hunan', '  other: {}\nsources:\n  hunan']),
    [
      'overlay-without-place places/43-hunan.yaml:13:10 流程 other 没有写 jurisdiction，这里要写 place: 问地区的问题',
    ],
  ],
  [
    'place-twice',
    extra('places/43-again.yaml', 'place: "430000"\n'),
    ['place-twice places/43-again.yaml:1:1 地区 430000 已经有一个文件了，请合成一个'],
  ],
  [
    'unknown-file',
    extra('toy/notes.yaml', 'a: 1\n'),
    [
      'unknown-file toy/notes.yaml:1:1 不认识的文件名；流程写在 <流程>/flow.yaml 和 cases.yaml，其余在 shared、shared/tables、places 和 holidays.yaml',
    ],
  ],
  ['too-deep', extra('toy2/flow.yaml', deepList), ['too-deep toy2/flow.yaml:1:48 层次太深，最多 40 层']],
  [
    'too-many-nodes',
    extra('toy2/flow.yaml', `a-1: &x-1 [1]\n${doubling.join('')}`),
    ['too-many-nodes toy2/flow.yaml:15:12 内容太多；多半是别名（*名字）一层层重复展开了'],
  ],
  [
    'file-too-long',
    extra('toy2/flow.yaml', `# ${'长'.repeat(1_000_000)}\n`),
    ['file-too-long toy2/flow.yaml:1:1 文件太大，最多 250000 个字符'],
  ],
];
