import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { answerRich, longest, plainLine } from '../e2e/answer-by-keys.ts';
import { startInTerminal, type TerminalRun } from '../e2e/terminal.ts';
import { newFolder } from '../support/new-folder.ts';
import type { KillSubject, KillTally } from './tally.ts';

const KILLED = 137;

/** An interview that is killed and gone on with until it is over. */
interface Talk {
  readonly matter: (typeof longest)[number];
  readonly face: readonly string[];
  readonly state: string;
}

/** Kills interviews in a terminal; no answer is lost after which the next question had been seen. */
export const killInterview: KillSubject = async (random, kills) => {
  const tally: KillTally = { kills: 0, parts: 0 };
  while (tally.kills < kills) {
    const matter = longest[Math.floor(random() * longest.length)];
    if (!matter) throw new RangeError('there are no flows');
    const face = random() < 0.3 ? ['--plain'] : [];
    await talkThrough({ matter, face, state: newFolder() }, random, kills, tally);
  }
  return tally;
};

async function talkThrough(talk: Talk, random: () => number, kills: number, tally: KillTally): Promise<void> {
  let reached = 0;
  while (tally.kills < kills) {
    const { run, isOver } = await talkOn(talk, random);
    if (isOver) break;
    tally.kills += 1;
    // The checklist was on the screen, and its answers were not needed any more.
    if (run.everything().includes('办事清单') && keptIn(talk.state).length === 0) return;
    reached = Math.max(reached, shownBy(run));
    tally.parts += expectKept(talk, reached);
  }
  await finish(talk, reached > 1);
}

/** Starts or goes on, answers what is asked, and is killed somewhere on the way unless it is over before. */
async function talkOn(talk: Talk, random: () => number) {
  const run = start(talk);
  const answering = answerAll(talk, run, random() < 0.5 ? 1 + Math.floor(random() * 3) : undefined, random);
  const timer = setTimeout(() => run.kill('SIGKILL'), 150 + random() * 3000);
  await answering.catch(() => {});
  const code = await run.ended();
  clearTimeout(timer);
  if (code !== 0 && code !== KILLED) throw new Error(`exit code ${code}:\n${run.everything()}`);
  return { run, isOver: code === 0 };
}

function start({ matter, face, state }: Talk): TerminalRun {
  const argv = keptIn(state).length > 0 ? ['resume'] : [matter.id, '--date', matter.date];
  return startInTerminal([...argv, ...face], { rows: 50, columns: 100, state });
}

/** Answers from the question on the screen to the end; killed in the middle of saving the answer of a turn. */
async function answerAll(
  { matter, face }: Talk,
  run: TerminalRun,
  killAt: number | undefined,
  random: () => number,
): Promise<void> {
  const { asked, flow } = matter;
  for (let number = await firstShown(run), turn = 1; number <= asked.length; number++, turn++) {
    const given = asked[number - 1];
    if (!given) break;
    if (face.length > 0) {
      await run.seen(`第 ${number} 问`);
      await run.seen(given.ask);
      run.press(`${plainLine(flow, given)}\r`);
    } else await answerRich(run, flow, given, number);
    if (turn === killAt) setTimeout(() => run.kill('SIGKILL'), random() * 25);
  }
  await run.seen('请核对您的回答');
  run.press('\r');
  await run.seen('接下来做什么？');
  const end = /(\d)\. 结束/.exec(run.everything())?.[1] ?? '';
  run.press(`${end}${face.length > 0 ? '\r' : ''}`);
}

/** The number of the question that a run begins with; one past the last where the review comes at once. */
async function firstShown(run: TerminalRun): Promise<number> {
  await Promise.any([run.seen('第 '), run.seen('请核对您的回答')]);
  return shownBy(run) || Number.POSITIVE_INFINITY;
}

function shownBy(run: TerminalRun): number {
  return Math.max(
    0,
    ...Array.from(run.everything().matchAll(/第 (\d+) 问/g), ([, number]) => Number(number)),
  );
}

/** The files of interviews in a state folder, those of killed writers left out. */
function keptIn(state: string): string[] {
  return namesIn(state).filter((name) => name.endsWith('.json'));
}

function namesIn(state: string): string[] {
  const folder = join(state, 'yibao/interviews');
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** All answers before a question that was seen are in a file that is whole. Gives how many parts were left. */
function expectKept({ matter, state }: Talk, reached: number): number {
  const kept = keptIn(state).map((name) =>
    JSON.parse(readFileSync(join(state, 'yibao/interviews', name), 'utf8')),
  );
  if (reached > 1) {
    const wanted = matter.asked.slice(0, reached - 1).map(({ question, value }) => [question, value]);
    expect(kept).toHaveLength(1);
    expect(kept[0].answers).toMatchObject(Object.fromEntries(wanted));
  }
  return namesIn(state).length - kept.length;
}

/** The end is reached after all, and leaves nothing behind. */
async function finish(talk: Talk, wasKept: boolean): Promise<void> {
  // What was kept may be gone already: with the checklist.
  if (!wasKept || keptIn(talk.state).length > 0) {
    const run = start(talk);
    await answerAll(talk, run, undefined, Math.random);
    expect(await run.ended()).toBe(0);
  }
  expect(namesIn(talk.state)).toEqual([]);
}
