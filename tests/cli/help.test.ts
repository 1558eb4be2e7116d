import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { runCli } from './test-context.ts';
import { toyStore } from './toy-store.ts';

const store = toyStore();

test('yibao --help shows commands, options and examples in Chinese', async () => {
  const { code, stdout, stderr } = await runCli(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "用法：yibao [事项] [选项]
          yibao <命令> [选项]

    回答几个问题，得到自己的医保办事清单：带什么、怎么办、多久办好，每一条都写
    明依据。

    从这里开始：
      yibao            选一件事，一题一题地答，答完出清单
      yibao list       看看能办哪些事
      yibao help yidi  看看“异地就医备案”问什么、要先备好什么
      yibao yidi       直接开始办“异地就医备案”；写中文名也行

    命令：
      run [事项]           回答问题，得到清单（只写 yibao 也一样）
      list                 列出能办的事项
      questions <事项>     列出一件事项的全部问题，可以填好当回答文件
      check [文件...]      检查流程文件和它们的案例，给写流程的人用
      graph <事项>         把一件事项的决策树画成图
      diff <事项> <A> <B>  比较两份回答，或同一份回答在两天，清单有什么不同
      batch <事项> [文件]  一次给许多人列清单：每行一个人的回答，每行出一份清单
      sources [事项]       列出每一条的依据、等级和看过的日子，供人核对签字
      resume               接着答上次没答完的
      completion <shell>   让 shell 按 Tab 就能补全命令、事项、选项和回答
      help [命令或事项]    看一个命令怎么用，或一件事项问什么、要备什么

    常用选项（全部看 yibao help run）：
      -a, --answer <键=值>  给出一个回答，可以写多次；写英文名或题上的中文都行
      --answers <文件>      从 YAML 或 JSON 文件读回答；写 - 从标准输入读
      --no-input            不提问；缺回答就报错并列出缺哪些
      --plain               一行一行地问，写数字作答：读屏软件、脚本用
      -f, --format <格式>   清单的格式：terminal、text、markdown、html、pdf、json、
                            ics
      -o, --output <文件>   把清单写进文件，格式看后缀（.txt .md .html .pdf .json
                            .ics），可以写多次；写 - 就写到屏幕
      --why                 每一条都写出为什么
      -h, --help            显示帮助
      -V, --version         显示版本号

    例子：
      yibao yidi -a 这次是给谁办=给自己办         先答好一题，余下的再问
      yibao yidi > 清单.txt                       问题显示在屏幕上，清单写进文件
      yibao questions yidi > 回答.yaml            拿一份空的回答文件，填好它
      yibao yidi --answers 回答.yaml -o 清单.pdf  再照它出清单，不再提问
      yibao yidi --answers 回答.yaml -f json      给程序读的

    不知道办哪一件，写 yibao start。拿不准的，打医保服务热线 12393。
    "
  `);
});

test.each(COMMANDS.map(({ name }) => name))(
  'yibao %s --help is what yibao help shows of it',
  async (name) => {
    const [own, byHelp] = [await runCli([name, '--help']), await runCli(['help', name])];
    expect(own.code).toBe(0);
    expect(byHelp).toEqual(own);
  },
);

test('the help of a procedure says what it asks, what to have at hand and what to type', async () => {
  const { code, stdout, stderr } = await runCli(['help', '试办'], { store });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "用法：yibao toy [选项]

    试办一件事

    这件事：
      给谁用    想试一试的人
      也叫      试办
      要答几题  最少 1 题，最多 7 题
      核对      2026-11-22 对着文件核对过，下一次不晚于 2027-05-31

    都会问到：
      谁来办？

    先想好或查好（问到才用）：
      在哪参保？
      缴到哪个月？
      缴了几个月？
      哪天开始的？

    要带的：
      身份证
      别的看您的情况，答完都写在清单上。

    例子：
      yibao toy                                  一题一题地答
      yibao toy -a who=self                      先答好一题，余下的再问
      yibao questions toy > 回答.yaml            拿一份空的回答文件，填好它
      yibao toy --answers 回答.yaml -o 清单.pdf  再照它出清单

    全部题目和选项：yibao questions toy
    全部选项：yibao help run
    "
  `);
  for (const argv of [
    ['toy', '--help'],
    ['run', 'toy', '-h'],
    ['--help', 'toy'],
    ['试办一件事', '--help'],
  ]) {
    expect((await runCli(argv, { store })).stdout).toBe(stdout);
  }
});

test.each([
  [['help', 'tyo'], '没有叫“tyo”的事项。您是不是想找：toy（试办一件事）？\n'],
  [['help', 'lsit'], '没有叫“lsit”的事项。您是不是想找：命令 yibao list？\n'],
  [['nothing-like-it', '--help'], '没有叫“nothing-like-it”的事项。能办的有：toy（试办一件事）。\n'],
])('yibao %j suggests what there is', async (argv, stderr) => {
  expect(await runCli(argv, { store })).toEqual({ code: 2, stdout: '', stderr });
});

test('yibao questions --help shows its own options alone', async () => {
  expect((await runCli(['questions', '--help'])).stdout).toMatchInlineSnapshot(`
    "用法：yibao questions <事项> [选项]

    列出一件事项的全部问题，可以填好当回答文件。

    参数：
      <事项>  事项的拼音名或中文名，如 yidi、异地就医备案

    选项：
      --json          输出 JSON，给脚本用
      --json-schema   输出这件事项的回答的 JSON Schema，给编辑器和脚本用
      --csv           输出表格的第一行，给 batch 用：一行填一个人
      --flows <目录>  再读这个目录里的流程，同名的以它为准
      --quiet         只写结果和错误，不写提示、进度和“已写入”
      --verbose       把读了什么、怎么定的、用了多久都写到标准错误
      -h, --help      显示帮助

    例子：
      yibao questions yidi > 回答.yaml       拿一份空的回答文件，填好它
      yibao yidi --answers 回答.yaml         再照它出清单
      yibao questions yidi --csv > 名单.csv  拿一行表头，一行填一个人，交给 batch
      yibao questions yidi --json            给程序读的
    "
  `);
});

test('descriptions begin in one column, however wide the terms before them', async () => {
  const { stdout } = await runCli(['--help']);
  const options = stdout.split('\n').filter((line) => /^ {2}-/.test(line));
  const columns = options.map((line) => stringWidth(/^ {2}\S.*? {2,}(?=\S)/.exec(line)?.[0] ?? ''));
  expect(options.length).toBeGreaterThan(8);
  expect(new Set(columns).size).toBe(1);
});

test.each([40, 80, 120])('no line of help is wider than a terminal of %i columns', async (columns) => {
  const { stdout } = await runCli(['--help'], { terminals: ['stdout'], columns });
  // The examples are commands to copy and stay whole.
  const help = stdout.split('\n').filter((line) => !line.startsWith('  yibao '));
  expect(Math.max(...help.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
});

test('on a page of 80 columns no help is wider, its examples included', async () => {
  for (const topic of ['', ...COMMANDS.map(({ name }) => name), 'toy']) {
    const { stdout } = await runCli(['help', topic].filter(Boolean), { store });
    for (const line of stdout.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  }
});

test('no English of the parser is left', async () => {
  const texts = await Promise.all(COMMANDS.map(({ name }) => runCli([name, '--help'])));
  for (const { stdout } of texts) expect(stdout).not.toMatch(/Usage|Options|Arguments|Commands|display help/);
});

test('--version prints the version of the package', async () => {
  const { stdout } = await runCli(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
