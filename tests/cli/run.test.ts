import { expect, test } from 'vitest';
import { type Circumstances, runCli } from './test-context.ts';
import { TOY_ANSWERS, TOY_FLOW } from './toy-flow.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();
const all = Object.entries(TOY_ANSWERS).flatMap(([id, value]) => ['-a', `${id}=${value}`]);
const run = (argv: readonly string[], circumstances: Circumstances = {}) =>
  runCli(argv, { store, ...circumstances });

/** What `-f json` gives for answers that go through. */
async function documentOf(argv: readonly string[], circumstances: Circumstances = {}) {
  const { code, stdout, stderr } = await run([...argv, '-f', 'json'], circumstances);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

test('answers given on the command line lead to the checklist', async () => {
  const { code, stdout, stderr } = await run(['toy', ...all]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n').slice(0, 5)).toMatchInlineSnapshot(`
    [
      "试办一件事办事清单",
      "按 2026年11月22日的规定列出；内容最近核对：2026年11月22日",
      "",
      "✔ 照下面办：可以办[1]",
      "  按下面的做",
    ]
  `);
});

test('yibao run is the same', async () => {
  expect(await run(['run', 'toy', ...all])).toEqual(await run(['toy', ...all]));
});

test.each(['toy', '试办一件事', '试办'])('a procedure answers to %s', async (name) => {
  expect((await documentOf([name, '-a', 'who=other'])).outcome.id).toBe('not-you');
});

test('keys and values may be the Chinese words shown', async () => {
  const pairs = [
    '谁来办？=家人代办',
    '在哪参保=湖南益阳',
    '手上有什么材料=身份证，户口簿',
    '缴到哪个月=2026年10月',
  ];
  pairs.push('缴了几个月=12个月', '哪天开始的=2026/1/5', '愿意签承诺书吗=是');
  const document = await documentOf(['toy', ...pairs.flatMap((pair) => ['-a', pair])]);
  const values = document.answers.map(({ question, value }: { question: string; value: unknown }) => [
    question,
    value,
  ]);
  expect(Object.fromEntries(values)).toEqual(TOY_ANSWERS);
});

test('不清楚 is kept as unsure, with what it counted as', async () => {
  const document = await documentOf(['toy', ...all, '-a', 'who=不清楚']);
  expect(document.answers[0]).toMatchObject({
    value: 'unsure',
    treatedAs: { value: 'self', label: '本人' },
  });
});

test('-a twice adds up for a question with several answers', async () => {
  const document = await documentOf(['toy', ...all, '-a', 'papers=hukou', '-a', 'papers=id-card']);
  expect(document.answers[2].value).toEqual(['id-card', 'hukou']);
});

test('-a twice takes the later one otherwise', async () => {
  expect((await documentOf(['toy', '-a', 'who=self', '-a', 'who=other'])).answers[0].value).toBe('other');
});

test('missing answers are named, the next one first', async () => {
  const { code, stdout, stderr } = await run(['toy', '-a', 'who=self', '-a', 'home=430900']);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatchInlineSnapshot(`
    "“试办一件事”还缺回答，得不出清单。至少还要答 5 题。
      papers：手上有什么材料？
          可以写：id-card（身份证），hukou（户口簿），nothing（都没有）
      paid：缴到哪个月？
      months：缴了几个月？
      first-day：哪天开始的？
      agree：愿意签承诺书吗？
          可以写：yes（是），no（不是）
    用 -a 键=值 补上，或写进文件用 --answers 给出；yibao questions toy 列出全部问题。
    也可以在终端里运行 yibao toy，一题一题地答。
    "
  `);
});

test('a question not reached yet is missing in its usual words', async () => {
  const asks = TOY_FLOW.replace('ask: 缴到哪个月？', 'ask: 您在<home>缴到哪个月？');
  const { code, stderr } = await runCli(['toy', '-a', 'who=self'], { store: toyStore(asks) });
  expect(code).toBe(3);
  expect(stderr).toContain('  paid：您在某地缴到哪个月？\n');
});

test('with -f json missing answers are a document that says what would do', async () => {
  const { code, stdout, stderr } = await run(['toy', '-f', 'json']);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(JSON.parse(stderr)).toEqual({
    error: {
      code: 'missing-answers',
      message: '“试办一件事”还缺回答，得不出清单。至少还要答 1 题。',
      flow: 'toy',
      missing: [
        {
          id: 'who',
          type: 'choice',
          ask: '谁来办？',
          why: '代办要带两个人的证件',
          options: [
            { id: 'self', label: '本人' },
            { id: 'family', label: '家人代办' },
            { id: 'other', label: '别人' },
          ],
          unsure: { findOut: '问问家里人', as: { value: 'self', label: '本人' } },
        },
      ],
      problems: [],
    },
  });
});

test('all wrong keys and values are told at once', async () => {
  const wrong = [
    'hom=苏州',
    'who=本任',
    'home=suzhou',
    'months=0',
    'papers=都没有,身份证',
    'paid=上个月',
    'agree=也许',
  ];
  const { code, stdout, stderr } = await run(['toy', ...wrong.flatMap((pair) => ['-a', pair])]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatchInlineSnapshot(`
    "“试办一件事”有 7 个回答不对：
      “试办一件事”里没有“hom”这一题。您是不是想写 home（在哪参保？）？
      who：“本任”不是这一题的选项。您是不是想写 self（本人）？可以写：self（本人），family（家人代办），other（别人）。
      home：“suzhou”不止一个地方，请写清楚是哪一个。可以写：320500（江苏省 苏州市），341300（安徽省 宿州市）。
      papers：选了“都没有”就不能再选别的。
      paid：“上个月”不是一个年月。请写成 2026-10 这样。
      months：“0”超出了范围。请写 1 到 600 之间的数。
      agree：“也许”不是这一题的选项。可以写：yes（是），no（不是）。
    "
  `);
});

test('with -f json each fault has its code, and what is allowed', async () => {
  const { code, stderr } = await run(['toy', '-f', 'json', '-a', 'home=suzhou']);
  expect(code).toBe(2);
  const { error } = JSON.parse(stderr);
  expect(error.code).toBe('invalid-answer');
  expect(error.problems).toEqual([
    {
      code: 'ambiguous-place',
      severity: 'error',
      question: 'home',
      given: 'suzhou',
      message: error.message,
      allowed: [
        { id: '320500', label: '江苏省 苏州市' },
        { id: '341300', label: '安徽省 宿州市' },
      ],
    },
  ]);
});

test('an answer off the path is used nowhere, and a note says so', async () => {
  const { code, stdout, stderr } = await run(['toy', '-a', 'who=other', '-a', 'months=3']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '提示：这次没有问到 months，给它的回答没有用上。\n' });
  expect(stdout).toContain('别人不能办');
});

test('with -f json the note is in the document', async () => {
  const document = await documentOf(['toy', '-a', 'who=other', '-a', 'months=3']);
  expect(document.unused).toEqual([{ question: 'months', value: 3 }]);
});

test('a procedure that does not exist is told with the nearest, or with all', async () => {
  expect((await run(['toi'])).stderr).toBe('没有叫“toi”的事项。您是不是想找：toy（试办一件事）？\n');
  expect((await run(['zzzzz'])).stderr).toBe('没有叫“zzzzz”的事项。能办的有：toy（试办一件事）。\n');
  expect((await run(['lst'])).stderr).toBe('没有叫“lst”的事项。您是不是想找：命令 yibao list？\n');
  expect((await run(['toi'])).code).toBe(2);
});

test('without a terminal a procedure must be named', async () => {
  expect(await run([])).toEqual({
    code: 2,
    stdout: '',
    stderr: '请写明是哪件事项，如 yibao toy。能办的有：toy（试办一件事）。\n',
  });
});

test('--date is the day whose rules count; without it, today in China', async () => {
  expect((await documentOf(['toy', '-a', 'who=other'])).date).toBe('2026-11-22');
  expect((await documentOf(['toy', '-a', 'who=other', '--date', '2027-01-02'])).date).toBe('2027-01-02');
});

test('--why says of each line why', async () => {
  expect((await run(['toy', ...all])).stdout).not.toContain('因为您答了');
  expect((await run(['toy', ...all, '--why'])).stdout).toContain('因为您答了：谁来办？家人代办');
});

test('the format is text without a terminal, and the same without colour in one', async () => {
  const piped = await run(['toy', ...all]);
  const shown = await run(['toy', ...all], { terminals: ['stdout'], env: { NO_COLOR: '1' } });
  expect(shown.stdout).toBe(piped.stdout);
});

test.each([
  ['a terminal', ['stdout'], {}, true],
  ['NO_COLOR', ['stdout'], { NO_COLOR: '1' }, false],
  ['TERM=dumb', ['stdout'], { TERM: 'dumb' }, false],
  ['a pipe', [], {}, false],
  ['a pipe with FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
  ['a terminal with FORCE_COLOR=0', ['stdout'], { FORCE_COLOR: '0' }, false],
  // Colour is decided by the stream it goes to.
  ['a terminal on stderr alone', ['stderr'], {}, false],
] as const)('colour in %s', async (_, terminals, env, coloured) => {
  const { stdout } = await run(['toy', ...all, '-f', 'terminal'], { terminals, env });
  expect(stdout.includes('\u001B[')).toBe(coloured);
});

test('markdown is never coloured', async () => {
  const { stdout } = await run(['toy', ...all, '-f', 'markdown'], { env: { FORCE_COLOR: '1' } });
  expect(stdout).not.toContain('\u001B[');
  expect(stdout).toMatch(/^# /);
});

test('a broken flow is told whole, with file, line and column', async () => {
  const broken = async () => toyStore('id: toy\ntitel: 试\n');
  const { code, stdout, stderr } = await run(['toy'], { store: broken });
  expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
  expect(stderr).toMatchInlineSnapshot(`
    "流程文件有 10 处问题，改好后再试。
    flows/toy/cases.yaml:4:16 没有这个问题：“who”
    flows/toy/cases.yaml:5:14 没有这个结论：“not-you”
    flows/toy/cases.yaml:7:16 流程 toy 里没有这一条：“go”
    flows/toy/flow.yaml:1:1 缺少“title”
    flows/toy/flow.yaml:1:1 缺少“for-whom”
    flows/toy/flow.yaml:1:1 缺少“reviewed”
    flows/toy/flow.yaml:1:1 缺少“review-by”
    flows/toy/flow.yaml:1:1 缺少“tree”
    flows/toy/flow.yaml:1:1 缺少“outcomes”
    flows/toy/flow.yaml:2:1 不认识的键“titel”，是不是“title”？
    "
  `);
});
