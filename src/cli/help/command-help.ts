import { wrapText } from '../../render/layout.ts';
import { COMMANDS, type CommandSpec, RUN_COMMAND } from '../command-table.ts';
import { GENERAL_OPTIONS, type OptionSpec, RUN_OPTIONS } from '../options.ts';
import { EXAMPLES, FIRST_STEPS } from './examples.ts';
import { type Entry, entrySection, exampleSection } from './sections.ts';

const DESCRIPTION = '回答几个问题，得到自己的医保办事清单：带什么、怎么办、多久办好，每一条都写明依据。';
const HELP_OPTION: Entry = ['-h, --help', '显示帮助'];
const VERSION_OPTION: Entry = ['-V, --version', '显示版本号'];

/** The options that a person meets first. */
const USUAL = ['--answer', '--answers', '--no-input', '--plain', '--format', '--output', '--why'];

/** The help of `yibao` itself. */
export function renderMainHelp(width: number): string {
  const usual = RUN_OPTIONS.filter(({ flags }) => flags.split(/[ ,]+/).some((name) => USUAL.includes(name)));
  const commands = COMMANDS.map(
    ({ name, args, summary }): Entry => [[name, ...args.map(({ flags }) => flags)].join(' '), summary],
  );
  return finish([
    '用法：yibao [事项] [选项]',
    '      yibao <命令> [选项]',
    '',
    ...wrapText(DESCRIPTION, width),
    ...exampleSection('从这里开始', FIRST_STEPS, width),
    ...entrySection('命令', commands, width),
    ...entrySection(
      '常用选项（全部看 yibao help run）',
      [...usual.map(entryOf), HELP_OPTION, VERSION_OPTION],
      width,
    ),
    ...exampleSection('例子', EXAMPLES.run.slice(1), width),
    '',
    ...wrapText('不知道办哪一件，写 yibao start。拿不准的，打医保服务热线 12393。', width),
  ]);
}

/** The help of one command. */
export function renderCommandHelp(command: CommandSpec, width: number): string {
  const name = command === RUN_COMMAND ? 'yibao' : `yibao ${command.name}`;
  const usage = [name, ...command.args.map(({ flags }) => flags), '[选项]'].join(' ');
  const options = [...command.options, ...GENERAL_OPTIONS].map(entryOf);
  return finish([
    ...wrapText(`用法：${usage}`, width),
    '',
    ...wrapText(`${command.summary}。`, width),
    ...entrySection(
      '参数',
      command.args.map(({ flags, text }): Entry => [flags, text]),
      width,
    ),
    ...entrySection('选项', [...options, HELP_OPTION], width),
    ...exampleSection('例子', EXAMPLES[command.name], width),
  ]);
}

function entryOf({ flags, text }: OptionSpec): Entry {
  return [flags, text];
}

function finish(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
