import { POOL_FACT } from '../../engine/compile-condition.ts';
import { compileFlow } from '../../engine/compile-flow.ts';
import { knowledgeOf } from '../../engine/knowledge.ts';
import type { Answers } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { Prepared } from './build-space.ts';
import { answersOfCell, type Cell, knowledgeOfCell } from './cell.ts';
import { type PlaceTest, withPlaces } from './place-tests.ts';
import type { Supposed } from './proof.ts';
import type { PlacedScenario } from './small-world.ts';

/** The facts that some real places would have to have for tests to come out as in the small world. */
export function supposedBy(
  prepared: Prepared,
  cell: Cell,
  places: Answers,
  tests: readonly PlaceTest[],
): readonly Supposed[] {
  const { space, scenarioOf, flow } = prepared;
  const compiled = compileFlow(flow);
  const states = [...knowledgeOfCell(cell).states];
  const asked = Object.keys(places);
  const codes = asked.map((id) => String(places[id]));
  const real = knowledgeOf(withPlaces(compiled, states, asked, codes), space.date);
  const inWorld = knowledgeOf(states, space.date);
  const answers = answersOfCell(space, cell);
  const supposed = tests
    .filter((one) => compiled.test(one.real)(real) !== one.inWorld.read(inWorld))
    .flatMap((one): readonly Supposed[] => {
      const question = placeOf(one.real, flow.jurisdiction);
      const placed = scenarioOf.get(String(answers[question]));
      return placed ? supposition(one.real, question, placed) : [];
    });
  return [...new Map(supposed.map((one) => [`${one.fact} ${one.question}`, one])).values()];
}

/** The place question whose facts a test reads. */
function placeOf(test: Condition, jurisdiction: string | undefined): string {
  if (test.kind === 'same') return test.questions[0];
  const of = test.kind === 'fact' || test.kind === 'unverified' ? test.of : undefined;
  return of ?? jurisdiction ?? '';
}

function supposition(
  test: Condition,
  question: string,
  { use, scenario, profile }: PlacedScenario,
): readonly Supposed[] {
  if (test.kind === 'same') {
    const spot = scenario.spots[use.questions.findIndex(({ id }) => id === question)];
    return [{ fact: POOL_FACT, question, value: scenario.provinces[spot?.province ?? -1]?.pool }];
  }
  if (test.kind !== 'fact' && test.kind !== 'unverified') return [];
  const slot = use.slots.findIndex((one) => one.fact === test.fact && one.question === question);
  return [{ fact: test.fact, question, value: profile[slot] }];
}
