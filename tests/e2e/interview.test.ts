import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startInTerminal } from './terminal.ts';

/** Down, as a terminal sends it. */
const DOWN = '\u001B[B';

test('a person answers 家庭共济 by keys and is handed the checklist', async () => {
  const run = startInTerminal(['gongji', '--date', '2026-11-22'], { rows: 30 });
  await run.seen('第 1 问');
  expect(run.screen()).toMatchInlineSnapshot(`
    "家庭共济
    适合：想把自己职工医保账户里的钱，给家人看病、买药、交居民医保费的人
    不问姓名和证件号码；您的回答只留在这台电脑上，不上网。
    没答完的留 30 天，好接着答；公用电脑上请加 --no-save。

    第 1 问，还有 1–8 问
    您现在想办哪一件事？
    下面的“您”都指出钱的人。替爸妈问的，请按爸妈的情况答。
    ❯ 1. 第一次开通，让家人看病买药能用
      2. 用我的个人账户给家人交居民医保费
      3. 已经开通，想知道怎么用
      4. 开通不了，或者付不了钱
      5. 解绑，不再给家人用
      6. 查绑定关系和花钱记录
      7. 只想用我的手机替家人亮医保码
      8. 不清楚
    按数字直接选，或用上下键选好按回车；? 看说明"
  `);
  run.press('1');
  await run.answer(
    ['是您的什么人', `${DOWN}\r`],
    ['您自己参加的是哪种医保', '1'],
    ['这位家人自己有医保吗', '1'],
    ['您的医保交在哪个市', 'yy'],
  );
  await run.seen('湖南省岳阳市');
  expect(run.screen()).toMatchInlineSnapshot(`
    "家庭共济
    适合：想把自己职工医保账户里的钱，给家人看病、买药、交居民医保费的人
    不问姓名和证件号码；您的回答只留在这台电脑上，不上网。
    没答完的留 30 天，好接着答；公用电脑上请加 --no-save。

    ✔ 您现在想办哪一件事？ 第一次开通，让家人看病买药能用
    ✔ 要用钱的家人，是您的什么人？ 父亲或母亲
    ✔ 您自己参加的是哪种医保？ 职工医保，个人账户里有钱
    ✔ 这位家人自己有医保吗？ 有，居民医保

    第 5 问，还有 1–3 问
    您的医保交在哪个市？
    看医保交在哪里，不看户口，也不看住在哪里。
    > yy
    ❯ 湖南省岳阳市
      湖南省益阳市
    输入市或区县的名字、拼音或首字母，如 益阳、yiyang、yy；只知道省就选省
    上下键选，回车确定；? 看说明；Ctrl-B 返回上一题"
  `);
  run.press(`${DOWN}\r`);
  await run.answer(['家人的医保交在哪个市', 'yueyang'], ['> yueyang', '\r'], ['您想怎么办', '1']);
  await run.seen('请核对您的回答');
  expect(run.screen()).toMatchInlineSnapshot(`
    "家庭共济
    适合：想把自己职工医保账户里的钱，给家人看病、买药、交居民医保费的人
    不问姓名和证件号码；您的回答只留在这台电脑上，不上网。
    没答完的留 30 天，好接着答；公用电脑上请加 --no-save。

    ✔ 您现在想办哪一件事？ 第一次开通，让家人看病买药能用
    ✔ 要用钱的家人，是您的什么人？ 父亲或母亲
    ✔ 您自己参加的是哪种医保？ 职工医保，个人账户里有钱
    ✔ 这位家人自己有医保吗？ 有，居民医保
    ✔ 您的医保交在哪个市？ 湖南省益阳市
    ✔ 家人的医保交在哪个市？ 湖南省岳阳市
    ✔ 您想怎么办？ 用智能手机办

    请核对您的回答：
      1. 您现在想办哪一件事？ 第一次开通，让家人看病买药能用
      2. 要用钱的家人，是您的什么人？ 父亲或母亲
      3. 您自己参加的是哪种医保？ 职工医保，个人账户里有钱
      4. 这位家人自己有医保吗？ 有，居民医保
      5. 您的医保交在哪个市？ 益阳市
      6. 家人的医保交在哪个市？ 岳阳市
      7. 您想怎么办？ 用智能手机办
    ❯ 没有要改的，出清单
      0. 返回上一题
    没有要改的按回车，要改哪一题就按它的数字；0 返回上一题"
  `);
  run.press('\r');
  await run.seen('接下来做什么');
  run.press('\r');
  expect(await run.ended()).toBe(0);
  const [interview = '', checklist = ''] = run.everything().split('家庭共济办事清单');
  expect(interview).toMatchInlineSnapshot(`
    "家庭共济
    适合：想把自己职工医保账户里的钱，给家人看病、买药、交居民医保费的人
    不问姓名和证件号码；您的回答只留在这台电脑上，不上网。
    没答完的留 30 天，好接着答；公用电脑上请加 --no-save。

    ✔ 您现在想办哪一件事？ 第一次开通，让家人看病买药能用
    ✔ 要用钱的家人，是您的什么人？ 父亲或母亲
    ✔ 您自己参加的是哪种医保？ 职工医保，个人账户里有钱
    ✔ 这位家人自己有医保吗？ 有，居民医保
    ✔ 您的医保交在哪个市？ 湖南省益阳市
    ✔ 家人的医保交在哪个市？ 湖南省岳阳市
    ✔ 您想怎么办？ 用智能手机办

    "
  `);
  expect(checklist.split('\n').slice(0, 8)).toMatchInlineSnapshot(`
    [
      "",
      "按 2026年11月22日的规定列出；内容最近核对：2026年11月22日",
      "",
      "✔ 照下面办：能开通，在您的参保地办[1][2][3]",
      "  绑好以后，家人看病买药自己要付的部分，可以用您个人账户的钱。",
      "  （参保地：交医保的那个地方。）",
      "  （个人账户：职工医保分给本人的一份钱，在医保卡或医保码里。）",
      "",
    ]
  `);
  expect(run.isCursorShown()).toBe(true);
});

test('going back asks the question before again, with its answer pointed at', async () => {
  const run = startInTerminal(['gongji']);
  await run.answer(['第 1 问', '4'], ['第 2 问', '0']);
  await run.seen('（返回上一题）');
  await run.seen('❯ 4.');
  expect(await run.leave()).toBe(130);
});

test('with stdout in a file the questions stay on the screen and the file holds the checklist alone', async () => {
  const stdoutFile = join(mkdtempSync(join(tmpdir(), 'yibao-')), 'list.txt');
  const known = ['-a', 'task=look-up', '-a', 'bound-by=local-app'];
  const run = startInTerminal(['gongji', ...known], { stdoutFile });
  await run.answer(['您的医保交在哪个市', 'yiyang'], ['❯ 湖南省益阳市', '\r'], ['请核对您的回答', '\r']);
  // No menu: the checklist is not on the screen.
  expect(await run.ended()).toBe(0);
  expect(run.everything()).not.toContain('办事清单');
  expect(readFileSync(stdoutFile, 'utf8')).toMatch(/^家庭共济办事清单\n/);
});

test('without a name a procedure is chosen first', async () => {
  const run = startInTerminal([]);
  await run.seen('您要办哪件事？');
  run.press('2');
  await run.seen('✔ 您要办哪件事？');
  await run.seen('第 1 问');
  expect(await run.leave()).toBe(130);
});

test.each([
  ['Ctrl-C', '\u0003', 130, '已停下，没有保存任何内容。'],
  ['Ctrl-D', '\u0004', 130, '输入到头了，问答没有做完，没有保存任何内容。'],
])('%s leaves a clean line, the cursor and code %#', async (_, key, code, sentence) => {
  const run = startInTerminal(['gongji']);
  await run.seen('第 1 问');
  run.press(key);
  expect(await run.ended()).toBe(code);
  expect(run.screen().split('\n').at(-1)).toBe(sentence);
  expect(run.isCursorShown()).toBe(true);
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
])('%s ends the interview with the cursor back and code %i', async (signal, code) => {
  const run = startInTerminal(['gongji']);
  await run.seen('第 1 问');
  run.kill(signal);
  expect(await run.ended()).toBe(code);
  expect(run.isCursorShown()).toBe(true);
});

test.each([
  [40, 15],
  [40, 10],
])('in %i columns and %i rows every question fits the window', async (columns, rows) => {
  const run = startInTerminal(['gongji'], { columns, rows });
  // The opening would scroll away, so it waits.
  await run.seen('❯ 按回车开始');
  expect(run.everything()).toContain('只留在这台');
  run.press('\r');
  await run.seen('1. 第一次开通');
  await run.seen('按数字选');
  const lines = run.screen().split('\n');
  expect(lines.length).toBeLessThanOrEqual(rows);
  expect(lines.at(-1)).toBe('按数字选，? 说明');
  run.press('\u0003');
  await run.ended();
});

test('--plain asks in lines that are never drawn over', async () => {
  const run = startInTerminal(['gongji', '--plain']);
  await run.answer(['第 1 问', '?\r'], ['为什么问', '5\r'], ['第 2 问', 'b\r'], ['第 1 问', 'q\r']);
  expect(await run.ended()).toBe(130);
});

test('a dumb terminal gets the plain interview', async () => {
  const run = startInTerminal(['gongji'], { env: { TERM: 'dumb' } });
  await run.seen('写数字，按回车');
  expect(await run.leave()).toBe(130);
});
