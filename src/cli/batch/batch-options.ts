import { ENCODINGS, type Encoding } from '../../load/records/encodings.ts';
import { FORMATS, type Format } from '../../render/format-names.ts';
import { UsageError } from '../errors.ts';
import { DATE, FLOWS, FONT, FORCE, LARGE, type OptionSpec, oneOf, WHY } from '../options.ts';
import { quoted } from '../safe-text.ts';

function parseCount(option: string): (value: string) => string {
  return (value) => {
    if (/^[1-9]\d{0,14}$/.test(value)) return value;
    throw new UsageError(`${option} 后面要写一个从 1 起的整数，现在是${quoted(value)}。`);
  };
}

function parseWorkers(value: string): string {
  if (value === 'auto') return value;
  const count = parseCount('--workers')(value);
  if (Number(count) <= MOST_WORKERS) return count;
  throw new UsageError(`--workers 最多写 ${MOST_WORKERS}。写 auto，就是有几个核用几个。`);
}

const MOST_WORKERS = 256;

/** The faces of a checklist that are written one file each. */
const DOCUMENT_FORMATS = FORMATS.filter((format) => format !== 'terminal');

export const BATCH_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '-o, --output <文件或目录>',
    text: '把结果写进文件（如 结果.ndjson）；配上 -f，就写进这个目录，一人一份；不写就写到屏幕',
    takes: 'file',
  },
  {
    flags: '-f, --format <格式>',
    text: `一人一份，用什么格式：${DOCUMENT_FORMATS.join('、')}`,
    ...oneOf(DOCUMENT_FORMATS),
  },
  { flags: '--brief', text: '每条只写结论和各项的英文名，不写整份清单' },
  {
    flags: '--read-as <格式>',
    text: '输入是 csv 还是 ndjson；不写就看后缀，再看第一个字',
    ...oneOf(['csv', 'ndjson']),
  },
  {
    flags: '--encoding <编码>',
    text: `输入的编码：${ENCODINGS.join('、')}；不写就自己认`,
    ...oneOf(ENCODINGS, '编码'),
  },
  { flags: '--ignore <列>', text: '不看输入里的这一列，如 姓名；可以写多次', repeatable: true },
  {
    flags: '--workers <个数>',
    text: '用几个线程一起算，auto 是有几个核就用几个；不写就是 1',
    parse: parseWorkers,
  },
  { flags: '--from-line <行号>', text: '从输入的这一行接着做', parse: parseCount('--from-line') },
  { flags: '--continue', text: '上次没做完，在 -o 的文件或目录里接着做' },
  FORCE,
  WHY,
  LARGE,
  FONT,
  DATE,
  FLOWS,
];

/** Options of `yibao batch`. */
export interface BatchOptions {
  readonly output?: string;
  readonly format?: Exclude<Format, 'terminal'>;
  readonly brief?: boolean;
  readonly readAs?: 'csv' | 'ndjson';
  readonly encoding?: Encoding;
  readonly ignore?: readonly string[];
  readonly workers?: string;
  readonly fromLine?: string;
  readonly continue?: boolean;
  readonly force?: boolean;
  readonly why?: boolean;
  readonly large?: boolean;
  readonly font?: string;
  readonly date?: string;
  readonly flows?: string;
}
