import type { CommandName } from '../options.ts';
import type { Entry } from './sections.ts';

/** What a newcomer types first. */
export const FIRST_STEPS: readonly Entry[] = [
  ['yibao', '选一件事，一题一题地答，答完出清单'],
  ['yibao list', '看看能办哪些事'],
  ['yibao help yidi', '看看“异地就医备案”问什么、要先备好什么'],
  ['yibao yidi', '直接开始办“异地就医备案”；写中文名也行'],
];

/** Commands that work as they are written; a file such as 回答.yaml is one that the person has. */
export const EXAMPLES: Readonly<Record<CommandName, readonly Entry[]>> = {
  run: [
    ['yibao 异地就医备案', '一题一题地答'],
    ['yibao yidi -a 这次是给谁办=给自己办', '先答好一题，余下的再问'],
    ['yibao yidi > 清单.txt', '问题显示在屏幕上，清单写进文件'],
    ['yibao questions yidi > 回答.yaml', '拿一份空的回答文件，填好它'],
    ['yibao yidi --answers 回答.yaml -o 清单.pdf', '再照它出清单，不再提问'],
    ['yibao yidi --answers 回答.yaml -f json', '给程序读的'],
  ],
  list: [
    ['yibao list', '能办的事，和每件适合谁'],
    ['yibao list --json', '给程序读的'],
  ],
  questions: [
    ['yibao questions yidi > 回答.yaml', '拿一份空的回答文件，填好它'],
    ['yibao yidi --answers 回答.yaml', '再照它出清单'],
    ['yibao questions yidi --csv > 名单.csv', '拿一行表头，一行填一个人，交给 batch'],
    ['yibao questions yidi --json', '给程序读的'],
  ],
  check: [
    ['yibao check --list-rules', '看检查哪些规则'],
    ['yibao check 我们的流程', '检查自己写的流程和它们的案例'],
    ['yibao check --schema > flow.schema.json', '让编辑器认得 flow.yaml'],
  ],
  graph: [
    ['yibao graph yidi -o 决策树.svg', '画成图片，用浏览器打开'],
    ['yibao graph yidi > 决策树.mmd', '写成 Mermaid'],
  ],
  diff: [
    ['yibao diff yidi 短住.yaml 长住.yaml', '两种情形差在哪里'],
    ['yibao diff yidi 回答.yaml 2027-07-01', '同一份回答，到那天差在哪里'],
  ],
  batch: [
    ['yibao batch yidi 名单.csv > 结果.ndjson', '一行一个人，一行一份清单'],
    ['yibao batch yidi 名单.csv -f pdf -o 清单', '一人一份 PDF，写进“清单”目录'],
  ],
  sources: [
    ['yibao sources yidi', '一件事项的全部依据'],
    ['yibao sources yidi -o 依据.csv', '存成表，用 Excel 打开'],
  ],
  resume: [
    ['yibao resume', '接着答'],
    ['yibao resume --forget', '都删掉，不接着答'],
  ],
  completion: [
    ['yibao completion bash', '开头几行写着怎么装'],
    ['yibao completion zsh', ''],
    ['yibao completion fish', ''],
  ],
  help: [
    ['yibao help 异地就医备案', '这件事问什么、要先备好什么'],
    ['yibao help questions', '一个命令的全部选项'],
  ],
};
