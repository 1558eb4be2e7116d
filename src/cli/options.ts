import { isCalendarDate } from '../engine/calendar.ts';
import { nearestName } from '../load/nearest-name.ts';
import { endingsOf, FORMATS, type Format } from '../render/format-names.ts';
import { SOURCES_FORMATS } from '../render/sources-formats.ts';
import { UsageError } from './errors.ts';
import { quoted } from './safe-text.ts';

/** The words that are commands; a procedure of that name would need `yibao run`. */
export const COMMAND_NAMES = [
  'run',
  'list',
  'questions',
  'check',
  'graph',
  'diff',
  'batch',
  'sources',
  'resume',
  'completion',
  'help',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** One option of the command line, as data: help and the table in the README are made from it. */
export interface OptionSpec {
  /** `-a, --answer <键=值>`, as commander reads it. */
  readonly flags: string;
  readonly text: string;
  /** May be given several times; the values make a list. */
  readonly repeatable?: true;
  /** Checks one value; throws `UsageError`. */
  readonly parse?: (value: string) => string;
  /** What stands after it, where a shell can help to write it: one of these words, a file, an answer. */
  readonly takes?: readonly string[] | 'file' | 'folder' | 'answer';
}

/** A value that is one word of a list. */
export function oneOf(names: readonly string[], what?: string): Pick<OptionSpec, 'parse' | 'takes'> {
  return { parse: parseOneOf(names, what), takes: names };
}

/** Reads one of some words; throws a `UsageError` that lists them. `what` they are, in Chinese. */
function parseOneOf(names: readonly string[], what = '格式'): (value: string) => string {
  return (value) => {
    if (names.includes(value)) return value;
    const nearest = nearestName(value, names);
    const hint = nearest ? `您是不是想写 ${nearest}？` : '';
    throw new UsageError(`没有${quoted(value)}这种${what}。${hint}可以写：${names.join('、')}。`);
  };
}

function parseDate(value: string): string {
  if (isCalendarDate(value)) return value;
  throw new UsageError(`--date 的${quoted(value)}不是一个日期。请写成 2026-11-22 这样。`);
}

export const FLOWS: OptionSpec = {
  flags: '--flows <目录>',
  text: '再读这个目录里的流程，同名的以它为准',
  takes: 'folder',
};
const JSON_OUTPUT: OptionSpec = { flags: '--json', text: '输出 JSON，给脚本用' };

export const FORCE: OptionSpec = { flags: '--force', text: '文件已经存在时覆盖它' };

const PLAIN: OptionSpec = { flags: '--plain', text: '一行一行地问，写数字作答：读屏软件、脚本用' };

/** What every command has, but for the one that shells call. */
export const GENERAL_OPTIONS: readonly OptionSpec[] = [
  { flags: '--quiet', text: '只写结果和错误，不写提示、进度和“已写入”' },
  { flags: '--verbose', text: '把读了什么、怎么定的、用了多久都写到标准错误' },
];

/** The general options, as commander hands them over. */
export interface GeneralOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** The usual ending of each format that has one. */
const SUFFIXES = FORMATS.flatMap((format) => endingsOf(format).slice(0, 1));
export const WHY: OptionSpec = { flags: '--why', text: '每一条都写出为什么' };
export const LARGE: OptionSpec = { flags: '--large', text: 'HTML 和 PDF 用大字（16 磅）' };
export const FONT: OptionSpec = {
  flags: '--font <文件>',
  text: 'PDF 用这个中文字体文件，不用自带的',
  takes: 'file',
};
export const DATE: OptionSpec = {
  flags: '--date <日期>',
  text: '按哪一天的规定算，如 2026-11-22；不写就是今天',
  parse: parseDate,
};

/** How the checklist is written, and where to. */
const RESULT_OPTIONS: readonly OptionSpec[] = [
  { flags: '-f, --format <格式>', text: `清单的格式：${FORMATS.join('、')}`, ...oneOf(FORMATS) },
  {
    flags: '-o, --output <文件>',
    text: `把清单写进文件，格式看后缀（${SUFFIXES.join(' ')}），可以写多次；写 - 就写到屏幕`,
    repeatable: true,
    takes: 'file',
  },
  FORCE,
  WHY,
  LARGE,
  FONT,
];

const SAVE_ANSWERS: OptionSpec = {
  flags: '--save-answers <文件>',
  text: '把这次的回答存下来，以后可以用 --answers 再用',
  takes: 'file',
};

export const RUN_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '-a, --answer <键=值>',
    text: '给出一个回答，可以写多次；写英文名或题上的中文都行',
    repeatable: true,
    takes: 'answer',
  },
  { flags: '--answers <文件>', text: '从 YAML 或 JSON 文件读回答；写 - 从标准输入读', takes: 'file' },
  { flags: '--no-input', text: '不提问；缺回答就报错并列出缺哪些' },
  PLAIN,
  ...RESULT_OPTIONS,
  DATE,
  { flags: '--follow', text: '接着办的事也一起列出清单；它的回答写成 事项.键=值' },
  SAVE_ANSWERS,
  { flags: '--no-save', text: '没答完也不留下回答，公用电脑上用' },
  FLOWS,
];

export const RESUME_OPTIONS: readonly OptionSpec[] = [
  { flags: '--forget', text: '删掉存着的全部问答，不接着答' },
  PLAIN,
  ...RESULT_OPTIONS,
  SAVE_ANSWERS,
];

export const LIST_OPTIONS: readonly OptionSpec[] = [JSON_OUTPUT, FLOWS];
export const HELP_OPTIONS: readonly OptionSpec[] = [FLOWS];
export const QUESTIONS_OPTIONS: readonly OptionSpec[] = [
  JSON_OUTPUT,
  { flags: '--json-schema', text: '输出这件事项的回答的 JSON Schema，给编辑器和脚本用' },
  { flags: '--csv', text: '输出表格的第一行，给 batch 用：一行填一个人' },
  FLOWS,
];
export const CHECK_OPTIONS: readonly OptionSpec[] = [
  { flags: '--strict', text: '有警告也算没通过' },
  { flags: '--watch', text: '改了文件就再检查一遍' },
  { flags: '--date <日期>', text: '也看看到这一天有没有过期，如 2026-11-22', parse: parseDate },
  { flags: '--list-rules', text: '列出全部规则' },
  { flags: '--schema', text: '输出 flow.yaml 的 JSON Schema，给编辑器用' },
  JSON_OUTPUT,
  FLOWS,
];

/** The ways to draw a decision tree. */
export const GRAPH_FORMATS = ['mermaid', 'svg'] as const;

export const GRAPH_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '-f, --format <格式>',
    text: `图的格式：${GRAPH_FORMATS.join('、')}；不写就是 mermaid`,
    ...oneOf(GRAPH_FORMATS),
  },
  { flags: '-o, --output <文件>', text: '写进文件，格式看后缀（.mmd .svg）；写 - 就写到屏幕', takes: 'file' },
  FORCE,
  FLOWS,
];

/** The ways to write a comparison. */
export const DIFF_FORMATS = ['text', 'markdown', 'json'] as const;

export const DIFF_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '-f, --format <格式>',
    text: `比较结果的格式：${DIFF_FORMATS.join('、')}；不写就是 text`,
    ...oneOf(DIFF_FORMATS),
  },
  {
    flags: '-o, --output <文件>',
    text: '写进文件，格式看后缀（.txt .md .json）；写 - 就写到屏幕',
    takes: 'file',
  },
  FORCE,
  { flags: '--date <日期>', text: '没写日期的一边按哪一天算，如 2026-11-22；不写就是今天', parse: parseDate },
  FLOWS,
];

export const SOURCES_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '-f, --format <格式>',
    text: `表的格式：${SOURCES_FORMATS.join('、')}；不写就是 table`,
    ...oneOf(SOURCES_FORMATS),
  },
  {
    flags: '-o, --output <文件>',
    text: '写进文件，格式看后缀（.txt .md .csv）；写 - 就写到屏幕',
    takes: 'file',
  },
  FORCE,
  { flags: '--date <日期>', text: '算到哪一天，如 2026-11-22；不写就是今天', parse: parseDate },
  FLOWS,
];

/** Options of `yibao` and `yibao run`, as commander hands them over. */
export interface RunOptions {
  readonly answer?: readonly string[];
  readonly answers?: string;
  /** False with --no-input. */
  readonly input?: boolean;
  readonly plain?: boolean;
  readonly format?: Format;
  readonly output?: readonly string[];
  readonly force?: boolean;
  readonly why?: boolean;
  readonly large?: boolean;
  readonly font?: string;
  readonly date?: string;
  /** Go on to the procedures that the outcome hands over to. */
  readonly follow?: boolean;
  readonly saveAnswers?: string;
  /** False with --no-save. */
  readonly save?: boolean;
  readonly flows?: string;
}

/** Options of `yibao resume`. */
export interface ResumeOptions extends RunOptions {
  readonly forget?: boolean;
}

/** Options of the commands that list something. */
export interface ListingOptions {
  readonly json?: boolean;
  readonly flows?: string;
}

/** Options of `yibao questions`. */
export interface QuestionsOptions extends ListingOptions {
  readonly jsonSchema?: boolean;
  readonly csv?: boolean;
}

/** Options of the commands that write one document. */
export interface DocumentOptions<F extends string> {
  readonly format?: F;
  readonly output?: string;
  readonly force?: boolean;
  readonly date?: string;
  readonly flows?: string;
}

/** Options of `yibao check`. */
export interface CheckOptions extends ListingOptions {
  readonly strict?: boolean;
  readonly watch?: boolean;
  readonly date?: string;
  readonly listRules?: boolean;
  readonly schema?: boolean;
}

/** The shells that `yibao completion` writes a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];
