import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SCRIPTS } from '../../src/cli/complete/scripts.ts';
import type { Shell } from '../../src/cli/options.ts';
import { OUTSIDE_TOY_FLOW } from '../cli/toy-flow.ts';
import { newFolder, startProgramInTerminal, type TerminalRun } from '../e2e/terminal.ts';
import { findProgram } from '../support/run-program.ts';

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));

/**
 * What a shell itself calls reaches the real command. A line that is typed is only shown, word by word as
 * the shell has read it, so that a test sees what would have run.
 */
const SHOWING_YIBAO = `#!/bin/sh
[ -t 1 ] || exec "${process.execPath}" "${launcher}" "$@"
exec "${process.execPath}" -e 'console.log("RAN", JSON.stringify(process.argv.slice(1)), "END")' -- "$@"
`;

/** A procedure whose labels hold all that a shell takes amiss. */
const ODD_FLOW = OUTSIDE_TOY_FLOW.replace(
  'self: 本人, family: 家人代办',
  `self: '自己 "办": it''s $5 (甲)', family: "B:二号"`,
);

const RC: Readonly<Record<Shell, readonly [file: string, text: string]>> = {
  bash: ['.bashrc', "PS1='READY> '\n"],
  zsh: ['.zshrc', "PROMPT='READY> '\n"],
  fish: [
    '.config/fish/config.fish',
    "function fish_prompt; echo -n 'READY> '; end\nset -g fish_greeting\nset -g fish_autosuggestion_enabled 0\n",
  ],
};

/** A shell that a person types into. */
export interface ShellSession extends TerminalRun {
  /** Waits for one more command line to run; its words. */
  nextWords(): Promise<readonly string[]>;
}

/** A shell in a pseudo-terminal, with the completion installed as its script says. */
export async function startShell(shell: Shell): Promise<ShellSession> {
  const home = newFolder();
  const [rc, text] = RC[shell];
  const files = {
    'bin/yibao': SHOWING_YIBAO,
    [rc]: text,
    'work/my answers.yaml': '',
    'work/清单.pdf': '',
    'work/own/toy/flow.yaml': ODD_FLOW,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), content);
  }
  chmodSync(join(home, 'bin/yibao'), 0o755);
  const setup = {
    cwd: join(home, 'work'),
    columns: 120,
    rows: 50,
    env: { HOME: home, PATH: `${join(home, 'bin')}:${process.env.PATH ?? ''}`, LC_ALL: 'C.UTF-8' },
  };
  const program = findProgram(shell);
  const install = startProgramInTerminal(program, ['-c', installLines(shell)], setup);
  if ((await install.ended()) !== 0) throw new Error(`not installed: ${install.everything()}`);
  const run = startProgramInTerminal(program, ['-i'], setup);
  await run.seen('READY>');
  return { ...run, nextWords: wordsReader(run) };
}

/** How to install it, as the head of the script says. */
function installLines(shell: Shell): string {
  const lines = SCRIPTS[shell].split('\n').filter((line) => line.startsWith('#   '));
  return lines.map((line) => line.slice(4)).join('\n');
}

function wordsReader(run: TerminalRun): ShellSession['nextWords'] {
  let read = 0;
  return async () => {
    read += 1;
    await run.seen(' END\n', read);
    const [, words = ''] = [...run.everything().matchAll(/^RAN (.*?) END$/gmsu)][read - 1] ?? [];
    return JSON.parse(words.replaceAll('\n', ''));
  };
}
