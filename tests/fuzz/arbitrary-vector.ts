import fc from 'fast-check';
import type { CommandSpec } from '../../src/cli/command-table.ts';
import type { OptionSpec } from '../../src/cli/options.ts';
import { wildText } from './wild-values.ts';

/** Words of which some arguments make sense. */
export interface Vocabulary {
  readonly flows: readonly string[];
  readonly paths: readonly string[];
  /** `键=值`. */
  readonly answers: readonly string[];
}

/** What runs on without an end is left out. */
const ENDLESS = ['--watch'];

/** Words after `yibao`: a command, its arguments and options, some sensible, some another's, some junk. */
export function arbitraryVector(commands: readonly CommandSpec[], words: Vocabulary): fc.Arbitrary<string[]> {
  const { flows, paths, answers } = words;
  const anyOption = commands.flatMap(({ options }) => options);
  const value = fc.oneof(
    {
      arbitrary: fc.constantFrom(...paths, ...answers, ...flows, '-', '2026-11-22', '2027-01-01'),
      weight: 5,
    },
    {
      arbitrary: fc.constantFrom('text', 'json', 'html', 'markdown', 'pdf', 'ics', 'terminal', 'svg', 'csv'),
      weight: 3,
    },
    { arbitrary: junk, weight: 1 },
  );
  return fc.constantFrom(...commands).chain((command) => {
    const option = fc.oneof(
      { arbitrary: fc.constantFrom(...command.options, ...command.options, ...anyOption), weight: 6 },
      { arbitrary: fc.constant(undefined), weight: 1 },
    );
    const parts = fc.array(
      fc.tuple(option, value, fc.boolean()).map(([spec, given, joined]) => written(spec, given, joined)),
      { maxLength: 7 },
    );
    const answered = fc.oneof(fc.constant([]), fc.constant(answers.flatMap((one) => ['-a', one])));
    const name = command.name === 'run' ? fc.constantFrom([], ['run']) : fc.constant([command.name]);
    const args = fc.array(
      fc.oneof({ arbitrary: fc.constantFrom(...flows), weight: 5 }, { arbitrary: value, weight: 1 }),
      {
        maxLength: 3,
      },
    );
    return fc
      .tuple(name, args, parts, answered)
      .map(([called, given, options, more]) => [...called, ...given, ...options.flat(), ...more])
      .filter((argv) => !ENDLESS.some((word) => argv.includes(word)));
  });
}

/** Nothing that leads out of the folder. */
const junk = wildText.filter((text) => !text.includes('/') && !text.includes('\0') && text.length < 200);

function written(spec: OptionSpec | undefined, value: string, joined: boolean): string[] {
  if (!spec) return [value];
  const [, short, long = ''] = /^(?:(-\w), )?(--[\w-]+)/.exec(spec.flags) ?? [];
  if (!/[<[]/.test(spec.flags)) return [long];
  if (joined) return [`${long}=${value}`];
  return [short ?? long, value];
}
