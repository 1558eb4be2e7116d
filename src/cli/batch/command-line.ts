import { Option } from 'commander';
import type { OptionSpec } from '../options.ts';
import { shellWord } from './wording.ts';

/** The command line that says the same, ready for a shell. */
export function commandLine(
  words: readonly string[],
  specs: readonly OptionSpec[],
  options: Readonly<Record<string, unknown>>,
): string {
  const said = specs.flatMap(({ flags }) => {
    const option = new Option(flags);
    const value = options[option.attributeName()];
    if (value === undefined || value === false) return [];
    if (value === true) return [String(option.long)];
    return [value].flat().flatMap((one) => [String(option.long), String(one)]);
  });
  return ['yibao', ...words, ...said].map(shellWord).join(' ');
}
