import type { Said } from './problem-list.ts';

/** What the YAML library finds, by its own codes; anything else is a general one. */
const SYNTAX: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '缩进里有制表符（Tab），请换成空格',
  MULTIPLE_DOCS: '一个文件里只能有一份 YAML，请删去“---”和它后面的另一份',
  BAD_INDENT: '缩进不对，请和同一层的上一行对齐',
  MISSING_CHAR: '少了一个符号：括号或引号没有成对，或“键:”后面缺空格',
  BLOCK_IN_FLOW: '方括号或花括号里不能换行写成另一种样子，请都写成一行，或都分行写',
  BLOCK_AS_IMPLICIT_KEY: '“键: 值”后面又出现了一个冒号加空格，请把这段文字加引号',
  MULTILINE_IMPLICIT_KEY: '键不能分成两行写，多半是上一行少了冒号',
  UNEXPECTED_TOKEN: '这里的符号 YAML 读不懂，请给这段文字加引号',
  BAD_SCALAR_START: '文字不能用这个符号开头，请加引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对，请改用单引号',
  BAD_ALIAS: '别名（*名字）写得不对',
  TAG_RESOLVE_FAILED: '不能用 YAML 标签（感叹号开头的写法），请删去',
  BAD_DIRECTIVE: '不能用 YAML 指令（百分号开头的行），请删去',
};

/** Problems of YAML itself. */
export const yamlWording = {
  notUtf8: (): Said => ({ code: 'not-utf8', message: '文件不是 UTF-8 编码，请另存为 UTF-8' }),
  tooLong: (most: number): Said => ({ code: 'file-too-long', message: `文件太大，最多 ${most} 个字符` }),
  nulByte: (): Said => ({
    code: 'nul-character',
    message: '文件里有空字符（NUL），它不是文本文件，或已经损坏',
  }),
  syntax: (code: string): Said => ({
    code:
      code === 'TAB_AS_INDENT'
        ? 'tab-indent'
        : code === 'MULTIPLE_DOCS'
          ? 'several-documents'
          : 'yaml-syntax',
    message: SYNTAX[code] ?? '这里的 YAML 写法不对，请检查缩进、冒号和引号',
  }),
  emptyFile: (): Said => ({ code: 'empty-file', message: '文件里没有内容' }),
  tooDeep: (most: number): Said => ({ code: 'too-deep', message: `层次太深，最多 ${most} 层` }),
  tooManyEntries: (most: number): Said => ({
    code: 'too-many-entries',
    message: `这里写了太多条，最多 ${most} 条`,
  }),
  tooManyParts: (most: number): Said => ({
    code: 'too-many-parts',
    message: `写得太多了，一个流程这里最多 ${most} 个`,
  }),
  tooManyTests: (most: number): Said => ({
    code: 'too-many-tests',
    message: `这个名字展开来要看 ${most} 个以上的条件，太复杂，请写简单些`,
  }),
  tooManyPlaceholders: (most: number): Said => ({
    code: 'too-many-placeholders',
    message: `文字里的 <…> 太多，这里最多 ${most} 处`,
  }),
  textTooLong: (most: number): Said => ({
    code: 'scalar-too-long',
    message: `这段文字太长，最多 ${most} 个字符`,
  }),
  tooManyNodes: (): Said => ({
    code: 'too-many-nodes',
    message: '内容太多；多半是别名（*名字）一层层重复展开了',
  }),
  keyNotText: (): Said => ({ code: 'key-not-text', message: '键要写成一个词，不能是列表、花括号或空' }),
  forbiddenKey: (key: string): Said => ({ code: 'forbidden-key', message: `键不能叫“${key}”` }),
  duplicateKey: (key: string): Said => ({
    code: 'duplicate-key',
    message: `“${key}”在这里写了两次，请只留一个`,
  }),
  unknownAlias: (name: string): Said => ({
    code: 'unknown-alias',
    message: `别名“*${name}”没有定义，或用在了它自己里面`,
  }),
  folderTooBig: (most: number): Said => ({
    code: 'folder-too-big',
    message: `文件夹里的 YAML 太大，合起来最多 ${most} 字节`,
  }),
  tooManyFiles: (most: number): Said => ({
    code: 'too-many-files',
    message: `文件夹里的 YAML 太多，最多 ${most} 个`,
  }),
  tooManyFolderEntries: (most: number): Said => ({
    code: 'too-many-files',
    message: `文件夹里的东西太多，连同里面的文件夹最多 ${most} 个；请把流程单独放一个文件夹`,
  }),
  noFlowFiles: (): Said => ({
    code: 'no-flow-files',
    message: '文件夹里没有流程文件；流程写在 <流程>/flow.yaml',
  }),
  fileIsLink: (): Said => ({ code: 'not-a-file', message: '这是一个链接，不读；请把文件本身放在这里' }),
  notPlainFile: (): Said => ({ code: 'not-a-file', message: '这不是普通文件，不读' }),
  fileTooBig: (most: number): Said => ({ code: 'file-too-long', message: `文件太大，最多 ${most} 字节` }),
  fileUnreadable: (): Said => ({ code: 'folder-unreadable', message: '这个文件读不了，请看看有没有权限' }),
  folderUnreadable: (): Said => ({ code: 'folder-unreadable', message: '这个文件夹不存在，或者读不了' }),
  notJson: (): Said => ({ code: 'json-syntax', message: '不是完整的 JSON，请检查引号、逗号和括号' }),
  answersAreMap: (): Said => ({ code: 'answers-form', message: '回答要写成一组“问题: 回答”' }),
  wrongAnswer: (key: string): Said => ({
    code: 'answers-form',
    message: `“${key}”的回答要写文字、数字或一列文字，不能再套一层`,
  }),
  unknownFile: (): Said => ({
    code: 'unknown-file',
    message:
      '不认识的文件名；流程写在 <流程>/flow.yaml 和 cases.yaml，其余在 shared、shared/tables、places 和 holidays.yaml',
  }),
};
