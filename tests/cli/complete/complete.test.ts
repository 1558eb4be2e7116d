import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/cli/command-table.ts';
import { optionsOf, takesValue } from '../../../src/cli/complete/read-situation.ts';
import { findQuestion, wordsOf } from '../../../src/cli/question-words.ts';
import { readAnswer } from '../../../src/engine/read-answer.ts';
import type { FlowStore } from '../../../src/load/flow-store.ts';
import { openFlowStore } from '../../../src/load/flow-store.ts';
import { packageRoot } from '../package-root.ts';
import { type Circumstances, runCli } from '../test-context.ts';
import { TOY_FLOW } from '../toy-flow.ts';
import { toyStore } from '../toy-store.ts';

const toy = toyStore();

async function reply(shell: string, words: readonly string[], circumstances: Circumstances = {}) {
  const { code, stdout, stderr } = await runCli(['__complete', shell, ...words], {
    store: toy,
    ...circumstances,
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

/** The words offered, without what they mean. */
async function offered(words: readonly string[], circumstances: Circumstances = {}): Promise<string[]> {
  const lines = (await reply('fish', words, circumstances)).trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split('\t')[0] ?? '');
}

test('procedures come with their titles, commands with what they do', async () => {
  expect(await reply('fish', [''])).toMatch(/^words\ntoy\t试办一件事\nrun\t回答问题/);
  expect(await reply('zsh', ['toy', '-a', 'who='])).toBe(
    'words 1\nself:本人\nfamily:家人代办\nother:别人\nunsure:不清楚\n',
  );
});

test('Chinese names join once something is typed', async () => {
  expect(await offered(['试'])).toEqual(['试办一件事', '试办']);
  expect(await offered(['试办', '-a', '谁'])).toEqual(['谁来办=']);
  expect(await offered(['试办', '-a', '谁来办=家'])).toEqual(['谁来办=家人代办']);
});

test('what was answered is not asked for again, nor what it leaves out', async () => {
  const all = await offered(['toy', '-a', '']);
  expect(all).toEqual(['who=', 'home=', 'papers=', 'paid=', 'months=', 'first-day=', 'agree=']);
  expect(await offered(['toy', '-a', 'who=self', '-a', ''])).toEqual(all.slice(1));
  expect(await offered(['toy', '-a', 'who=other', '-a', ''])).toEqual([]);
  const bits = await offered(['toy', '-a', 'who=self', '--answer=papers=hukou', '-a', '']);
  expect(bits).toEqual(['home=', 'paid=', 'months=', 'first-day=', 'agree=', 'papers=']);
});

test.each([
  ['长沙 by Chinese', 'home=益', ['home=益阳市']],
  ['after the province', 'home=湖南', ['home=湖南省', 'home=湖南岳阳', 'home=湖南益阳']],
  ['by pinyin', 'home=yue', ['home=yueyang']],
  ['by code', 'home=4309', ['home=430900']],
  ['not by a spelling that two cities share', 'home=suz', []],
  ['with nothing typed, the provinces', 'home=', ['home=湖南省', 'home=江苏省', 'home=安徽省']],
])('places: %s', async (_, typed, places) => {
  expect(await offered(['toy', '-a', typed])).toEqual(places);
});

test('answers of a procedure that is handed over to begin with its id', async () => {
  expect(await offered(['toy', '--follow', '-a', 'toy.wh'])).toEqual(['toy.who=']);
  expect(await offered(['toy', '--follow', '-a', 'toy.who=o'])).toEqual(['toy.who=other']);
});

test.each([
  ['a file', ['toy', '--answers', ''], 'files'],
  ['a folder', ['toy', '--flows', ''], 'folders'],
  ['a file to check', ['check', 'flows/a.yaml', ''], 'files'],
  ['an answers file to compare', ['diff', 'toy', ''], 'files'],
])('the shell itself completes %s', async (_, words, kind) => {
  expect(await reply('fish', words)).toBe(`${kind}\n`);
});

test.each([
  ['no procedure is named', ['-a', '']],
  ['there is no such procedure', ['nothing', '-a', '']],
  ['there is no such question', ['toy', '-a', 'nothing=']],
  ['there is no such option', ['toy', '--nothing', '--nothing']],
  ['a date is anyone’s', ['toy', '--date', '']],
  ['all arguments are there', ['toy', '']],
  ['a number is anyone’s', ['toy', '-a', 'months=']],
])('nothing is offered where %s', async (_, words) => {
  expect(await offered(words)).toEqual([]);
});

test('whatever goes wrong, nothing is said', async () => {
  const broken = { store: () => Promise.reject(new Error('broken')) };
  expect(await reply('bash', ['yibao toy -a ', '', '9'], broken)).toBe('');
  expect(await reply('csh', ['toy'])).toBe('');
  expect(await reply('bash', [])).not.toBe('');
});

test('bash gets the part after the last break, ready to stand in the line', async () => {
  const line = 'yibao toy --answer=who=';
  expect(await reply('bash', [`${line}fam`, 'fam', '9'])).toBe('words\nfamily\n');
  expect(await reply('bash', [`${line}家`, '家', '9'])).toBe('words\n家人代办\n');
  expect(await reply('bash', [line, '', '63'])).toBe(
    'words\nself    本人\nfamily  家人代办\nother   别人\nunsure  不清楚\n',
  );
});

test('a stranger’s title cannot act on the terminal', async () => {
  const store = toyStore(TOY_FLOW.replace('title: 试办一件事', 'title: "试办\\e[31m\\n\\u202E一件事"'));
  const stdout = await reply('fish', ['to'], { store });
  expect(stdout).toMatch(/^words\ntoy\t\P{C}+\n$/u);
});

test('in bash the file of a redirection is a file', async () => {
  expect(await reply('bash', ['yibao toy -f text > 清', '清', '9'])).toBe('files\n');
});

test('no help lists the hidden command', async () => {
  for (const { name } of COMMANDS) {
    expect((await runCli([name, '--help'], { store: toy })).stdout).not.toContain('__complete');
  }
});

test('every option with a value says what a shell may offer, but where nobody can know', () => {
  const silent = COMMANDS.flatMap((command) =>
    optionsOf(command).filter((option) => takesValue(option) && option.takes === undefined),
  );
  const free = ['--date <日期>', '--ignore <列>', '--workers <个数>', '--from-line <行号>'];
  expect(new Set(silent.map(({ flags }) => flags))).toEqual(new Set(free));
});

describe('in every built-in procedure', async () => {
  let store: FlowStore;
  beforeAll(async () => {
    store = await openFlowStore({ packageRoot });
  });
  const ids = (await openFlowStore({ packageRoot })).list().map(({ id }) => id);

  test.each(ids)('%s understands every key and value that is offered', async (id) => {
    const flow = await store.get(id);
    for (const question of Object.values(flow.questions)) {
      const { ask, options } = wordsOf(flow, question);
      const keys = await offered([id, '-a', ask.slice(0, 2)], { store });
      for (const key of keys) expect(findQuestion(flow, key.slice(0, -1)), key).toBeDefined();
      const values = await offered([id, '-a', `${question.id}=`], { store });
      const spoken = options.map(({ label }) => `${question.id}=${label}`);
      for (const value of [...values, ...spoken]) {
        const raw = value.slice(question.id.length + 1);
        const read = readAnswer(flow, {}, question.id, raw, { date: '2026-11-22' });
        expect(read, value).toHaveProperty('value');
      }
    }
  });
});
