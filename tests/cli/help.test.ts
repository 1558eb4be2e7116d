import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { runCli } from './test-context.ts';

test('yibao --help shows commands, options and examples in Chinese', async () => {
  const { code, stdout, stderr } = await runCli(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "用法：yibao [事项] [选项]
          yibao <命令> [选项]

    回答几个问题，得到自己的医保办事清单：带什么、怎么办、多久办好，每一条都写
    明依据。

    参数：
      事项                   事项的拼音名或中文名，如 yidi、异地就医备案；不写就从列
                             表里选

    选项：
      -a, --answer <键=值>   给出一个回答，可以写多次；写英文名或题上的中文都行
      --answers <文件>       从 YAML 或 JSON 文件读回答；写 - 从标准输入读
      --no-input             不提问；缺回答就报错并列出缺哪些
      --plain                一行一行地问，写数字作答：读屏软件、脚本用
      -f, --format <格式>    清单的格式：terminal、text、markdown、html、pdf、json、
                             ics
      -o, --output <文件>    把清单写进文件，格式看后缀（.txt .md .html .pdf .json
                             .ics），可以写多次；写 - 就写到屏幕
      --force                文件已经存在时覆盖它
      --why                  每一条都写出为什么
      --large                HTML 和 PDF 用大字（16 磅）
      --font <文件>          PDF 用这个中文字体文件，不用自带的
      --date <日期>          按哪一天的规定算，如 2026-11-22；不写就是今天
      --follow               接着办的事也一起列出清单；它的回答写成 事项.键=值
      --save-answers <文件>  把这次的回答存下来，以后可以用 --answers 再用
      --no-save              没答完也不留下回答，公用电脑上用
      --flows <目录>         再读这个目录里的流程，同名的以它为准
      --quiet                只写结果和错误，不写提示、进度和“已写入”
      --verbose              把读了什么、怎么定的、用了多久都写到标准错误
      -V, --version          显示版本号
      -h, --help             显示帮助

    命令：
      run [事项]             回答问题，得到清单（只写 yibao 也一样）
      list                   列出能办的事项
      questions <事项>       列出一件事项的全部问题，可以填好当回答文件
      check [文件...]        检查流程文件和它们的案例，给写流程的人用
      graph <事项>           把一件事项的决策树画成图
      diff <事项> <A> <B>    比较两份回答，或同一份回答在两天，清单有什么不同
      batch <事项> [文件]    一次给许多人列清单：每行一个人的回答，每行出一份清单
      sources [事项]         列出每一条的依据、等级和看过的日子，供人核对签字
      resume                 接着答上次没答完的
      completion <shell>     让 shell 按 Tab 就能补全命令、事项、选项和回答
      help [命令]            显示一个命令的帮助

    例子：
      yibao                             选一件事，一题一题地答
      yibao 家庭共济                    直接开始答“家庭共济”
      yibao gongji > 清单.txt           问题显示在屏幕上，清单写进文件
      yibao questions gongji > 回答.yaml
      yibao gongji --answers 回答.yaml -f json
    "
  `);
});

test.each(COMMANDS.map(({ name }) => name))(
  'yibao %s --help and yibao help %s are the same',
  async (name) => {
    const [own, byHelp] = [await runCli([name, '--help']), await runCli(['help', name])];
    expect(own.code).toBe(0);
    expect(byHelp).toEqual(own);
  },
);

test('yibao questions --help shows its own options alone', async () => {
  expect((await runCli(['questions', '--help'])).stdout).toMatchInlineSnapshot(`
    "用法：yibao questions <事项> [选项]

    列出一件事项的全部问题，可以填好当回答文件。

    参数：
      事项            事项的拼音名或中文名，如 yidi、异地就医备案

    选项：
      --json          输出 JSON，给脚本用
      --json-schema   输出这件事项的回答的 JSON Schema，给编辑器和脚本用
      --flows <目录>  再读这个目录里的流程，同名的以它为准
      --quiet         只写结果和错误，不写提示、进度和“已写入”
      --verbose       把读了什么、怎么定的、用了多久都写到标准错误
      -h, --help      显示帮助
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
  const [help = ''] = stdout.split('例子：');
  expect(Math.max(...help.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
});

test('no English of the parser is left', async () => {
  const texts = await Promise.all(COMMANDS.map(({ name }) => runCli([name, '--help'])));
  for (const { stdout } of texts) expect(stdout).not.toMatch(/Usage|Options|Arguments|Commands|display help/);
});

test('--version prints the version of the package', async () => {
  const { stdout } = await runCli(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
