import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { openFlowStore } from '../../src/load/flow-store.ts';
import { packageRoot } from '../cli/package-root.ts';
import { runCli } from '../cli/test-context.ts';
import { OUTSIDE_TOY_FLOW } from '../cli/toy-flow.ts';
import { newReader, type Reader } from '../documents/reader.ts';
import { startInTerminal } from './terminal.ts';

const store = await openFlowStore({ packageRoot });
const procedures = store.list().map(({ id }) => id);

/** The commands that a help shows under 例子 and 从这里开始. */
async function examplesIn(...topic: string[]): Promise<string[]> {
  const { stdout } = await runCli(['help', ...topic], { store });
  return [...stdout.matchAll(/^ {2}(yibao\b.*?)(?: {2,}.*)?$/gmu)].flatMap(([, command]) => command ?? []);
}

/** Answers that end a procedure. */
async function answersOf(flow: string): Promise<Readonly<Record<string, unknown>>> {
  const [first] = await store.cases(flow);
  return first?.answers ?? {};
}

/** The same, as a person would have written them into the template. */
async function filledIn(flow: string): Promise<string> {
  const lines = Object.entries(await answersOf(flow)).map(
    ([id, value]) => `  ${id}: ${JSON.stringify(value)}`,
  );
  return ['answers:', ...lines].join('\n');
}

const commands = await Promise.all([examplesIn(), ...COMMANDS.map(({ name }) => examplesIn(name))]);
const ofCommands = [...new Set(commands.flat())];
const ofProcedures = await Promise.all(
  procedures.map(async (id) => (await examplesIn(id)).map((command) => [id, command] as const)),
);

describe('the examples of each help work as they are written', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = newReader();
    const answers = await answersOf('yidi');
    const rows = [Object.keys(answers), Object.values(answers)].map((cells) => cells.join(','));
    reader.save({ path: '名单.csv', text: `${rows.join('\n')}\n`, appended: false });
    reader.save({ path: '我们的流程/toy/flow.yaml', text: OUTSIDE_TOY_FLOW, appended: false });
  });
  afterAll(() => reader.leave());

  test('every help shows what to type', () => {
    const counts = [...commands, ...ofProcedures].map(({ length }) => length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
  });

  const all = [...ofCommands.map((command) => ['yidi', command] as const), ...ofProcedures.flat()];

  test.each(all.filter(([, command]) => !asks(command)))('%s: %s', async (flow, command) => {
    rmSync(join(reader.folder, '清单.pdf'), { force: true });
    const text = await filledIn(flow);
    for (const path of ['回答.yaml', '短住.yaml', '长住.yaml']) reader.save({ path, text, appended: false });
    expect({ command, ...reader.type(command) }).toMatchObject({ command, code: 0 });
  });

  test.each(ofCommands.filter(asks))('%s asks a person at a terminal', async (command) => {
    const [line = '', target] = command.split(' > ');
    const run = startInTerminal(line.split(' ').slice(1), {
      cwd: reader.folder,
      state: reader.state,
      ...(target === undefined ? {} : { stdoutFile: target }),
    });
    await run.seen('按数字');
    run.press('\u0003');
    expect(await run.ended()).toBe(130);
  });

  test.each(ofProcedures.flat().filter(([, command]) => asks(command)))('%s: %s asks', async (_, command) => {
    const run = await runCli(command.split(' ').slice(1), { store });
    expect(run).toMatchObject({ code: 3, stdout: '' });
  });
});

/** Whether the command begins an interview. */
function asks(command: string): boolean {
  const [, name] = command.split(' ');
  return name === undefined || ('id' in store.find(name) && !command.includes('--answers'));
}
