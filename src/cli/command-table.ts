import { BATCH_OPTIONS } from './batch/batch-options.ts';
import type { CliContext } from './context.ts';
import {
  CHECK_OPTIONS,
  type CommandName,
  DIFF_OPTIONS,
  GRAPH_OPTIONS,
  HELP_OPTIONS,
  LIST_OPTIONS,
  type OptionSpec,
  QUESTIONS_OPTIONS,
  RESUME_OPTIONS,
  RUN_OPTIONS,
  SHELLS,
  SOURCES_OPTIONS,
} from './options.ts';

/** Runs a command. `options` is what the command's own option table yields. */
export type RunCommand = (
  context: CliContext,
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
) => Promise<void>;

/** One argument; `flags` as commander reads it: `[事项]`, `<事项>`, `[文件...]`. */
interface ArgumentSpec {
  readonly flags: string;
  readonly text: string;
  /** What stands there, where a shell can help to write it; a `topic` is a procedure or a command. */
  readonly takes?: 'flow' | 'topic' | 'file' | readonly string[];
}

/** One command, as data. */
export interface CommandSpec {
  readonly name: CommandName;
  /** In their order. */
  readonly args: readonly ArgumentSpec[];
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** The command's code, loaded only when it runs. */
  readonly load: () => Promise<RunCommand>;
}

const FLOW_ARGUMENT_TEXT = '事项的拼音名或中文名，如 yidi、异地就医备案';

/** What `yibao` does when no command is named. */
export const RUN_COMMAND: CommandSpec = {
  name: 'run',
  args: [{ flags: '[事项]', text: `${FLOW_ARGUMENT_TEXT}；不写就从列表里选`, takes: 'flow' }],
  summary: '回答问题，得到清单（只写 yibao 也一样）',
  options: RUN_OPTIONS,
  load: async () => (await import('./commands/run.ts')).runRun,
};

export const COMMANDS: readonly CommandSpec[] = [
  RUN_COMMAND,
  {
    name: 'list',
    args: [],
    summary: '列出能办的事项',
    options: LIST_OPTIONS,
    load: async () => (await import('./commands/list.ts')).runList,
  },
  {
    name: 'questions',
    args: [{ flags: '<事项>', text: FLOW_ARGUMENT_TEXT, takes: 'flow' }],
    summary: '列出一件事项的全部问题，可以填好当回答文件',
    options: QUESTIONS_OPTIONS,
    load: async () => (await import('./commands/questions.ts')).runQuestions,
  },
  {
    name: 'check',
    args: [{ flags: '[文件...]', text: '流程文件或目录；不写就检查自带的全部流程', takes: 'file' }],
    summary: '检查流程文件和它们的案例，给写流程的人用',
    options: CHECK_OPTIONS,
    load: async () => (await import('./commands/check.ts')).runCheck,
  },
  {
    name: 'graph',
    args: [{ flags: '<事项>', text: FLOW_ARGUMENT_TEXT, takes: 'flow' }],
    summary: '把一件事项的决策树画成图',
    options: GRAPH_OPTIONS,
    load: async () => (await import('./commands/graph.ts')).runGraph,
  },
  {
    name: 'diff',
    args: [
      { flags: '<事项>', text: FLOW_ARGUMENT_TEXT, takes: 'flow' },
      { flags: '<A>', text: '回答文件，后面可以写日期：回答.yaml 或 回答.yaml@2026-11-22', takes: 'file' },
      { flags: '<B>', text: '另一份回答文件，写法同上；只写日期就是同一份回答在那一天', takes: 'file' },
    ],
    summary: '比较两份回答，或同一份回答在两天，清单有什么不同',
    options: DIFF_OPTIONS,
    load: async () => (await import('./commands/diff.ts')).runDiff,
  },
  {
    name: 'batch',
    args: [
      { flags: '<事项>', text: FLOW_ARGUMENT_TEXT, takes: 'flow' },
      { flags: '[文件]', text: '一行一个人的 NDJSON 或 CSV；不写或写 - 就从标准输入读', takes: 'file' },
    ],
    summary: '一次给许多人列清单：每行一个人的回答，每行出一份清单',
    options: BATCH_OPTIONS,
    load: async () => (await import('./commands/batch.ts')).runBatch,
  },
  {
    name: 'sources',
    args: [{ flags: '[事项]', text: `${FLOW_ARGUMENT_TEXT}；不写就列出全部事项`, takes: 'flow' }],
    summary: '列出每一条的依据、等级和看过的日子，供人核对签字',
    options: SOURCES_OPTIONS,
    load: async () => (await import('./commands/sources.ts')).runSources,
  },
  {
    name: 'resume',
    args: [],
    summary: '接着答上次没答完的',
    options: RESUME_OPTIONS,
    load: async () => (await import('./commands/resume.ts')).runResume,
  },
  {
    name: 'completion',
    args: [{ flags: '<shell>', text: `用哪个 shell：${SHELLS.join('、')}`, takes: SHELLS }],
    summary: '让 shell 按 Tab 就能补全命令、事项、选项和回答',
    options: [],
    load: async () => (await import('./commands/completion.ts')).runCompletion,
  },
  {
    name: 'help',
    args: [{ flags: '[命令或事项]', text: '命令，或事项的拼音名、中文名；不写就是总的帮助', takes: 'topic' }],
    summary: '看一个命令怎么用，或一件事项问什么、要备什么',
    options: HELP_OPTIONS,
    load: async () => (await import('./commands/help.ts')).runHelp,
  },
];
