import { expect, test } from 'vitest';
import { endingsOf, FORMATS } from '../../src/render/format-names.ts';
import { runCli } from './test-context.ts';

const suffixes = FORMATS.flatMap(endingsOf).join('、');

test.each([
  [['--frmat', 'json'], '没有 --frmat 这个选项。您是不是想写 --format？'],
  [['--zzz'], '没有 --zzz 这个选项。用 yibao --help 看用法。'],
  [['list', '--jsn'], '没有 --jsn 这个选项。您是不是想写 --json？'],
  [['gongji', '-a'], '-a, --answer <键=值> 后面要写一个值。用 yibao --help 看用法。'],
  [['gongji', 'yidi'], '写多了：一次只办一件事项。事项名里有空格时请加引号。用 yibao --help 看用法。'],
  [['questions'], 'questions 后面要写是哪件事项，如 yibao questions yidi。用 yibao list 看有哪些事项。'],
  [['gongji', '-f', 'jsn'], `没有“jsn”这种格式。您是不是想写 json？可以写：${FORMATS.join('、')}。`],
  [['gongji', '--date', '2026-02-30'], '--date 的“2026-02-30”不是一个日期。请写成 2026-11-22 这样。'],
  [['gongji', '--date', '明天'], '--date 的“明天”不是一个日期。请写成 2026-11-22 这样。'],
  [
    ['gongji', '--plain', '--no-input'],
    '--plain 和 --no-input 不能一起用：一个要提问，一个不提问。请去掉一个。',
  ],
  [
    ['gongji', '--plain', '--answers', '-'],
    '--plain 和 --answers - 都要读标准输入，不能一起用。请把回答写进文件，再写 --answers 文件。',
  ],
  [['completion'], 'completion 后面还要写用哪个 shell：bash、zsh、fish。用 yibao completion --help 看用法。'],
  [['list', 'gongji'], '写多了。用 yibao list --help 看用法。'],
  [['help', 'list', 'run'], '写多了。用 yibao help --help 看用法。'],
  [['gongji', '-a', 'task'], '-a 后面要写成 键=值，如 -a stay=long；现在是“task”。'],
  [['gongji', '-a', 'task='], '-a task= 后面没有写值。看可以写什么，请写 yibao questions 加事项名。'],
  [['gongji', '-o', 'list.xyz'], `从 list.xyz 的后缀看不出格式。请用 ${suffixes}，或用 -f 写明格式。`],
  [['gongji', '-o', 'no/such/folder/list.md'], '没有 no/such/folder 这个文件夹，请先建好它。'],
  [['gongji', '-o', 'package.json'], 'package.json 已经存在。要覆盖它，请加 --force。'],
  [['gongji', '-o', 'src.md/', '-f', 'text'], 'src.md/ 是一个文件夹，请写文件名。'],
  [['gongji', '-o', 'src', '-f', 'text'], 'src 是一个文件夹，请写文件名。'],
  [['-f', 'text', 'list'], 'list 没有 --format 这个选项。用 yibao list --help 看用法。'],
  [['--flows', 'none', 'list'], '打不开 --flows none：没有这个文件或文件夹。请看看路径写对没有。'],
  [
    ['gongji', '--flows', 'package.json'],
    '--flows package.json 不是一个文件夹。请写放流程的文件夹，如 --flows 我们的流程。',
  ],
  [
    ['gongji', '-a', `x\u001b[31m${'长'.repeat(100)}`],
    `-a 后面要写成 键=值，如 -a stay=long；现在是“x${'长'.repeat(34)}…”。`,
  ],
  [['gongji', '-o', 'a.md', '-o', 'a.md'], 'a.md 写了两次，后一个会盖掉前一个。请换个文件名。'],
])('yibao %j says what is wrong and what to do', async (argv, sentence) => {
  expect(await runCli(argv)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
});

test('with -f json an error is one document on stderr', async () => {
  const { code, stdout, stderr } = await runCli(['gongji', '-f', 'json', '--zzz']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatchInlineSnapshot(`
    "{
      "error": {
        "code": "usage",
        "message": "没有 --zzz 这个选项。用 yibao --help 看用法。",
        "missing": [],
        "problems": []
      }
    }
    "
  `);
});

test('an error of our own says so, with what a developer needs', async () => {
  const { code, stdout, stderr } = await runCli(['list']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.split('\n').slice(0, 2)).toEqual([
    'yibao 自己出了错，请把下面的内容连同您的命令告诉开发者。',
    'Error: this test opens no flows',
  ]);
});
