import Engine from 'publicodes';

const QUIET = { log() {}, warn() {}, error() {} };

/** Conditions with negations pushed inwards: publicodes has no other way to say not. */
function formOf(when, negated = false) {
  if ('not' in when) return formOf(when.not, !negated);
  const sign = negated ? '!=' : '=';
  if ('eq' in when) return `${when.eq[0]} ${sign} '${when.eq[1]}'`;
  if ('in' in when) {
    const parts = when.in[1].map((value) => `${when.in[0]} ${sign} '${value}'`);
    return negated ? all(parts) : any(parts);
  }
  const parts = (when.and ?? when.or).map((part) => formOf(part, negated));
  return (when.and !== undefined) === negated ? any(parts) : all(parts);
}

const all = (parts) => ({ 'toutes ces conditions': parts });
const any = (parts) => ({ 'une de ces conditions': parts });

function rulesOf({ questions, items }) {
  const asked = questions.map(({ id, text, options, when }) => [
    id,
    {
      question: text,
      ...(when === true ? {} : { 'applicable si': formOf(when) }),
      'une possibilité': options.map((option) => `'${option}'`),
    },
  ]);
  const listed = items.map(({ id, text, when }) => [
    id,
    { titre: text, valeur: when === true ? 'oui' : formOf(when) },
  ]);
  return Object.fromEntries([...asked, ...listed]);
}

export function load(problem) {
  const engine = new Engine(rulesOf(problem), { logger: QUIET });
  return (answers) => {
    engine.setSituation(Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, `'${value}'`])));
    const ids = (parts) => parts.map(({ id }) => id);
    return {
      visible: ids(problem.questions).filter((id) => engine.evaluate(id).nodeValue !== null),
      items: ids(problem.items).filter((id) => engine.evaluate(id).nodeValue === true),
    };
  };
}
