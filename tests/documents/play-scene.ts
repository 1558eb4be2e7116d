import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startInTerminal } from '../e2e/terminal.ts';
import { packageFolder } from '../support/package-folder.ts';
import type { Scene } from './read-scenes.ts';
import type { Reader } from './reader.ts';

/** Programs that .ci/run installs; a command that uses one is played by the system suite. */
const FROM_PACKAGES = /(?:^|[|&;(]|\bxargs|\btime)\s*(?:jq|parallel|zsh|fish|tmux|chromium|pdf\w+)\b/;

/** Options and words that make a run of a procedure ask nothing. */
const ASKS_NOTHING = /\s(?:--no-input|--answers|-a|--forget|--help|-h|--version|-V)\b/;

export function needsPackages({ command }: Scene): boolean {
  return FROM_PACKAGES.test(command);
}

/** Does what the document says, as its reader would, and holds it to what the document shows. */
export async function playScene(reader: Reader, scene: Scene, procedures: readonly string[]): Promise<void> {
  for (const file of scene.files) reader.save(file);
  for (const part of scene.command.split(/\s*&&\s*/)) await playPart(reader, scene, part, procedures);
}

async function playPart(
  reader: Reader,
  scene: Scene,
  part: string,
  procedures: readonly string[],
): Promise<void> {
  const words = part.split(/\s+/);
  if (words[0] === 'npm' || words[0] === 'apt-get') return checkInstall(words);
  const args = (words[0] === 'npx' ? words.slice(1) : words).slice(1);
  if (isInterview(part, args, procedures)) return playInterview(reader, scene, args);
  const { code, stdout, stderr } = reader.type(part);
  expect({ command: part, code, stderr: code === 0 ? '' : stderr }).toEqual({
    command: part,
    code: 0,
    stderr: '',
  });
  for (const sample of scene.samples) expectSample(`${stdout}\n${stderr}`, sample);
}

function isInterview(part: string, args: readonly string[], procedures: readonly string[]): boolean {
  if (!/^(?:npx )?yibao\b/.test(part) || ASKS_NOTHING.test(part) || part.includes('|')) return false;
  const [name] = args;
  return (
    name === undefined ||
    name.startsWith('-') ||
    ['run', 'resume'].includes(name) ||
    procedures.includes(name)
  );
}

/** A question comes up in the terminal; the reader answers the first one and leaves, so that there is one to resume. */
async function playInterview(reader: Reader, scene: Scene, args: readonly string[]): Promise<void> {
  const redirect = args.indexOf('>');
  const [given, target] = redirect < 0 ? [args] : [args.slice(0, redirect), args[redirect + 1] ?? ''];
  const run = startInTerminal(given, {
    cwd: reader.folder,
    state: reader.state,
    ...(target === undefined ? {} : { stdoutFile: target }),
  });
  const isMenu = given.every((word) => word.startsWith('-'));
  await run.seen(isMenu || given[0] === 'resume' ? '按数字' : '第 1 问');
  for (const sample of scene.samples) {
    await run.seen(sample.trim().split('\n').at(-1) ?? '');
    expectSample(run.screen(), sample);
  }
  if (!isMenu && given[0] !== 'resume') {
    run.press(given.includes('--plain') ? '1\r' : '1');
    await run.seen('第 2 问');
  }
  run.press('\u0003');
  expect(await run.ended()).toBe(130);
}

/** `……` alone on a line stands for lines left out. */
function expectSample(printed: string, sample: string): void {
  const tidy = (text: string): string =>
    text
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n');
  for (const piece of tidy(sample).split(/^……$/m)) {
    expect(tidy(printed)).toContain(piece.replace(/^\n+|\n+$/g, ''));
  }
}

/** Installing is what .ci/run does, and the scripts are those of package.json. */
function checkInstall(words: readonly string[]): void {
  const ci = readFileSync(join(packageFolder, '.ci', 'run'), 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const [program, verb = '', ...rest] = words;
  if (program === 'apt-get') {
    const named = rest.filter((word) => !word.startsWith('-'));
    const installed = /apt-get install[^\n]*\\\n\s*([^\n]*)\n/.exec(ci)?.[1]?.trim().split(/\s+/);
    expect(verb === 'update' ? installed : named).toEqual(installed);
  } else if (verb === 'ci') {
    expect(ci).toContain('npm ci');
  } else {
    expect(Object.keys(scripts)).toContain(verb === 'run' ? rest[0] : verb);
  }
}
