import { expect, test } from 'vitest';
import { applyPlace } from '../../src/engine/apply-place.ts';
import { compileFlow } from '../../src/engine/compile-flow.ts';
import type { Flow } from '../../src/model/flow.ts';
import type { OverlayChanges } from '../../src/model/overlay.ts';
import type { Overlay } from '../../src/model/place.ts';
import { knowledgeFrom, type TestStates } from '../support/arbitrary-states.ts';
import {
  buildFlow,
  changes,
  type FlowFields,
  material,
  outcome,
  placeEntry,
  question,
  step,
} from '../support/build-flow.ts';

const YIYANG: TestStates = { home: { value: '430900' } };

function flowWith(overlays: Readonly<Record<string, Overlay>>, fields: FlowFields = {}): Flow {
  return buildFlow({
    jurisdiction: 'home',
    questions: [question('home', { type: 'place' }), question('care', { type: 'place' })],
    items: [step('one'), step('two'), material('one')],
    places: {
      entries: Object.entries(overlays).map(([code, overlay]) =>
        placeEntry(code, { overlays: { toy: [overlay] } }),
      ),
    },
    ...fields,
  });
}

/** Items as `kind id title@place`, the title where it is not the id. */
function itemsOf(flow: Flow, states: TestStates = YIYANG): string[] {
  return applyPlace(compileFlow(flow), knowledgeFrom(flow, states)).items.map(
    ({ what, code }) => `${what.kind} ${what.id}${what.title === what.id ? '' : ` ${what.title}`} ${code}`,
  );
}

const rename = (id: string, title: string): OverlayChanges =>
  changes({ change: [{ kind: 'step', id, set: { title, sources: [] } }] });

test('without overlays the items are the nation’s, in file order', () => {
  expect(itemsOf(flowWith({}))).toEqual(['step one 000000', 'step two 000000', 'material one 000000']);
});

test('an overlay changes the fields that it gives, of that kind alone, and the line is then its place’s', () => {
  expect(itemsOf(flowWith({ '430000': rename('one', '本省') }))).toEqual([
    'step one 本省 430000',
    'step two 000000',
    'material one 000000',
  ]);
});

test('nation, then province, then city: a later one wins', () => {
  const flow = flowWith({
    '430900': rename('one', '本市'),
    '430000': rename('one', '本省'),
    '000000': rename('two', '全国'),
  });
  expect(itemsOf(flow)).toEqual(['step one 本市 430900', 'step two 全国 000000', 'material one 000000']);
  expect(itemsOf(flow, { home: { value: '430100' } })[0]).toBe('step one 本省 430000');
  expect(itemsOf(flow, { home: { value: '430000' } })[0]).toBe('step one 本省 430000');
  expect(itemsOf(flow, {})[0]).toBe('step one 000000');
});

test('additions stand where they say, in the order written; removals go', () => {
  const overlay = changes({
    add: [
      { item: step('a'), after: 'one' },
      { item: step('b'), after: 'one' },
      { item: step('c'), before: 'one' },
      { item: step('d') },
    ],
    remove: [{ kind: 'step', id: 'two', why: '本地不用', sources: [] }],
  });
  expect(itemsOf(flowWith({ '430000': overlay }))).toEqual([
    'step c 430000',
    'step one 000000',
    'step a 430000',
    'step b 430000',
    'material one 000000',
    'step d 430000',
  ]);
});

test('what is not in force on the day is dropped before anything applies', () => {
  const flow = flowWith(
    {
      '430000': changes({
        change: [{ kind: 'step', id: 'two', set: { title: '去年' }, until: '2025-12-31' }],
      }),
      '430900': changes({ add: [{ item: step('later', { from: '2027-01-01' }) }] }),
    },
    { items: [step('one', { until: '2026-11-21' }), step('two', { until: '2026-11-22' })] },
  );
  expect(itemsOf(flow)).toEqual(['step two 000000']);
});

test('a dated change of the flow applies from its day, before the places', () => {
  const dated = (from: string) => ({ ...rename('one', '新规'), from });
  expect(itemsOf(flowWith({}, { changes: [dated('2026-11-22')] }))[0]).toBe('step one 新规 000000');
  expect(itemsOf(flowWith({}, { changes: [dated('2026-11-23')] }))[0]).toBe('step one 000000');
  const both = flowWith({ '430000': rename('one', '本省') }, { changes: [dated('2026-11-22')] });
  expect(itemsOf(both)[0]).toBe('step one 本省 430000');
});

test('an overlay about another place question applies by that question’s place', () => {
  const flow = flowWith({ '430900': { ...rename('one', '就医地'), role: 'care' } });
  expect(itemsOf(flow)[0]).toBe('step one 000000');
  expect(itemsOf(flow, { care: { value: '430900' } })[0]).toBe('step one 就医地 430900');
});

test('outcomes change too', () => {
  const flow = flowWith({ '430000': changes({ outcomes: [{ id: 'done', set: { say: '本省直接办' } }] }) });
  const { outcomes } = applyPlace(compileFlow(flow), knowledgeFrom(flow, YIYANG));
  expect(outcomes.get('done')).toEqual({ what: { ...outcome('done'), say: '本省直接办' }, code: '430000' });
});
