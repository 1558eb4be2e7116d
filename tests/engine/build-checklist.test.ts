import { describe, expect, test } from 'vitest';
import { buildChecklist, UnfinishedPathError } from '../../src/engine/build-checklist.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Flow, Item } from '../../src/model/flow.ts';
import {
  all,
  any,
  as,
  ask,
  buildFlow,
  changes,
  citation,
  exit,
  type FlowFields,
  fact,
  is,
  keep,
  line,
  material,
  not,
  options,
  outcome,
  placeEntry,
  question,
  source,
  step,
  TODAY,
  when,
} from '../support/build-flow.ts';

const run = (flow: Flow, answers: Answers, date = TODAY) => buildChecklist(flow, answers, { date });

const questions = [
  question('home', { type: 'place' }),
  question('stay', { options: options({ long: '长住', short: '短住' }), unsure: keep }),
  question('channel', { options: options({ phone: '用手机办', window: '到窗口办' }), unsure: as('phone') }),
];

const places: NonNullable<FlowFields['places']> = {
  channelKinds: { hotline: '热线' },
  facts: { free: { id: 'free', type: 'yes-no', name: '省内免备案', findOut: '打 12393 问' } },
  entries: [
    placeEntry('000000', { channels: { hotline: [{ name: '12393', sources: [] }] } }),
    placeEntry('430000', { facts: { free: [{ value: 'yes', sources: [citation('hunan-paper')] }] } }),
  ],
};

const sources = [
  source('law', { number: '医保发〔2022〕22号' }),
  source('hunan-paper', { place: '430000', title: '湖南省通知' }),
  source('jiangsu-paper', { place: '320000', title: '江苏省通知' }),
  source('coming', { title: '新办法', from: '2027-01-01' }),
];

function flowWith(...items: Item[]): Flow {
  return buildFlow({ jurisdiction: 'home', questions, places, sources, items });
}

const answers: Answers = { home: '430900', stay: 'short', channel: 'window' };

describe('a line', () => {
  test('is required where its condition is yes and absent where it is no or void', () => {
    const flow = flowWith(
      step('short', { when: is('stay', 'short') }),
      step('long', { when: is('stay', 'long') }),
      step('void', { when: not(is('other', 'x')) }),
    );
    expect(run(flow, answers).steps.map(({ id, status }) => [id, status])).toEqual([['short', 'required']]);
  });

  test('is possible where it is unknown, with what it hangs on; a not-needed line or a note is left out', () => {
    const test = { when: is('stay', 'short') };
    const flow = flowWith(
      step('s', test),
      material('m', test),
      line('warning', 'w', test),
      line('not-needed', 'n', test),
      line('note', 'o', test),
    );
    const { steps, materials, warnings, notNeeded, notes } = run(flow, { ...answers, stay: 'unsure' });
    const hangsOn = [{ question: 'stay', label: 'stay？', findOut: '问一问' }];
    for (const item of [steps[0], materials[0], warnings[0]]) {
      expect(item).toMatchObject({ status: 'possible', because: [], hangsOn });
    }
    expect([notNeeded, notes]).toEqual([[], []]);
  });

  test('hangs on a fact that nobody has verified, and says how to find out', () => {
    const flow = flowWith(step('s', { when: all(is('stay', 'short'), not(fact('free'))) }));
    expect(run(flow, { ...answers, home: '610100' }).steps[0]).toMatchObject({
      status: 'possible',
      because: [{ question: 'stay', value: 'short', label: '短住' }],
      hangsOn: [{ fact: 'free', label: '省内免备案', findOut: '打 12393 问' }],
    });
  });

  test('says the fact and its place as its reason, and cites what the fact rests on', () => {
    const flow = flowWith(step('s', { when: fact('free'), sources: [citation('law', { at: '第八条' })] }));
    expect(run(flow, answers).steps[0]).toMatchObject({
      because: [{ fact: 'free', place: '湖南省', value: 'yes', label: '省内免备案：是' }],
      sources: [
        { id: 'law', cite: '医保发〔2022〕22号 第八条', grade: 'A' },
        { id: 'hunan-paper', cite: '湖南省通知', grade: 'A' },
      ],
    });
  });

  test('drops the later answer where either would do', () => {
    const flow = flowWith(step('s', { when: any(is('stay', 'short'), is('channel', 'window')) }));
    expect(run(flow, answers).steps[0]?.because).toEqual([
      { question: 'stay', value: 'short', label: '短住' },
    ]);
  });

  test('shows 不清楚 that counted as an option as what was answered', () => {
    const flow = flowWith(step('s', { when: is('channel', 'phone') }));
    const checklist = run(flow, { ...answers, channel: 'unsure' });
    expect(checklist.steps[0]).toMatchObject({
      status: 'required',
      because: [{ question: 'channel', value: 'unsure', label: '不清楚，按“用手机办”算' }],
    });
  });

  test('of the not-needed kind never shows with a material of the same id', () => {
    const flow = flowWith(material('paper', { when: is('stay', 'short') }), line('not-needed', 'paper'));
    expect(run(flow, answers).notNeeded).toEqual([]);
    expect(run(flow, { ...answers, stay: 'long' }).notNeeded.map(({ id }) => id)).toEqual(['paper']);
  });

  test('of a place says so', () => {
    const overlay = changes({ change: [{ kind: 'step', id: 's', set: { title: '本省做法' } }] });
    const flow = buildFlow({
      jurisdiction: 'home',
      questions,
      items: [step('s')],
      places: { entries: [placeEntry('430000', { overlays: { toy: [overlay] } })] },
    });
    expect(run(flow, answers).steps[0]).toMatchObject({
      title: '本省做法',
      level: 'province',
      place: '湖南省',
    });
    expect(run(flow, answers).localStatus).toEqual({ level: 'province', place: '湖南省', hotline: '' });
  });
});

describe('the fields of a step', () => {
  test('are filled in: sub-steps that apply, time, other flow', () => {
    const flow = buildFlow({
      questions,
      items: [
        step('s', {
          title: '提交',
          do: [
            { text: '登录' },
            { text: '短住的填这里', when: is('stay', 'short') },
            { text: '只有长住', when: is('stay', 'long') },
          ],
          who: 'family',
          takes: [{ unit: 'days', count: 3, keeper: 'office' }],
          see: 'canbao',
        }),
      ],
      common: { flowTitles: { canbao: '参保登记' } },
    });
    expect(run(flow, { ...answers, stay: 'unsure' }).steps[0]).toMatchObject({
      do: [
        { text: '登录', status: 'required' },
        { text: '短住的填这里', status: 'possible' },
        { text: '只有长住', status: 'possible' },
      ],
      who: 'family',
      see: { flow: 'canbao', title: '参保登记' },
      doneBy: { latest: '2026-11-25' },
    });
  });

  test('have a deadline once the date it is counted from is known', () => {
    const flow = buildFlow({
      questions: [question('left', { type: 'date', unsure: keep })],
      items: [
        step('s', {
          by: { unit: 'days', count: 10, countedFrom: 'left', countsFirst: false, keeper: 'you' },
        }),
      ],
    });
    expect(run(flow, { left: '2026-11-20' }).steps[0]?.deadline).toMatchObject({ latest: '2026-11-30' });
    expect(run(flow, { left: 'unsure' }).steps[0]).not.toHaveProperty('deadline');
  });
});

describe('grounds', () => {
  test('of a national line that are local papers alone count one grade lower, and it says whose', () => {
    const cited = (...ids: string[]) =>
      run(flowWith(step('s', { sources: ids.map((id) => citation(id)) })), answers).steps[0];
    expect(cited('jiangsu-paper')).toMatchObject({ accordingTo: ['江苏省'], sources: [{ grade: 'B' }] });
    expect(cited('jiangsu-paper', 'law')).toMatchObject({ sources: [{ grade: 'A' }, { grade: 'A' }] });
    expect(cited('jiangsu-paper', 'law')).not.toHaveProperty('accordingTo');
  });

  test('are local too where the national paper beside them was only recalled', () => {
    const sources = [citation('jiangsu-paper'), citation('law', { grade: 'C' })];
    const line = run(flowWith(step('s', { sources })), answers).steps[0];
    expect(line).toMatchObject({ accordingTo: ['江苏省'], sources: [{ grade: 'B' }, { grade: 'C' }] });
  });

  test('that are the papers of the person’s own place are not lowered', () => {
    const flow = flowWith(step('s', { sources: [citation('jiangsu-paper')] }));
    const from = (home: string) => run(flow, { ...answers, home }).steps[0];
    expect(from('320500')?.sources[0]?.grade).toBe('A');
    expect(from('320500')).not.toHaveProperty('accordingTo');
    expect(from('430900')?.sources[0]?.grade).toBe('B');
    expect(from('430900')?.accordingTo).toEqual(['江苏省']);
  });

  test('that are all grade C mark the line as to be verified', () => {
    const graded = (grade: 'B' | 'C') =>
      run(flowWith(step('s', { sources: [citation('jiangsu-paper', { grade })] })), answers).steps[0];
    expect(graded('B')?.verify).toBe(true);
    expect(run(flowWith(step('s', { sources: [citation('law')] })), answers).steps[0]).not.toHaveProperty(
      'verify',
    );
  });

  test('at the foot have the grade of the best claim taken from them', () => {
    const graded = (...grades: ('A' | 'B' | 'C')[]) =>
      run(flowWith(step('s', { sources: grades.map((grade) => citation('law', { grade })) })), answers)
        .sources[0]?.grade;
    expect(graded('C', 'B')).toBe('B');
    expect(graded('C')).toBe('C');
  });

  test('not yet in force say from when', () => {
    const flow = flowWith(step('s', { sources: [citation('coming')] }));
    const sourcesOn = (date: string) => run(flow, answers, date).steps[0]?.sources;
    const inForce = { id: 'coming', cite: '新办法', grade: 'A' };
    for (let again = 0; again < 2; again++) {
      expect(sourcesOn('2026-12-31')).toEqual([{ ...inForce, inForceFrom: '2027-01-01' }]);
      expect(sourcesOn('2027-01-01')).toEqual([inForce]);
    }
  });

  test('are listed once each at the foot, numbered by first appearance', () => {
    const flow = flowWith(
      step('s', { sources: [citation('law', { at: '第一条' })] }),
      material('m', { sources: [citation('coming'), citation('law', { at: '第二条' })] }),
    );
    expect(run(flow, answers).sources.map(({ mark, id, cite }) => [mark, id, cite])).toEqual([
      [1, 'coming', '新办法'],
      [2, 'law', '医保发〔2022〕22号'],
    ]);
  });
});

describe('the outcome', () => {
  const flow = buildFlow({
    jurisdiction: 'home',
    questions,
    places,
    outcomes: [
      outcome('done', {
        handOver: {
          to: 'next',
          with: { 'their-place': { question: 'home' }, stay: { question: 'stay' }, kind: { value: 'a' } },
        },
      }),
      outcome('free'),
    ],
    common: { flowTitles: { next: '下一件事' } },
    tree: [
      ask('home'),
      when(fact('free'), [ask('channel', { phone: [exit('free')] })], [], []),
      ask('stay', { unsure: [] }),
      exit(),
    ],
  });

  test('gives the answers and facts at which the path branched as its reasons', () => {
    expect(run(flow, answers).outcome).toMatchObject({
      id: 'done',
      because: [
        { fact: 'free', place: '湖南省', value: 'yes', label: '省内免备案：是' },
        { question: 'channel', value: 'window', label: '到窗口办' },
        { question: 'stay', value: 'short', label: '短住' },
      ],
    });
  });

  test('hands over what its flow names and nothing else, 不清楚 included', () => {
    expect(run(flow, { ...answers, stay: 'unsure' }).outcome.handOver).toEqual({
      to: 'next',
      title: '下一件事',
      answers: { 'their-place': '430900', stay: 'unsure', kind: 'a' },
    });
  });

  test('leaves a test of the tree that nobody could settle in the list, with where it would have led', () => {
    expect(run(flow, { ...answers, home: '610100' }).unsettled).toEqual([
      {
        test: '省内免备案：还没核对到',
        findOut: '打 12393 问',
        otherwise: '要再回答“channel？”',
      },
    ]);
  });
});

test('a checklist says which local rules are known, and whom to ask', () => {
  const flow = flowWith(step('s', { when: not(fact('free')) }));
  const statusIn = (home: string) => run(flow, { ...answers, home }).localStatus;
  expect(statusIn('430900')).toEqual({ level: 'province', place: '湖南省', hotline: '12393' });
  expect(statusIn('610100')).toEqual({ level: 'nation', place: '西安市', hotline: '12393' });
  expect(run(buildFlow({ places }), {}).localStatus).toEqual({ level: 'none', hotline: '12393' });
});

test('a local line that is itself to be verified is no local rule', () => {
  const statusWith = (verify: boolean) => {
    const item = verify ? step('local', { verify: true }) : step('local');
    const overlays = { toy: [changes({ add: [{ item }] })] };
    const flow = buildFlow({
      jurisdiction: 'home',
      questions,
      places: { ...places, entries: [placeEntry('610000', { overlays })] },
      items: [step('s')],
    });
    return run(flow, { ...answers, home: '610100' }).localStatus.level;
  };
  expect(statusWith(false)).toBe('province');
  expect(statusWith(true)).toBe('nation');
});

test('terms that the checklist uses are explained, in the order of first use, the longest first', () => {
  const flow = buildFlow({
    items: [step('s', { title: '在统筹区内备案' })],
    terms: { 统筹: '统一筹集', 备案: '先登记', 统筹区: '同一个锅', 零星报销: '手工报' },
  });
  expect(run(flow, {}).terms).toEqual([
    { term: '统筹区', means: '同一个锅' },
    { term: '备案', means: '先登记' },
  ]);
});

test('answers that reach no exit are an error that names the next question', () => {
  const attempt = () => run(flowWith(), { home: '430900' });
  expect(attempt).toThrow(UnfinishedPathError);
  expect(attempt).toThrow(expect.objectContaining({ flow: 'toy', next: 'stay' }));
});
