import { Command, Help } from 'commander';
import { countColumns } from '../render/columns.ts';
import { padColumns, wrapText } from '../render/layout.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Below this many columns a description goes on the line under its term. */
const NARROW = 24;

function wrapLines(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapText(line, width));
}

/** Lays out help in columns that Chinese keeps to, with Chinese headings. */
export class ChineseHelp extends Help {
  override displayWidth(text: string): number {
    return countColumns(text);
  }

  override styleTitle(title: string): string {
    return TITLES[title] ?? title;
  }

  override subcommandTerm(command: Command): string {
    const args = command.registeredArguments.map((argument) => {
      const name = argument.variadic ? `${argument.name()}...` : argument.name();
      return argument.required ? ` <${name}>` : ` [${name}]`;
    });
    return command.name() + args.join('');
  }

  override boxWrap(text: string, width: number): string {
    return wrapLines(text, width).join('\n');
  }

  override formatItem(term: string, termWidth: number, description: string): string {
    if (!description) return `  ${term}`;
    const columns = (this.helpWidth ?? 80) - termWidth - 4;
    if (columns < NARROW) {
      const lines = wrapLines(description, Math.max((this.helpWidth ?? 80) - 6, 20));
      return [`  ${term}`, ...lines.map((line) => `      ${line}`)].join('\n');
    }
    const [first = '', ...rest] = wrapLines(description, columns);
    const indent = ' '.repeat(termWidth + 4);
    return [`  ${padColumns(term, termWidth)}  ${first}`, ...rest.map((line) => indent + line)].join('\n');
  }

  override formatHelp(command: Command, helper: Help): string {
    // Commander puts a space after its own ASCII colon.
    return super.formatHelp(command, helper).replace('用法： ', '用法：');
  }
}

/** A command whose help is Chinese, and whose commands are such commands too. */
export class HelpingCommand extends Command {
  override createHelp(): ChineseHelp {
    return Object.assign(new ChineseHelp(), this.configureHelp());
  }

  override createCommand(name?: string): HelpingCommand {
    return new HelpingCommand(name);
  }
}
