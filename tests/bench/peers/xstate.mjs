import { and, assign, enqueueActions, initialTransition, not, or, setup, transition } from 'xstate';
import { writeCondition } from '../neutral/problem.mjs';

const FORM = {
  always: () => ({ type: 'always' }),
  eq: (question, value) => ({ type: 'eq', params: { question, value } }),
  in: (question, values) => ({ type: 'in', params: { question, values } }),
  not: (part) => not(part),
  and: (parts) => and(parts),
  or: (parts) => or(parts),
};

const SETUP = {
  guards: {
    always: () => true,
    eq: ({ context }, { question, value }) => context.answers[question] === value,
    in: ({ context }, { question, values }) => values.includes(context.answers[question]),
  },
  actions: {
    store: assign({
      answers: ({ context, event }, { question }) => ({ ...context.answers, [question]: event.value }),
    }),
  },
};

function statesOf({ questions, items }) {
  const states = questions.map(({ id, when }, at) => {
    const target = questions[at + 1]?.id ?? 'checklist';
    const store = { type: 'store', params: { question: id } };
    const skip = { guard: not(writeCondition(when, FORM)), target };
    return [id, { always: [skip], on: { ANSWER: { target, actions: store } } }];
  });
  const listed = items.map(({ id, when }) => ({ id, guard: writeCondition(when, FORM) }));
  const list = enqueueActions(({ enqueue, check }) => {
    enqueue.assign({ items: listed.filter(({ guard }) => check(guard)).map(({ id }) => id) });
  });
  return { ...Object.fromEntries(states), checklist: { entry: list, type: 'final' } };
}

/** A machine with one state a question; the checklist is what its last state holds. */
export function load(problem) {
  const machine = setup(SETUP).createMachine({
    id: problem.id,
    initial: problem.questions[0].id,
    context: { answers: {}, items: [] },
    states: statesOf(problem),
  });
  return (answers) => {
    const visible = [];
    let [snapshot] = initialTransition(machine);
    while (snapshot.status === 'active') {
      const question = snapshot.value;
      visible.push(question);
      [snapshot] = transition(machine, snapshot, { type: 'ANSWER', value: answers[question] });
    }
    return { visible, items: snapshot.context.items };
  };
}
