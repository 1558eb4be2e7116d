import type { FlowReport } from '../../check/check-flow.ts';
import type { ListedRule } from '../../check/list-rules.ts';
import type { Example } from '../../check/prove/proof.ts';
import { describeSupposed } from '../../check/wording-proof.ts';
import type { Problem } from '../../model/problem.ts';
import { countColumns } from '../../render/columns.ts';
import { padColumns } from '../../render/layout.ts';
import { yamlValue } from '../save-answers.ts';
import type { CheckResult } from './check-files.ts';

const SEVERITIES = { error: '错误', warning: '警告', note: '提示' } as const;

/** The whole report as text. */
export function renderReport({ reports, broken, problems }: CheckResult): string {
  const all = [...problems, ...[...broken, ...reports].flatMap((report) => report.problems)];
  const lines = [
    ...broken.flatMap(({ id, problems: own }) => [
      `${id}：读不懂，没有往下检查`,
      ...own.map((problem) => `  ${problemText(problem)}`),
    ]),
    ...reports.flatMap(reportLines),
    ...(problems.length > 0 ? ['几个流程共用的部分：'] : []),
    ...problems.filter(({ severity }) => severity !== 'note').map((problem) => `  ${problemText(problem)}`),
    ...noteLines(problems).map((line) => `  ${line}`),
    `一共 ${reports.length + broken.length} 个流程：${countWords(all)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function reportLines(report: FlowReport): string[] {
  const { id, title, paths, proven, questions, options, items, cases, untested, problems, proof } = report;
  const { lines, warnings } = proof.longest;
  return [
    `${id} ${title}：${paths} 条路${proven ? '，全部证明' : '，没有全部证明'}；${questions} 题，${options} 个选项，${items} 条，${cases} 个案例；${countWords(problems)}`,
    `  最长的清单有 ${lines.count} 条，最多有 ${warnings.count} 条提醒`,
    ...proof.sampled.map(
      ({ subject, combinations, tried }) =>
        `  ${subject.kind === 'flow' ? '全部' : JSON.stringify(subject)}有 ${combinations} 种情形，只试了 ${tried} 种`,
    ),
    ...(untested.length > 0 ? [`  案例没有走到：${untested.join('、')}`] : []),
    ...problems
      .filter(({ severity }) => severity !== 'note')
      .flatMap((problem) => [
        `  ${problemText(problem)}`,
        ...(problem.example ? exampleLines(id, problem.example).map((line) => `    ${line}`) : []),
      ]),
    ...noteLines(problems).map((line) => `  ${line}`),
  ];
}

/** Notes of one kind are told once a file, with the lines of the others. */
function noteLines(problems: readonly Problem[]): string[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems.filter(({ severity }) => severity === 'note')) {
    const key = `${problem.file} ${problem.code}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const lines = others.map(({ line }) => line).join('、');
    return [problemText(first) + (others.length > 0 ? `（还有 ${others.length} 处：第 ${lines} 行）` : '')];
  });
}

/** `file:line:column 级别 代码 句子`. */
function problemText({ file, line, column, severity, code, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, SEVERITIES[severity], code, message].filter((part) => part !== '').join(' ');
}

/** The shortest answers that show a finding, as a file that `--answers` reads. */
function exampleLines(flow: string, { date, answers, supposes }: Example): string[] {
  const entries = Object.entries(answers);
  return [
    `# 这样回答就会遇到。存成文件，再写 yibao ${flow} --answers 文件`,
    ...supposes.map(({ fact, value }) => `# ${describeSupposed(fact, value)}`),
    `flow: ${flow}`,
    `date: ${date}`,
    entries.length > 0 ? 'answers:' : 'answers: {}',
    ...entries.map(([question, value]) => `  ${question}: ${yamlValue(value)}`),
  ];
}

function countWords(problems: readonly Problem[]): string {
  const counted = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count > 0 ? [`${count} 个${SEVERITIES[severity]}`] : [];
  });
  return counted.length > 0 ? counted.join('，') : '没有问题';
}

/** The rules as a table. */
export function renderRules(rules: readonly ListedRule[]): string {
  const width = Math.max(...rules.map(({ code }) => countColumns(code)));
  const lines = rules.map(
    ({ code, severity, wants }) => `${padColumns(code, width)}  ${SEVERITIES[severity]}  ${wants}`,
  );
  return `${lines.join('\n')}\n`;
}

/** What is told while it works. */
export const progressWords = {
  reading: '正在读流程文件…',
  checking: (title: string, number: number, count: number, checked: number) =>
    `正在检查“${title}”（第 ${number} 个，共 ${count} 个）${checked > 0 ? `，证明了 ${checked} 组` : ''}…`,
  watching: '改了文件就再检查一遍；按 Ctrl-C 结束。',
};
