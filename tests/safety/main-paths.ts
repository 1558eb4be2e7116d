import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowText } from '../support/hostile-flows.ts';
import { makeHostileFolder } from '../support/make-hostile-folder.ts';

const ANSWERS = { task: 'payments', 'on-behalf': 'self', 'insured-place': '430900', channel: 'app' };

/** A flow with something to put into a calendar. */
const DATED = flowText({
  tree: '[kind, day, { exit: done }]',
  questions: '  day: { ask: 哪天？, type: date }\n',
  steps: '  pay: { title: 交, by: { within: { months: 3 }, counted-from: day }, sources: [law] }\n',
});

/** Command lines that together go through all that the command does without a terminal. */
export function mainPaths(folder: string): readonly (readonly string[])[] {
  const mine = makeHostileFolder(join(folder, 'mine'), { 'bad/flow.yaml': DATED });
  const answers = join(folder, 'answers.json');
  writeFileSync(answers, JSON.stringify(ANSWERS));
  const people = join(folder, 'people.csv');
  writeFileSync(people, `${Object.keys(ANSWERS).join()}\n${Object.values(ANSWERS).join()}\n`);
  const documents = ['html', 'pdf', 'md', 'txt', 'json'].flatMap((suffix) => [
    '-o',
    join(folder, `list.${suffix}`),
  ]);
  return [
    ['--help'],
    ['list', '--json'],
    ['questions', 'chaxun', '--json'],
    ['chaxun', '--answers', answers, '--save-answers', join(folder, 'saved.yaml'), ...documents],
    ['graph', 'chaxun', '-o', join(folder, 'graph.svg')],
    ['sources', 'chaxun', '-f', 'csv'],
    ['diff', 'chaxun', answers, answers],
    ['batch', 'chaxun', people],
    ['resume'],
    ['bad', '--flows', mine, '-a', 'kind=paper', '-a', 'day=2026-10-01', '-o', join(folder, 'list.ics')],
    ['check', mine],
  ];
}
