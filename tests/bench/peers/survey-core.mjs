import { Model } from 'survey-core';
import { writeExpression } from '../neutral/problem.mjs';

const quote = (value) => `'${value}'`;
const WORDS = {
  eq: (question, value) => `{${question}} = ${quote(value)}`,
  in: (question, values) => `{${question}} anyof [${values.map(quote).join(', ')}]`,
  not: '!',
  and: 'and',
  or: 'or',
};

const visibleIf = (when) => (when === true ? {} : { visibleIf: writeExpression(when, WORDS) });

function modelOf({ questions, items }) {
  const listOf = (kind) => ({
    type: 'checkbox',
    name: kind,
    choices: items
      .filter((item) => item.kind === kind)
      .map(({ id, text, when }) => ({ value: id, text, ...visibleIf(when) })),
  });
  const asked = questions.map(({ id, text, options, when }) => ({
    type: 'radiogroup',
    name: id,
    title: text,
    choices: options,
    ...visibleIf(when),
  }));
  return {
    clearInvisibleValues: 'onHidden',
    pages: [
      { name: 'interview', elements: asked },
      { name: 'checklist', elements: [listOf('step'), listOf('material')] },
    ],
  };
}

/** Items are the choices of two checkbox questions, shown by condition. */
export function load(problem) {
  const model = new Model(modelOf(problem));
  const { questions } = model.getPageByName('interview');
  const lists = [model.getQuestionByName('step'), model.getQuestionByName('material')];
  return (answers) => {
    model.data = answers;
    return {
      visible: questions.filter(({ isVisible }) => isVisible).map(({ name }) => name),
      items: lists.flatMap(({ visibleChoices }) => visibleChoices.map(({ value }) => value)),
    };
  };
}
