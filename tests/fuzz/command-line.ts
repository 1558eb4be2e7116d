import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { COMMANDS, RUN_COMMAND } from '../../src/cli/command-table.ts';
import { openFlowStore } from '../../src/load/flow-store.ts';
import { packageRoot } from '../cli/package-root.ts';
import { type CliRun, runCli } from '../cli/test-context.ts';
import { TOY_ANSWERS } from '../cli/toy-flow.ts';
import { toyFlowFiles, toyStore } from '../cli/toy-store.ts';
import { newFolder } from '../support/new-folder.ts';
import { arbitraryVector } from './arbitrary-vector.ts';
import type { Target } from './target.ts';
import { wildText } from './wild-values.ts';

/** One run of the command, in a folder that is made anew for it. */
export interface CommandInput {
  readonly argv: readonly string[];
  readonly stdin: string;
  readonly terminals: readonly ('stdin' | 'stdout' | 'stderr')[];
  readonly columns: number;
  /** Whether the toy is the only procedure, or those of the package are there. */
  readonly toy: boolean;
}

const PATIENCE = 20_000;
const builtIn = await openFlowStore({ packageRoot });
const toy = toyStore();
const files = toyFlowFiles();

/** What stands in the folder before each run; none of it may be written without --force. */
const BEFORE: Readonly<Record<string, string>> = {
  '回答.yaml': Object.entries(TOY_ANSWERS)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join(''),
  '回答.json': JSON.stringify({ task: 'unbind', 'bound-by': 'window', 'insured-place': '430900' }),
  '旧.md': '旧的\n',
  '坏.yaml': 'a: [1\n b: {',
  '坏.json': '{"a": ',
  '空.yaml': '',
};

const line = fc.oneof(
  { arbitrary: fc.nat({ max: 12 }).map(String), weight: 4 },
  { arbitrary: fc.constantFrom('', 'b', 'q', '?', 'n', '益阳', 'yy', '2026-10', '不清楚', '1,2'), weight: 3 },
  { arbitrary: wildText, weight: 1 },
);

const inputs: fc.Arbitrary<CommandInput> = fc.record({
  argv: arbitraryVector([RUN_COMMAND, ...COMMANDS], {
    flows: ['toy', '试办一件事', 'gongji', '家庭共济', 'yidi', 'start', 'chaxun'],
    paths: [
      ...Object.keys(BEFORE),
      '新.md',
      '新.json',
      '新.html',
      '新.pdf',
      '新.ics',
      '新',
      '夹',
      '夹/新.txt',
      '无/新.md',
    ],
    answers: [
      ...Object.entries(TOY_ANSWERS).map(([key, value]) => `${key}=${value}`),
      'task=unbind',
      'bound-by=window',
      'insured-place=益阳',
      'task=不清楚',
    ],
  }),
  stdin: fc.oneof(
    fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n')),
    fc.constantFrom(...Object.values(BEFORE)),
  ),
  terminals: fc.subarray(['stdin', 'stdout', 'stderr'] as const),
  columns: fc.integer({ min: 1, max: 160 }),
  toy: fc.boolean(),
});

/** Only documented codes, no stack trace, nothing on stdout where it failed, no file but whole ones. */
export const commandLine: Target<CommandInput> = {
  name: 'command-line',
  inputs,
  async check(input) {
    const folder = newFolder();
    const home = process.cwd();
    mkdirSync(join(folder, '夹'));
    for (const [name, text] of Object.entries(BEFORE)) writeFileSync(join(folder, name), text);
    try {
      process.chdir(folder);
      checkRun(input.argv, await runIn(folder, input));
      checkFiles(folder, input.argv);
    } finally {
      process.chdir(home);
      rmSync(folder, { recursive: true });
    }
  },
};

async function runIn(
  folder: string,
  { argv, stdin, terminals, columns, toy: isToy }: CommandInput,
): Promise<CliRun> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it never ended')), PATIENCE);
  });
  const store = isToy ? toy : builtIn;
  // Prompts drawn on a terminal are tested in a real one.
  const face = terminals.includes('stdin') && terminals.includes('stderr') ? ['--plain'] : [];
  // What moves on a terminal (a spinner) moves its cursor, which only a real one has.
  const isStill = !argv.some((word) => ['check', 'batch'].includes(word));
  const run = runCli([...argv, ...face], {
    stdin,
    terminals: terminals.filter((name) => isStill || name !== 'stderr'),
    columns,
    store,
    files,
    progress: join(folder, 'state'),
    env: { HOME: folder },
    opened: [],
  });
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
}

function checkRun(argv: readonly string[], { code, stdout, stderr }: CliRun): void {
  const said = `\nstdout: ${stdout.slice(0, 400)}\nstderr: ${stderr.slice(-1500)}`;
  if (![0, 2, 3, 4, 130].includes(code)) throw new Error(`exit code ${code}${said}`);
  if (/\n\s+at .*[:(]|自己出了错/.test(stderr)) throw new Error(`a stack trace${said}`);
  if (/undefined|\[object |NaN/.test(stdout + stderr) && !/undefined|object|NaN/.test(argv.join(' '))) {
    throw new Error(`nonsense${said}`);
  }
  // The report of `check` and the lines of `batch` are their results, whether all is well in them or not.
  const isReport = (code === 4 && argv.includes('check')) || (code === 2 && argv.includes('batch'));
  if (code !== 0 && stdout !== '' && !isReport) throw new Error(`a result beside exit code ${code}${said}`);
}

const WHOLE: readonly (readonly [suffix: RegExp, isWhole: (text: string) => boolean])[] = [
  [/\.json$/i, (text) => JSON.parse(text) !== undefined],
  [/\.html?$/i, (text) => text.endsWith('</html>\n')],
  [/\.pdf$/i, (text) => /^%PDF[\s\S]*%%EOF\n?$/.test(text)],
  [/\.ics$/i, (text) => text.endsWith('END:VCALENDAR\r\n')],
  [/\.svg$/i, (text) => text.endsWith('</svg>\n')],
];

function checkFiles(folder: string, argv: readonly string[]): void {
  const isForced = argv.includes('--force');
  for (const [name, text] of Object.entries(BEFORE)) {
    const path = join(folder, name);
    if (!isForced && (!existsSync(path) || readFileSync(path, 'utf8') !== text)) {
      throw new Error(`${name} was written over`);
    }
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || Object.hasOwn(BEFORE, entry.name)) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
    if (entry.name.endsWith('.part')) throw new Error(`${entry.name} was left over`);
    const isWhole = WHOLE.find(([suffix]) => suffix.test(entry.name))?.[1] ?? ((all) => all.endsWith('\n'));
    if (!isWhole(text)) throw new Error(`${entry.name} is not whole: ${text.slice(-200)}`);
  }
}
