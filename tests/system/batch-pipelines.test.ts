import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { newFolder } from '../support/new-folder.ts';
import { runProgram } from '../support/run-program.ts';
import { toGb18030 } from '../support/to-gb18030.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A folder in which `yibao` is a command, as it is once the package is installed. */
const folder = newFolder();
const shell = (line: string, ...args: string[]) =>
  runProgram('bash', ['-c', `cd "${folder}"; set -euo pipefail; ${line}`, 'bash', ...args]).toString();

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  symlinkSync(file('bin/yibao.js'), join(folder, 'bin/yibao'));
  process.env.PATH = [join(folder, 'bin'), process.env.PATH].join(delimiter);
});

const PLACES = ['湖南益阳', '绵阳', '徐州', '苏州市', '宁波'];

/** A list as an office keeps it: names, departments, Chinese words, cells that are empty. */
function staffList(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const from = PLACES[index % 5];
    const who = `${1001 + index},员工${index},"车间 ""${index % 7}"", 一楼",${index % 2 ? '给自己办' : '给家里人办'}`;
    if (index % 10 === 9) return `${who},一般的病，看门诊或住院,emergency,${from},合肥,short,,,`;
    return `${who},一般的病，看门诊或住院,planning,${from},广州,living,,none,${index % 3 ? '用手机办' : 'window'}`;
  });
  const header =
    '编号,姓名,部门,这次是给谁办？,您这次要看的是什么？,现在到哪一步了？,您的医保交在哪个市？,care-place,stay,referral,proof,channel';
  return [header, ...rows, ''].join('\r\n');
}

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('1,000 people from a CSV that Excel saved in GB18030', () => {
  beforeAll(() => writeFileSync(join(folder, '名单.csv'), toGb18030(staffList(1000))));

  test.each([
    ['a shell script', 'bash', 'tests/e2e/thousand-people.sh'],
    ['a Node script', 'node', 'tests/e2e/thousand-people.mjs'],
  ])(
    '%s makes 1,000 PDFs and one NDJSON',
    (_, program, script) => {
      const out = join(folder, program);
      mkdirSync(out);
      const printed = shell('"$@"', program, file(script), '名单.csv', out);
      if (program === 'node') {
        expect(JSON.parse(printed)).toEqual({ file: 900, emergency: 100, files: 1000 });
      } else {
        expect(printed.split('\n')[0]).toMatch(/^ *\d+ \S/);
        expect(linesOf(join(out, 'files.ndjson'))[999]).toMatchObject({ line: 1001, id: '2000', ok: true });
      }
      const lines = linesOf(join(out, 'all.ndjson'));
      expect(lines.map(({ line, id }) => [line, id])).toEqual(
        lines.map((_line, index) => [index + 2, `${1001 + index}`]),
      );
      expect(lines).toHaveLength(1000);
      const names = readdirSync(join(out, 'pdf'));
      expect(names).toHaveLength(1000);
      expect(names.every((name) => /^\d{4}\.pdf$/.test(name))).toBe(true);
      const text = runProgram('pdftotext', [join(out, 'pdf', '1010.pdf'), '-']).toString();
      expect(text).toContain('先救人，急诊抢救不用备案');
      expect(runProgram('pdfinfo', [join(out, 'pdf', '2000.pdf')]).toString()).toMatch(/Pages: +\d/);
    },
    300_000,
  );
});

describe('a filter among filters', () => {
  const people = Array.from({ length: 60 }, (_, index) => ({ n: index, place: PLACES[index % 5] }));
  const toRecord =
    'jq -c \'{id: .n, answers: {task: "unbind", "bound-by": "window", "insured-place": .place}}\' people.json';

  beforeAll(() => {
    writeFileSync(join(folder, 'people.json'), people.map((one) => JSON.stringify(one)).join('\n'));
    shell(`${toRecord} > in.ndjson`);
  });

  test('jq makes its records and reads its lines', () => {
    const printed = shell(
      `${toRecord} | yibao batch gongji | jq -r '[.id, .ok, .checklist.outcome.id] | @csv'`,
    );
    expect(printed.split('\n').slice(0, 2)).toEqual(['0,true,"unbind"', '1,true,"unbind"']);
    expect(printed.split('\n')).toHaveLength(61);
  });

  test('GNU parallel gives the same lines in the same order', () => {
    const plain = shell('yibao batch gongji --date 2026-11-22 in.ndjson | jq -c "del(.line)"');
    const many = shell(
      'parallel --pipe -k -N 7 -j 3 yibao batch gongji --date 2026-11-22 < in.ndjson | jq -c "del(.line)"',
    );
    expect(many === plain).toBe(true);
    expect(plain.split('\n')).toHaveLength(61);
  });

  test('xargs runs it for each file of a folder', () => {
    shell('mkdir -p lists && split -l 20 in.ndjson lists/part- --additional-suffix=.ndjson');
    shell(
      'ls lists/part-*.ndjson | xargs -P 2 -I{} yibao batch gongji --date 2026-11-22 {} -o {}.out.ndjson',
    );
    const together = shell('cat lists/*.out.ndjson | jq -c "del(.line)"');
    expect(together).toBe(shell('yibao batch gongji --date 2026-11-22 in.ndjson | jq -c "del(.line)"'));
  });
});
