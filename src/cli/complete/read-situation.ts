import { COMMANDS, type CommandSpec, RUN_COMMAND } from '../command-table.ts';
import { GENERAL_OPTIONS, type OptionSpec } from '../options.ts';

/** What the word at the cursor may be. */
export type Expected =
  | { readonly kind: 'option-name' }
  | { readonly kind: 'option-value'; readonly option: OptionSpec }
  /** The argument with this number; an option may stand there too. */
  | { readonly kind: 'argument'; readonly index: number };

/** Where a half-typed command line stands. */
export interface Situation {
  readonly command: CommandSpec;
  /** Whether the command's own name was written. */
  readonly isNamed: boolean;
  readonly args: readonly string[];
  /** The values of options by their long name; of a switch, one empty value. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly expected: Expected;
  /** What stands before `typed` in the same word: `--format=`. */
  readonly head: string;
  /** What is to be completed. */
  readonly typed: string;
}

/** Reads the words after `yibao` up to the cursor, as commander would. */
export function readSituation(words: readonly string[], current: string): Situation {
  const [first = ''] = words;
  const named = COMMANDS.find(({ name }) => name === first);
  const command = named ?? RUN_COMMAND;
  const isNamed = named !== undefined;
  const rest = isNamed ? words.slice(1) : words;
  const { args, given, open, onlyArgs } = readWords(rest, optionsOf(command));
  const known = { command, isNamed, args, given };
  if (open) return { ...known, expected: { kind: 'option-value', option: open }, head: '', typed: current };
  const [, head = '', typed = ''] = /^(--[a-z-]+=)(.*)$/su.exec(current) ?? [];
  const option = head && !onlyArgs && findOption(optionsOf(command), head.slice(0, -1));
  if (option) return { ...known, expected: { kind: 'option-value', option }, head, typed };
  const isOption = current.startsWith('-') && !onlyArgs;
  const expected: Expected = isOption ? { kind: 'option-name' } : { kind: 'argument', index: args.length };
  return { ...known, expected, head: '', typed: current };
}

/** All options of a command. */
export function optionsOf(command: CommandSpec): readonly OptionSpec[] {
  return [...command.options, ...GENERAL_OPTIONS];
}

/** `--answer` of `-a, --answer <键=值>`. */
export function longName({ flags }: OptionSpec): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/** Whether a value follows the option. */
export function takesValue({ flags }: OptionSpec): boolean {
  return flags.includes('<');
}

function findOption(options: readonly OptionSpec[], name: string): OptionSpec | undefined {
  return options.find(({ flags }) => flags.split(/[ ,]+/).includes(name));
}

/** What the words before the cursor come to. */
interface ReadWords {
  readonly args: string[];
  readonly given: Map<string, readonly string[]>;
  /** The option whose value is the next word. */
  open?: OptionSpec | undefined;
  /** After `--` every word is an argument. */
  onlyArgs: boolean;
}

function readWords(words: readonly string[], options: readonly OptionSpec[]): ReadWords {
  const read: ReadWords = { args: [], given: new Map(), onlyArgs: false };
  for (const word of words) {
    if (read.open) {
      give(read, read.open, word);
      read.open = undefined;
    } else if (read.onlyArgs || !word.startsWith('-') || word === '-') read.args.push(word);
    else if (word === '--') read.onlyArgs = true;
    else readOption(read, word, options);
  }
  return read;
}

function readOption(read: ReadWords, word: string, options: readonly OptionSpec[]): void {
  const [, name = word, value] = /^(--[a-z-]+)=(.*)$/su.exec(word) ?? [];
  const option = findOption(options, name);
  if (!option) return;
  if (value === undefined && takesValue(option)) read.open = option;
  else give(read, option, value ?? '');
}

function give({ given }: ReadWords, option: OptionSpec, value: string): void {
  given.set(longName(option), [...(given.get(longName(option)) ?? []), value]);
}
