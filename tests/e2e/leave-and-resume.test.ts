import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, startInTerminal, type TerminalRun, type TerminalSetup } from './terminal.ts';

const RESUME = '接着答请写：yibao resume';

/** Answers the first two questions of 家庭共济, to be at the third. */
async function atThirdQuestion(argv: readonly string[], setup: TerminalSetup): Promise<TerminalRun> {
  const run = startInTerminal(argv, setup);
  await run.seen('第 1 问');
  const enter = argv.includes('--plain') ? '\r' : '';
  run.press(`5${enter}`);
  await run.seen('第 2 问');
  run.press(`2${enter}`);
  await run.seen('第 3 问');
  return run;
}

function keptIn(state: string): string[] {
  try {
    return readdirSync(join(state, 'yibao/interviews'));
  } catch {
    return [];
  }
}

test.each([
  ['Ctrl-C', '\u0003', 130],
  ['Ctrl-D', '\u0004', 130],
])(
  'after %s an interview goes on where it was left, and its file is gone with the checklist',
  async (_, key, code) => {
    const state = newFolder();
    const run = await atThirdQuestion(['gongji'], { state });
    run.press(key);
    expect(await run.ended()).toBe(code);
    expect(run.screen()).toMatch(new RegExp(`回答存好了，${RESUME}$`));
    expect(run.isCursorShown()).toBe(true);
    const [file = ''] = keptIn(state);
    const path = join(state, 'yibao/interviews', file);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(path, 'utf8')).answers).toEqual({ task: 'unbind', 'bound-by': 'window' });

    const again = startInTerminal(['resume'], { state });
    await again.seen('接着答：家庭共济，答了 2 题');
    await again.answer(['第 3 问', 'yiyang'], ['❯ 湖南省益阳市', '\r'], ['请核对您的回答', '\r']);
    await again.seen('接下来做什么？');
    expect(keptIn(state)).toEqual([]);
    again.press('\r');
    expect(await again.ended()).toBe(0);
  },
);

test.each([['gongji'], ['gongji', '--plain']])(
  'after kill -9 nothing that was answered is lost: %s',
  async (...argv) => {
    const state = newFolder();
    const run = await atThirdQuestion(argv, { state });
    run.kill('SIGKILL');
    expect(await run.ended()).toBe(137);
    const again = startInTerminal(argv.with(0, 'resume'), { state });
    await again.seen('第 3 问');
    await again.seen('您的医保交在哪个市');
    again.press(argv.length > 1 ? 'b\r' : '\u0002');
    await again.seen('第 2 问');
    expect(await again.leave()).toBe(130);
  },
);

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
])('%s keeps what was answered', async (signal, code) => {
  const state = newFolder();
  const run = await atThirdQuestion(['gongji'], { state });
  run.kill(signal);
  expect(await run.ended()).toBe(code);
  expect(run.isCursorShown()).toBe(true);
  expect(keptIn(state)).toHaveLength(1);
});

test('q keeps and leaves the plain interview', async () => {
  const state = newFolder();
  const run = await atThirdQuestion(['gongji', '--plain'], { state });
  run.press('q\r');
  expect(await run.ended()).toBe(130);
  expect(run.screen()).toContain(RESUME);
  expect(keptIn(state)).toHaveLength(1);
});

test('--no-save keeps nothing', async () => {
  const state = newFolder();
  const run = await atThirdQuestion(['gongji', '--no-save'], { state });
  expect(await run.leave()).toBe(130);
  expect(run.screen()).toContain('已停下，没有保存任何内容。');
  expect(keptIn(state)).toEqual([]);
});

test('two interviews at once keep a file each, and one is chosen to go on with', async () => {
  const state = newFolder();
  const runs = await Promise.all([
    atThirdQuestion(['gongji'], { state }),
    atThirdQuestion(['gongji'], { state }),
  ]);
  expect(keptIn(state)).toHaveLength(2);
  for (const run of runs) run.press('\u0003');
  for (const run of runs) await run.ended();
  const again = startInTerminal(['resume'], { state });
  await again.answer(['接着答哪一份？', '2'], ['第 3 问', '\u0003']);
  await again.ended();
  expect(keptIn(state)).toHaveLength(2);
  const forget = startInTerminal(['resume', '--forget'], { state });
  await forget.seen('存着的 2 份问答都删掉了。');
  expect(await forget.ended()).toBe(0);
  expect(keptIn(state)).toEqual([]);
});

test('where the state folder cannot be written it is told once, and the interview goes on', async () => {
  const state = join(newFolder(), 'file');
  writeFileSync(state, '');
  const run = await atThirdQuestion(['gongji'], { state });
  expect(run.everything().match(/回答存不到/g)).toHaveLength(1);
  expect(await run.leave()).toBe(130);
  expect(run.screen()).toContain('没有保存任何内容');
});

test('a resized window is drawn anew, without leftovers', async () => {
  const run = await atThirdQuestion(['gongji'], {});
  run.press('yy');
  await run.seen('湖南省岳阳市');
  const wide = run.screen();
  run.resize(44, 20);
  await run.seen('回车确定，? 说明，Ctrl-B 返回');
  expect(run.screen()).toMatchInlineSnapshot(`
    "家庭共济
    适合：想把自己职工医保账户里的钱，给家人看
    病、买药、交居民医保费的人
    不问姓名和证件号码；您的回答只留在这台电脑
    上，不上网。
    没答完的留 30 天，好接着答；公用电脑上请加
    --no-save。

    ✔ 您现在想办哪一件事？ 解绑，不再给家人用
    ✔ 当时是在哪里绑的？ 医保窗口

    第 3 问，最后一问
    您的医保交在哪个市？
    看医保交在哪里，不看户口，也不看住在哪里。
    > yy
    ❯ 湖南省岳阳市
      湖南省益阳市
    输入市或区县的名字、拼音或首字母，如 益阳、
    yiyang、yy；只知道省就选省
    回车确定，? 说明，Ctrl-B 返回"
  `);
  run.resize(80, 24);
  await run.seen('上下键选，回车确定；? 看说明；Ctrl-B 返回上一题');
  expect(run.screen()).toBe(wide);
  run.press('\r');
  await run.seen('✔ 您的医保交在哪个市？ 湖南省岳阳市');
  expect(await run.leave()).toBe(130);
});

test('a resized list is drawn anew where it stands', async () => {
  const run = startInTerminal(['gongji'], {});
  await run.seen('第 1 问');
  run.press('1');
  await run.seen('第 2 问');
  run.resize(44, 24);
  await run.seen('按数字选，? 说明，0 返回');
  expect(run.screen()).toMatchInlineSnapshot(`
    "适合：想把自己职工医保账户里的钱，给家人看
    病、买药、交居民医保费的人
    不问姓名和证件号码；您的回答只留在这台电脑
    上，不上网。
    没答完的留 30 天，好接着答；公用电脑上请加
    --no-save。

    ✔ 您现在想办哪一件事？
      第一次开通，让家人看病买药能用

    第 2 问，最多还有 6 问
    要用钱的家人，是您的什么人？
    只有近亲属能用。有好几位家人的，一位一
    位地办。
    ❯ 1. 丈夫或妻子
      2. 父亲或母亲
      3. 儿子或女儿
      4. 兄弟姐妹
      5. 爷爷奶奶、外公外婆
      6. 孙子孙女、外孙外孙女
      7. 公公婆婆、岳父岳母
      8. 别的亲戚或朋友
      0. 返回上一题
    按数字选，? 说明，0 返回"
  `);
  expect(await run.leave()).toBe(130);
});

test('pasted lines never confirm by themselves', async () => {
  const run = await atThirdQuestion(['gongji'], {});
  run.press('\u001B[200~益阳\r岳阳\r\u001B[201~');
  await run.seen('> 益阳岳阳');
  for (let count = 0; count < 2; count++) run.press('\u007F');
  await run.seen('❯ 湖南省益阳市');
  run.press('\r');
  await run.seen('✔ 您的医保交在哪个市？ 湖南省益阳市');
  // Nor does anything pasted into a list choose.
  run.press('\u001B[200~1\r\u001B[201~');
  run.press('3');
  await run.seen('改第 3 问');
  expect(await run.leave()).toBe(130);
});

test('an answer is changed on the review page, and the checklist can be saved', async () => {
  const cwd = newFolder();
  const run = await atThirdQuestion(['gongji', '--date', '2026-11-22'], { cwd });
  run.press('yiyang');
  await run.answer(['❯ 湖南省益阳市', '\r'], ['请核对您的回答', '1'], ['改第 1 问', '6']);
  await run.seen('✔ 您现在想办哪一件事？ 查绑定关系和花钱记录');
  await run.answer(['没有要改的，出清单', '\r'], ['接下来做什么？', '1']);
  await run.seen('存成哪个文件？');
  await run.seen('家庭共济-清单-2026-11-22.pdf');
  run.press('\r');
  await run.seen('清单存好了：');
  expect(readFileSync(join(cwd, '家庭共济-清单-2026-11-22.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  run.press('2');
  await run.seen('打印用的文件写好了');
  run.press('4');
  await run.seen('没有要改的，出清单');
  expect(await run.leave()).toBe(130);
});
