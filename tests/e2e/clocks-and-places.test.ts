import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATED_PATH } from '../support/dated-path.ts';
import { newFolder } from '../support/new-folder.ts';
import { packageFolder } from '../support/package-folder.ts';
import { runLauncher } from './run-launcher.ts';

/** Machines of which none may make a difference. In Turkish, i in capitals is no I. */
const MACHINES = [
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'America/Los_Angeles', LANG: 'POSIX', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Asia/Shanghai', LC_ALL: 'C.UTF-8' },
] as const;

const YIDI = ['yidi', '--no-input', ...DATED_PATH];

/** What each machine makes of something; all of them the same. */
async function expectAlike(
  make: (env: Readonly<Record<string, string>>) => Promise<unknown>,
  machines: readonly Readonly<Record<string, string>>[] = MACHINES,
): Promise<void> {
  const [first, ...others] = await Promise.all(machines.map(make));
  for (const other of others) expect(other).toEqual(first);
}

/** The files of a folder by their names. */
function filesIn(folder: string): Record<string, Buffer> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

test('every format holds the same bytes on every machine', async () => {
  const names = ['html', 'pdf', 'ics', 'json', 'md', 'txt'].map((suffix) => `清单.${suffix}`);
  await expectAlike(async (env) => {
    const folder = newFolder();
    const outputs = [...names, '存.yaml'].flatMap((name) => [
      name.endsWith('.yaml') ? '--save-answers' : '-o',
      join(folder, name),
    ]);
    const { code, stdout, stderr } = await runLauncher(
      [...YIDI, '--date', '2026-11-22', ...outputs, '-o', '-', '-f', 'terminal', '--why'],
      { env: { ...env, FORCE_COLOR: '1' } },
    );
    const files = filesIn(folder);
    expect({ code, names: Object.keys(files).toSorted() }).toEqual({
      code: 0,
      names: [...names, '存.yaml'].toSorted(),
    });
    return { stdout, stderr: stderr.replaceAll(folder, ''), files };
  });
});

test.each([
  { argv: ['list'] },
  { argv: ['list', '--json'] },
  { argv: ['sources', '--date', '2026-11-22', '-f', 'csv'] },
  // This takes the longest, so two machines do.
  { argv: ['check', join(packageFolder, 'flows/chaxun'), '--json'], machines: MACHINES.slice(1, 3) },
])('$argv says the same on every machine', async ({ argv, machines }) => {
  await expectAlike(async (env) => {
    const run = await runLauncher(argv, { env });
    expect(run.code).toBe(0);
    return run;
  }, machines);
});

test('an interview asks, keeps and lists the same on every machine', async () => {
  const state = newFolder();
  const home = newFolder();
  await runLauncher(['gongji', '--plain'], { stdin: '5\n2\n', env: { XDG_STATE_HOME: state } });
  await expectAlike(async (env) => {
    const own = newFolder();
    const left = await runLauncher(['gongji', '--plain', '--date', '2026-11-22'], {
      stdin: '5\n2\n',
      env: { ...env, XDG_STATE_HOME: own },
    });
    const folder = join(own, 'yibao/interviews');
    const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    // The one that all of them share was kept at one moment.
    const listed = await runLauncher(['resume'], { env: { ...env, XDG_STATE_HOME: state, HOME: home } });
    return { left, kept, listed };
  });
});

/** Preloaded before the command: a clock that stands at a moment. */
function clockAt(moment: string): Record<string, string> {
  const file = join(newFolder(), 'clock.mjs');
  writeFileSync(file, `const now = Date.parse('${moment}');\nDate.now = () => now;\n`);
  return { NODE_OPTIONS: `--import=${file}` };
}

test.each([
  ['2026-11-22T15:59:59.999Z', '2026-11-22'],
  ['2026-11-22T16:00:00.000Z', '2026-11-23'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
])('at %s it is %s, wherever the machine stands', async (moment, day) => {
  const clock = clockAt(moment);
  const dates = await Promise.all(
    MACHINES.map(async (env) => {
      const { stdout } = await runLauncher([...YIDI, '-f', 'json'], { env: { ...env, ...clock } });
      return JSON.parse(stdout).date;
    }),
  );
  expect(dates).toEqual(MACHINES.map(() => day));
});
