import { UNSURE_LABEL } from '../../interview/wording.ts';
import type { Flow, Question } from '../../model/flow.ts';
import { answersJsonSchema } from '../../render/answers-schema.ts';
import { renderCsv } from '../../render/csv.ts';
import { formatJson } from '../../render/json.ts';
import { usualText } from '../../render/usual-text.ts';
import { whenAsked } from '../../render/when-asked.ts';
import type { RunCommand } from '../command-table.ts';
import { UsageError } from '../errors.ts';
import { findFlow, openStore } from '../find-flow.ts';
import type { QuestionsOptions } from '../options.ts';
import { findQuestion, wordsOf } from '../question-words.ts';
import { safeText } from '../safe-text.ts';

/** `yibao questions <事项>`: all questions of a procedure, as an answers file to fill in. */
export const runQuestions: RunCommand = async (context, [name = ''], options: QuestionsOptions) => {
  const store = await openStore(context, options.flows);
  const flow = await findFlow(store, name);
  const faces = [options.json, options.jsonSchema, options.csv];
  if (faces.filter(Boolean).length > 1) throw new UsageError('--json、--json-schema 和 --csv 请只写一个。');
  context.stdout.write(render(flow, options));
};

function render(flow: Flow, { json, jsonSchema, csv }: QuestionsOptions): string {
  if (csv) return renderCsv([headerRow(flow).map(safeText)]);
  if (json) return `${formatJson(questionsDocument(flow))}\n`;
  if (jsonSchema) return `${formatJson(answersJsonSchema(flow))}\n`;
  return `${safeText(renderTemplate(flow))}\n`;
}

/** The first row of a table for `batch`: the questions as shown, by id where two have the same words. */
function headerRow(flow: Flow): string[] {
  const questions = Object.values(flow.questions).map((question) => {
    const { ask } = wordsOf(flow, question);
    return findQuestion(flow, ask) === question.id ? ask : question.id;
  });
  return ['编号', ...questions];
}

function questionsDocument(flow: Flow): unknown {
  const questions = Object.values(flow.questions).map((question) => {
    const { id, type, unsure, min, max, unit, atLeast, none } = question;
    const words = wordsOf(flow, question);
    return {
      id,
      type,
      ask: words.ask,
      why: words.why ?? null,
      options: words.options,
      unsure: unsure ?? null,
      ...definedOnly({ min, max, unit, atLeast, none }),
    };
  });
  return { flow: flow.id, questions };
}

function definedOnly(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function renderTemplate(flow: Flow): string {
  const lines = [
    `# “${flow.title}”的回答模板。填好后运行：yibao ${flow.id} --answers 这个文件`,
    '# 每题在冒号后面写英文名或中文都行；没问到您的题留空。',
    `flow: ${flow.id}`,
    'answers:',
    ...Object.values(flow.questions).flatMap((question, index) => templateLines(flow, question, index + 1)),
  ];
  return lines.join('\n');
}

function templateLines(flow: Flow, question: Question, number: number): string[] {
  const { ask, why, options } = wordsOf(flow, question);
  const asked = whenAsked(flow, question.id);
  const comments = [
    `${number}. ${ask}`,
    ...(asked === undefined ? [] : [asked]),
    ...(why === undefined ? [] : [`为什么问：${why}`]),
    ...options.map(({ id, label }) => `- ${id}：${label}`),
    ...unsureLines(flow, question),
    ...howToWrite(question),
  ];
  return [
    '',
    ...comments.map((comment) => `  # ${comment.replace(/\s*\n\s*/gu, ' ')}`.trimEnd()),
    `  ${question.id}:`,
  ];
}

function unsureLines(flow: Flow, { unsure, options }: Question): string[] {
  if (!unsure) return [];
  const ids = 'as' in unsure ? [unsure.as].flat() : [];
  const labels = options.filter(({ id }) => ids.includes(id)).map(({ label }) => usualText(flow, label));
  const counted = labels.length > 0 ? `；按“${labels.join('、')}”算` : '';
  return [`- unsure：${UNSURE_LABEL}${counted}。${unsure.findOut}`];
}

function howToWrite({ type, min, max, unit, options }: Question): string[] {
  const limits = [
    min !== undefined && `最小 ${min}`,
    max !== undefined && `最大 ${max}`,
    unit && `单位 ${unit}`,
  ];
  switch (type) {
    case 'multi':
      return [
        `可以选几个，写成 [${options
          .slice(0, 2)
          .map(({ id }) => id)
          .join(', ')}] 这样`,
      ];
    case 'place':
      return ['写到市，如 湖南益阳；也可以写代码，要加引号，如 "430900"'];
    case 'date':
      return ['写成 2026-10-15 这样'];
    case 'month':
      return ['写成 2026-10 这样'];
    case 'number':
      return [
        `写数字${limits
          .filter(Boolean)
          .map((limit) => `，${limit}`)
          .join('')}`,
      ];
    case 'choice':
    case 'yes-no':
      return [];
  }
}
