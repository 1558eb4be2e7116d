import { MOST_ANSWERS } from '../../load/limits.ts';
import type { RecordFault } from '../../load/records/parsed-record.ts';
import { LONGEST_RECORD } from '../../load/records/raw-record.ts';
import { quoted } from '../safe-text.ts';

/** What is wrong with a record, in one sentence. */
export function faultSentence(fault: RecordFault): string {
  switch (fault.code) {
    case 'too-long':
      return `这一条太长了，最长 ${LONGEST_RECORD / 10_000} 万字。请看看是不是少了换行。`;
    case 'broken-quotes':
      return '这一行的英文双引号没有配成对。格子里要写双引号的，请写两个，再把整格用双引号括起来。';
    case 'not-text':
      return '这一条里有不是文字的内容（NUL）。请另存为 UTF-8 编码的文本。';
    case 'wrong-encoding':
      return '这一条里有认不出的字，多半是编码不对。请用 --encoding utf-8 或 --encoding gb18030 写明编码。';
    case 'not-json':
      return '这一行不是 JSON。每行要写成一条，如 {"id":"1","answers":{"键":"值"}}。';
    case 'not-an-object':
      return fault.found === 'list'
        ? '这一行是一个列表。每行只写一条，如 {"id":"1","answers":{"键":"值"}}；列表可以先用 jq -c \'.[]\' 拆开。'
        : '这一行不是 {…}。每行要写成一条，如 {"id":"1","answers":{"键":"值"}}。';
    case 'no-answers':
      return '这一行没有 answers。要写成 {"id":"1","answers":{"键":"值"}}。';
    case 'unknown-key':
      return `不认识${quoted(fault.key)}。${unknownKeyHint(fault)}`;
    case 'repeated-key':
      return `${quoted(fault.key)}在这一行里写了两次，请只留一个。`;
    case 'too-many-answers':
      return `这一行的回答太多了，最多 ${MOST_ANSWERS} 个。`;
    case 'unsafe-id':
      return 'id 这个数太长，照数字读会读错。请加上双引号，写成文字。';
    case 'wrong-id':
      return 'id 要写成文字或数字。';
    case 'wrong-date':
      return 'date 要写成 2026-11-22 这样的日期。';
    case 'wrong-cells':
      return `这一行有 ${fault.cells} 格，表头有 ${fault.columns} 格，对不上。请看看是不是多了或少了分隔符。`;
  }
}

/** A longer name is not written out again in a command. */
const LONGEST_NAME = 100;

function unknownKeyHint({ key, nearest }: { readonly key: string; readonly nearest?: string }): string {
  if (nearest) return `您是不是想写 ${nearest}？`;
  const ignoring = key.length > LONGEST_NAME ? '' : `；不用看它的话，请加 --ignore ${shellWord(key)}`;
  return `每行只有 id、answers、date${ignoring}。`;
}

/** Two records would write one file. */
export function takenSentence(path: string, line: number): string {
  return `要写的 ${path} 和第 ${line} 行的是同一个文件，没有写。请把编号改成不同的。`;
}

/** A file is there already. */
export function existsSentence(path: string): string {
  return `${path} 已经存在，没有写。要盖掉它，请加 --force；上次没做完的，请加 --continue。`;
}

/** A link, a folder, a pipe is there. */
export function notAFileSentence(path: string): string {
  return `${path} 已经有了，是链接、目录或别的，不是普通文件，没有写。请先把它移开。`;
}

/** The document would take the place of the records. */
export function isInputSentence(path: string): string {
  return `${path} 就是输入，没有写。请换个目录，或者把编号改一改。`;
}

/** A word as a shell reads it back. */
export function shellWord(word: string): string {
  return /^[\w./:=@%+\-\u0080-\uffff]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

export const batchWords = {
  stdin: '标准输入',
  progress: (done: number, failed: number, perSecond: number, left: string) =>
    [
      `办好 ${done} 条`,
      ...(failed > 0 ? [`没办成 ${failed} 条`] : []),
      ...(perSecond > 0 ? [`每秒 ${perSecond} 条`] : []),
      ...(left === '' ? [] : [left]),
    ].join('，'),
  left: (seconds: number) =>
    seconds < 60
      ? `还要约 ${Math.max(1, Math.round(seconds))} 秒`
      : `还要约 ${Math.round(seconds / 60)} 分钟`,
  starting: '正在读输入',
  goOn: (done: number, command: string) => `已经写好 ${done} 条。接着做请写：${command}`,
  interrupted: (done: number, failed: number, command: string) =>
    `停下来了。已经写好 ${done} 条${failed > 0 ? `，其中 ${failed} 条没办成` : ''}。\n接着做请写：${command}`,
  nothing: '输入里一条记录也没有，什么也没有做。',
  nothingFrom: (line: string) => `从第 ${line} 行起一条记录也没有，什么也没有做。`,
  someFailed: (failed: number, total: number) =>
    `一共 ${total} 条，有 ${failed} 条没办成：输出里 "ok" 是 false 的就是，"error" 写着为什么。`,
} as const;
