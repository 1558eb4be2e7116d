import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InterviewCancelled } from '../../src/interview/cancelled.ts';
import { openProgressFolder } from '../../src/interview/progress-folder.ts';
import { printOf, type SavedInterview } from '../../src/interview/saved-interview.ts';
import { scriptedPrompter } from '../interview/scripted-prompter.ts';
import { runCli } from './test-context.ts';
import { TOY_ANSWERS, TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();
const saved: SavedInterview = {
  flow: 'toy',
  print: printOf(await store.get('toy')),
  answers: { who: 'family', home: '430900' },
};
const { who: _, home: __, ...open } = TOY_ANSWERS;
const terminals = ['stdin', 'stderr'] as const;

async function folderWith(...interviews: readonly SavedInterview[]): Promise<string> {
  const path = mkdtempSync(join(tmpdir(), 'yibao-'));
  const folder = openProgressFolder(path, Date.now);
  for (const interview of interviews) await folder.create(interview.flow).write(interview);
  return path;
}

test('goes on with the only interview, and deletes it when the checklist is shown', async () => {
  const progress = await folderWith(saved);
  const { prompter, turns, told } = scriptedPrompter(Object.values(open));
  const run = await runCli(['resume'], { store, progress, prompter, terminals });
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/^试办一件事办事清单\n/);
  expect(told).toEqual([expect.stringMatching(/^接着答：试办一件事，答了 2 题，\d+月\d+日 \d\d:\d\d$/)]);
  expect(turns.map(({ question }) => question.id)).toEqual(Object.keys(open));
  expect(readdirSync(progress)).toEqual([]);
});

test('of several one is chosen', async () => {
  const progress = await folderWith(saved, { ...saved, answers: { who: 'other' } });
  const folder = openProgressFolder(progress, Date.now);
  const other = (await folder.list()).kept.find(({ saved: { answers } }) => answers.who === 'other');
  const { prompter, turns } = scriptedPrompter([other?.file]);
  const { code, stdout } = await runCli(['resume'], { store, progress, prompter, terminals });
  expect({ code, asked: turns }).toEqual({ code: 0, asked: [] });
  expect(stdout).toContain('别人不能办');
  expect(readdirSync(progress)).toHaveLength(1);
});

test('without a terminal the interviews are listed', async () => {
  const progress = await folderWith(saved);
  const { code, stdout } = await runCli(['resume'], { store, progress });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^试办一件事，答了 2 题，\d+月\d+日 \d\d:\d\d\n$/);
});

test('with nothing kept it says how to begin', async () => {
  expect(await runCli(['resume'], { store, progress: await folderWith(), terminals })).toEqual({
    code: 0,
    stdout: '没有存着的问答。开始一件事请写：yibao\n',
    stderr: '',
  });
});

test('what is damaged or newer is told and skipped', async () => {
  const progress = await folderWith(saved);
  writeFileSync(join(progress, 'toy-1.json'), '{');
  writeFileSync(join(progress, 'toy-2.json'), '{"version": 9}');
  const { code, stdout, stderr } = await runCli(['resume'], { store, progress });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      '有 1 份存着的问答坏了，读不出来，跳过了。\n有 1 份问答是更新版本的 yibao 存的，跳过了。请先升级 yibao。\n',
  });
  expect(stdout).toMatch(/^试办一件事/);
});

test('a flow that changed since is told, and only what it needs is asked again', async () => {
  const changed = toyStore(
    TOY_FLOW.replace(
      '{ self: 本人, family: 家人代办, other: 别人 }',
      '{ self: 本人, kin: { label: 家人代办, was: [family] }, other: 别人 }',
    )
      .replace(
        'options: { id-card: 身份证, hukou: 户口簿, nothing: 都没有 }',
        'options: { id-card: 身份证, nothing: 都没有 }',
      )
      .replace('when: { who: family }', 'when: { who: kin }'),
  );
  const progress = await folderWith({ ...saved, answers: TOY_ANSWERS });
  const { prompter, turns, told } = scriptedPrompter([['id-card']]);
  const { code, stdout } = await runCli(['resume', '-f', 'json'], {
    store: changed,
    progress,
    prompter,
    terminals,
  });
  expect(code).toBe(0);
  expect(told[1]).toBe('这件事的题目在那以后改过，按新的接着问。有 1 个回答用不上了，要问的会再问。');
  expect(turns.map(({ question }) => question.id)).toEqual(['papers']);
  expect(JSON.parse(stdout).answers[0]).toMatchObject({ question: 'who', value: 'kin' });
});

test('a change of results alone is no change of the interview', async () => {
  const changed = toyStore(TOY_FLOW.replace('title: 可以办', 'title: 能办'));
  const { prompter, told } = scriptedPrompter(Object.values(open));
  await runCli(['resume'], { store: changed, progress: await folderWith(saved), prompter, terminals });
  expect(told).toHaveLength(1);
});

test('a procedure that is gone is told', async () => {
  const progress = await folderWith({ ...saved, flow: 'gone' });
  const { prompter } = scriptedPrompter([]);
  const { code, stderr } = await runCli(['resume'], { store, progress, prompter, terminals });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: '现在没有 gone 这件事项了，这份问答接不上。要删掉它，请写：yibao resume --forget\n',
  });
});

test('the date that was named counts again', async () => {
  const progress = await folderWith({ ...saved, date: '2027-01-02' });
  const { prompter } = scriptedPrompter(Object.values(open));
  const { stdout } = await runCli(['resume', '-f', 'json'], { store, progress, prompter, terminals });
  expect(JSON.parse(stdout).date).toBe('2027-01-02');
});

test('leaving again keeps the interview', async () => {
  const progress = await folderWith(saved);
  const { prompter } = scriptedPrompter([['id-card'], new InterviewCancelled('interrupt')]);
  const { code, stderr } = await runCli(['resume'], { store, progress, prompter, terminals });
  expect({ code, stderr }).toEqual({ code: 130, stderr: '已停下。回答存好了，接着答请写：yibao resume\n' });
  const { kept } = await openProgressFolder(progress, Date.now).list();
  expect(kept.map(({ saved: { answers } }) => answers)).toEqual([{ ...saved.answers, papers: ['id-card'] }]);
});

test('leaving before one is chosen says that they are still there', async () => {
  const progress = await folderWith(saved, saved);
  const { prompter } = scriptedPrompter([new InterviewCancelled('interrupt')]);
  const { stderr } = await runCli(['resume'], { store, progress, prompter, terminals });
  expect(stderr).toBe('已停下。回答存好了，接着答请写：yibao resume\n');
});

test('--forget deletes all of them', async () => {
  const progress = await folderWith(saved, saved);
  expect(await runCli(['resume', '--forget'], { progress })).toEqual({
    code: 0,
    stdout: '存着的 2 份问答都删掉了。\n',
    stderr: '',
  });
  expect(readdirSync(progress)).toEqual([]);
  expect((await runCli(['resume', '--forget'], { progress })).stdout).toBe(
    '没有存着的问答。开始一件事请写：yibao\n',
  );
});

test('an interview that cannot be kept says so once and goes on', async () => {
  const blocked = join(mkdtempSync(join(tmpdir(), 'yibao-')), 'file');
  writeFileSync(blocked, '');
  const { prompter, told } = scriptedPrompter(Object.values(TOY_ANSWERS));
  const { code } = await runCli(['toy'], { store, progress: join(blocked, 'x'), prompter, terminals });
  expect({ code, told }).toEqual({
    code: 0,
    told: [`回答存不到 ${blocked}/x：路径中间有一段不是文件夹。可以照常答完，只是中途停下就不能接着答。`],
  });
});

test('--no-save never opens the folder', async () => {
  const { prompter } = scriptedPrompter(['family', new InterviewCancelled('terminate')]);
  const { code, stderr } = await runCli(['toy', '--no-save'], { store, prompter, terminals });
  expect({ code, stderr }).toEqual({ code: 143, stderr: '已停下，没有保存任何内容。\n' });
});

test('when nobody is asked nothing is kept', async () => {
  const progress = join(await folderWith(), 'never');
  const all = Object.entries(TOY_ANSWERS).flatMap(([id, value]) => ['-a', `${id}=${value}`]);
  expect((await runCli(['toy', ...all], { store, progress, terminals })).code).toBe(0);
  expect(existsSync(progress)).toBe(false);
});

test('answers stay where the checklist could not be written, and the next run writes it', async () => {
  const progress = await folderWith();
  const { prompter, told } = scriptedPrompter(Object.values(TOY_ANSWERS));
  const path = join(progress, `${'x'.repeat(300)}.md`);
  const run = await runCli(['toy', '-o', path], { store, progress, prompter, terminals });
  expect(run).toMatchObject({ code: 1, stdout: '', stderr: `写不了 ${path}：文件名太长。\n` });
  expect(told).toEqual(['清单没有写成；您的回答还存着，接着做请写：yibao resume']);
  const again = scriptedPrompter([]);
  const resumed = await runCli(['resume'], { store, progress, prompter: again.prompter, terminals });
  expect(resumed.stdout).toContain('试办一件事办事清单');
  expect([again.turns, readdirSync(progress)]).toEqual([[], []]);
});
