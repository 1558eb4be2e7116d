import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { expect, test, vi } from 'vitest';
import { createInquirerPrompter } from '../../src/interview/inquirer-prompter.ts';
import { askContext, month, papers, place, relation } from './ask-context.ts';
import { lookOf } from './prompt-kit.ts';

function openPrompter(rows = 24) {
  const input = new PassThrough();
  const output = new PassThrough();
  const leaving = new AbortController();
  let written = '';
  output.on('data', (chunk) => {
    written += chunk;
  });
  const prompter = createInquirerPrompter({ input, output, signal: leaving.signal }, lookOf(60, rows));
  return { prompter, input, leaving, screen: () => stripVTControlCharacters(written), raw: () => written };
}

test.each([
  ['a choice', relation, '2', 'parent'],
  ['不清楚', relation, '3', 'unsure'],
  ['several answers', papers, '12\r', ['hukou', 'marriage']],
  ['a place', place, 'yy\r', '430900'],
  ['a month', month, '2026-10\r', '2026-10'],
] as const)('reads %s from the keys pressed', async (_, question, keys, raw) => {
  const { prompter, input } = openPrompter();
  const reply = prompter.ask(question, askContext());
  input.write(keys);
  await expect(reply).resolves.toEqual({ kind: 'answer', raw });
});

test('goes back', async () => {
  const { prompter, input } = openPrompter();
  const reply = prompter.ask(relation, askContext());
  input.write('0');
  await expect(reply).resolves.toEqual({ kind: 'back' });
});

test('the first screen says that nothing leaves the machine', async () => {
  const { prompter, screen } = openPrompter();
  await prompter.open('家庭共济', '想把个人账户给家人用的人', true);
  expect(screen()).toMatchInlineSnapshot(`
    "家庭共济
    适合：想把个人账户给家人用的人
    不问姓名和证件号码；您的回答只留在这台电脑上，不上网。
    没答完的留 30 天，好接着答；公用电脑上请加 --no-save。

    "
  `);
});

test('lets a procedure be chosen', async () => {
  const { prompter, input } = openPrompter();
  const chosen = prompter.choose('您要办哪件事？', [
    { value: 'yidi', label: '异地就医备案' },
    { value: 'gongji', label: '家庭共济' },
  ]);
  input.write('2');
  await expect(chosen).resolves.toBe('gongji');
});

test.each([
  ['Ctrl-C', '\u0003', 'interrupt'],
  ['Ctrl-D', '\u0004', 'end-of-input'],
])('%s leaves with the cursor shown again', async (_, key, reason) => {
  const { prompter, input, raw } = openPrompter();
  const reply = prompter.ask(relation, askContext());
  input.write(key);
  await expect(reply).rejects.toMatchObject({ name: 'InterviewCancelled', reason });
  expect(raw().lastIndexOf('\u001B[?25h')).toBeGreaterThan(raw().lastIndexOf('\u001B[?25l'));
});

test('the end of the input leaves', async () => {
  const { prompter, input } = openPrompter();
  const reply = prompter.ask(relation, askContext());
  input.end();
  await expect(reply).rejects.toMatchObject({ reason: 'end-of-input' });
});

test('a signal leaves', async () => {
  const { prompter, leaving } = openPrompter();
  const reply = prompter.ask(relation, askContext());
  await nextTurn();
  leaving.abort('terminate');
  await expect(reply).rejects.toMatchObject({ reason: 'terminate' });
});

test('in a low window the opening waits to be read', async () => {
  const { prompter, input, screen } = openPrompter(15);
  const opened = prompter.open('家庭共济', '想把个人账户给家人用的人', false);
  expect(screen()).toContain('这次不留下任何内容。\n\n❯ 按回车开始');
  input.write('\r');
  await opened;
});

const rows = [{ question: 'relation', ask: '家人是您的什么人？', label: '父母' }];

test.each([
  ['\r', { kind: 'done' }],
  ['1', { kind: 'change', question: 'relation' }],
  ['0', { kind: 'back' }],
])('the review takes %j', async (keys, reply) => {
  const { prompter, input } = openPrompter();
  const reviewed = prompter.review(rows, true);
  input.write(keys);
  await expect(reviewed).resolves.toEqual(reply);
});

test('asks for a file name, with one to edit, and for yes or no', async () => {
  const first = openPrompter();
  const typed = first.prompter.input('存成哪个文件？', 'a.pdf', (line) =>
    line.endsWith('.pdf') ? undefined : '不行。',
  );
  first.input.write('x\r');
  // Inquirer takes no keys while it checks.
  await vi.waitUntil(() => first.screen().includes('不行。'));
  first.input.write('\u007F\r');
  await expect(typed).resolves.toBe('a.pdf');
  expect(first.screen()).toContain('不行。');
  const second = openPrompter();
  const answer = second.prompter.confirm('要盖掉它吗？');
  second.input.write('y\r');
  await expect(answer).resolves.toBe(true);
  expect(second.screen()).toContain('✔ 要盖掉它吗？');
});

test('pastes are marked while a prompt is open, and not afterwards', async () => {
  const { prompter, input, raw } = openPrompter();
  const reply = prompter.ask(relation, askContext());
  expect(raw()).toContain('\u001B[?2004h');
  input.write('\u001B[200~1\r\u001B[201~2');
  await expect(reply).resolves.toEqual({ kind: 'answer', raw: 'parent' });
});
