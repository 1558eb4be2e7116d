import type { AnswerValue } from '../model/answers.ts';
import type { Checklist, GivenAnswer } from '../model/checklist.ts';

/** The answers of a checklist as a file that `--answers` reads again; JSON or YAML by the file's name. */
export function renderAnswersFile(checklist: Checklist, path: string): string {
  const { flow, date, answers } = checklist;
  if (/\.json$/i.test(path)) {
    const values = Object.fromEntries(answers.map(({ question, value }) => [question, value]));
    return `${JSON.stringify({ flow: flow.id, reviewed: flow.reviewed, date, answers: values }, null, 2)}\n`;
  }
  const lines = [
    `# “${flow.title}”的回答。再用一次：yibao ${flow.id} --answers 这个文件`,
    `flow: ${flow.id}`,
    `reviewed: ${flow.reviewed}`,
    '# 按这一天的规定算；要按今天算，删掉这一行，或用 --date 写明日期。',
    `date: ${date}`,
    answers.length > 0 ? 'answers:' : 'answers: {}',
    ...answers.flatMap(answerLines),
  ];
  return `${lines.join('\n')}\n`;
}

function answerLines({ question, ask, label, value }: GivenAnswer): string[] {
  return [`  # ${oneLine(ask)} ${oneLine(label)}`, `  ${question}: ${yamlValue(value)}`];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** An answer as YAML reads it back. */
export function yamlValue(value: AnswerValue): string {
  if (typeof value === 'object') return `[${value.map(yamlValue).join(', ')}]`;
  // Ids, dates and months are plain words in YAML 1.2; a region code would be read as a number.
  const isPlain = typeof value === 'number' || /^[a-z][a-z0-9-]*$|^\d{4}-\d{2}(-\d{2})?$/.test(value);
  const isWord = value === 'true' || value === 'false' || value === 'null';
  return isPlain && !isWord ? String(value) : JSON.stringify(value);
}
