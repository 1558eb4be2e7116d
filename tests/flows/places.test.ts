import { describe, expect, test } from 'vitest';
import { allItems, checklistText } from '../../src/check/checklist-text.ts';
import { buildChecklist, UnfinishedPathError } from '../../src/engine/build-checklist.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Checklist } from '../../src/model/checklist.ts';
import type { Flow, Item } from '../../src/model/flow.ts';
import { type Division, NATION } from '../../src/model/place.ts';
import type { Citation } from '../../src/model/source.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';

const loaded = await loadBuiltInFlows();
const { divisions, places } = loaded.common;
const byCode = new Map(divisions.map((division) => [division.code, division]));
const provinces = divisions.filter(({ level }) => level !== 'city');
const withFile = divisions.filter(({ code }) => places.entries[code]);

/** What a checklist says to a person of some place, for every case of the flow that reaches an exit there. */
interface Told {
  readonly answers: Answers;
  readonly checklist: Checklist;
}

const toldBefore = new Map<string, readonly Told[]>();

function toldIn(flow: Flow, place: Division): readonly Told[] {
  const key = `${flow.id} ${place.code}`;
  const known = toldBefore.get(key) ?? walkCases(flow, place);
  toldBefore.set(key, known);
  return known;
}

/** As above, in a province also for somebody who names a city that has no file of its own. */
function toldWithin(flow: Flow, place: Division): readonly Told[] {
  const city = divisions.find(({ code, parent }) => parent === place.code && !places.entries[code]);
  return [...toldIn(flow, place), ...(city ? toldIn(flow, city) : [])];
}

/** The flow's cases moved to a place: its own others kept, all there, and the others in a sister city. */
function walkCases(flow: Flow, place: Division): Told[] {
  const placeQuestions = Object.values(flow.questions).filter(({ type }) => type === 'place');
  const others = placeQuestions.filter(({ id }) => id !== flow.jurisdiction).map(({ id }) => id);
  const province = place.parent ?? place.code;
  const sister = divisions.find(({ code, parent }) => parent === province && code !== place.code) ?? place;
  return (loaded.cases[flow.id] ?? []).flatMap(({ answers, date }) =>
    [undefined, place.code, sister.code].flatMap((other) => {
      const moved = { ...answers, [flow.jurisdiction ?? '']: place.code };
      for (const id of others) if (other && moved[id] !== undefined) moved[id] = other;
      const checklist = tryBuild(flow, moved, date);
      return checklist ? [{ answers: moved, checklist }] : [];
    }),
  );
}

/** The cases as they stand: a place of another question can be far from home. */
function toldAtHome(flow: Flow): Told[] {
  return (loaded.cases[flow.id] ?? []).flatMap(({ answers, date }) => {
    const checklist = tryBuild(flow, answers, date);
    return checklist ? [{ answers, checklist }] : [];
  });
}

function tryBuild(flow: Flow, answers: Answers, date: string): Checklist | undefined {
  try {
    return buildChecklist(flow, answers, { date });
  } catch (error) {
    if (error instanceof UnfinishedPathError) return undefined;
    throw error;
  }
}

/** A place and all that it lies in. */
function chain(code: string): string[] {
  const parent = byCode.get(code)?.parent;
  return [code, ...(parent === undefined ? [] : [parent]), NATION];
}

function channelNames(codes: readonly string[]): string[] {
  const entries = codes.flatMap((code) => places.entries[code] ?? []);
  return entries.flatMap(({ channels }) =>
    Object.values(channels)
      .flat()
      .map(({ name }) => name),
  );
}

const flows = loaded.flows.map(({ id }) => flowOf(loaded, id));

test('the built-in flows and places load without a problem', () => {
  expect(loaded.problems).toEqual([]);
});

test('every province, municipality and 兵团 has a file', () => {
  expect(provinces.filter(({ code }) => !places.entries[code]).map(({ name }) => name)).toEqual([]);
  expect(provinces).toHaveLength(32);
});

describe.each(flows)('what places change in $id', (flow) => {
  const overlays = withFile.flatMap((place) =>
    (places.entries[place.code]?.overlays[flow.id] ?? []).map((overlay) => ({ place, overlay })),
  );

  test('every added and changed line shows somewhere, with its place and its own sources', () => {
    const unseen = overlays.flatMap(({ place, overlay: { add, change } }) => {
      const lines: { kind: Item['kind']; id: string; sources: readonly Citation[] }[] = [
        ...add.map(({ item: { kind, id, sources } }) => ({ kind, id, sources })),
        ...change.map(({ kind, id, set: { sources = [] } }) => ({ kind, id, sources })),
      ];
      return lines
        .filter((line) => !shows([...toldWithin(flow, place), ...toldAtHome(flow)], place, line))
        .map(({ kind, id }) => `${place.name} ${kind} ${id}`);
    });
    expect(unseen).toEqual([]);
  });

  test('every changed outcome shows somewhere, with its place and its own sources', () => {
    const unseen = overlays.flatMap(({ place, overlay: { outcomes } }) =>
      outcomes
        .filter(({ id, set }) => {
          const told = toldWithin(flow, place).map(({ checklist }) => checklist.outcome);
          return !told.some((one) => one.id === id && one.place === place.name && cites(one, set.sources));
        })
        .map(({ id }) => `${place.name} ${id}`),
    );
    expect(unseen).toEqual([]);
  });

  test('nobody is told the name of an app of a place that is not theirs', () => {
    const everywhere = channelNames(Object.keys(places.entries));
    const strangers: string[] = [];
    for (const place of withFile) {
      for (const { answers, checklist } of toldIn(flow, place)) {
        const theirs = Object.values(answers).flatMap((value) =>
          byCode.has(String(value)) ? chain(String(value)) : [],
        );
        const own = channelNames(theirs);
        const text = printed(checklist);
        const strange = everywhere.filter(
          (name) => !own.some((one) => one.includes(name)) && text.includes(name),
        );
        strangers.push(...strange.map((name) => `${place.name} ${checklist.outcome.id}: ${name}`));
      }
    }
    expect([...new Set(strangers)]).toEqual([]);
  });

  test('no name that the facts call old, doubtful or machine-made is ever printed', () => {
    const unused = [
      ...[
        '北京医保公共服务平台',
        '金医宝',
        '津医保',
        '辽宁智慧医保',
        '沈阳智慧医保',
        '吉林医保公共服务',
        '长春医保',
      ],
      ...['江西智慧医保', '鲁医保', '菏泽医保', '湖北智慧医保', '楚税通', '桂医保', '南宁医保'],
      ...['爱南宁', '安顺医疗保障', '一部手机办事通', '西藏医保', '拉萨医保', '青海医保', '青海人社通'],
      ...[
        '宁夏医疗保障',
        '新疆医保服务平台',
        '新疆税务',
        '兵团医保',
        '兵团政务',
        '合肥医保',
        '兰州银行',
        '壮掌桂',
      ],
      ...['三晋通', '辽事通', '贵人服务', '甘肃社保缴纳', '城乡居民社保缴费'],
    ];
    const told = provinces.flatMap((place) => toldIn(flow, place));
    const found = unused.filter((name) => told.some(({ checklist }) => printed(checklist).includes(name)));
    expect(found).toEqual([]);
  });
});

function shows(
  told: readonly Told[],
  place: Division,
  line: { readonly kind: Item['kind']; readonly id: string; readonly sources: readonly Citation[] },
): boolean {
  return told.some(({ checklist }) =>
    allItems(checklist).some(
      (item) =>
        item.kind === line.kind &&
        item.id === line.id &&
        item.place === place.name &&
        cites(item, line.sources),
    ),
  );
}

function cites(
  { sources }: Pick<Checklist['outcome'], 'sources'>,
  wanted: readonly Citation[] = [],
): boolean {
  return wanted.every(({ source }) => sources.some(({ id }) => id === source));
}

function printed(checklist: Checklist): string {
  return [checklistText(checklist, 'all'), checklist.localStatus.hotline].join('\n');
}
