import type { Condition, ValueTest } from '../../src/model/condition.ts';
import type {
  CommonData,
  Flow,
  Material,
  Outcome,
  PlainItem,
  Question,
  QuestionType,
  Step,
  TreeNode,
} from '../../src/model/flow.ts';
import type { OverlayChanges } from '../../src/model/overlay.ts';
import type { Division, PlaceBook, PlaceEntry } from '../../src/model/place.ts';
import type { Citation, Source } from '../../src/model/source.ts';

/** The day on which tests run a flow, unless they say otherwise. */
export const TODAY = '2026-11-22';

const province = (code: string, short: string, pinyin: string, suffix = '省'): Division => ({
  code,
  name: `${short}${suffix}`,
  short,
  pinyin: [pinyin],
  aliases: [],
  level: 'province',
});

const city = (code: string, short: string, pinyin: string, name = `${short}市`): Division => ({
  code,
  name,
  short,
  pinyin: [pinyin],
  aliases: [],
  level: 'city',
  parent: `${code.slice(0, 2)}0000`,
});

/** A few real divisions: enough for cities of one province, a municipality, and every ambiguous name. */
export const DIVISIONS: readonly Division[] = [
  {
    code: '110000',
    name: '北京市',
    short: '北京',
    pinyin: ['beijing'],
    aliases: ['京'],
    level: 'municipality',
  },
  province('130000', '河北', 'hebei'),
  city('130600', '保定', 'baoding'),
  province('220000', '吉林', 'jilin'),
  city('220200', '吉林', 'jilin'),
  province('320000', '江苏', 'jiangsu'),
  city('320500', '苏州', 'suzhou'),
  province('340000', '安徽', 'anhui'),
  city('341300', '宿州', 'suzhou'),
  { ...province('430000', '湖南', 'hunan'), aliases: ['湘'] },
  city('430100', '长沙', 'changsha'),
  city('430900', '益阳', 'yiyang'),
  province('460000', '海南', 'hainan'),
  city('460100', '海口', 'haikou'),
  { ...province('610000', '陕西', 'shaanxi'), aliases: ['陕', '秦'] },
  city('610100', '西安', 'xian'),
  province('140000', '山西', 'shanxi'),
  province('630000', '青海', 'qinghai'),
  city('632500', '海南', 'hainan', '海南藏族自治州'),
  province('420000', '湖北', 'hubei'),
  city('422800', '恩施', 'enshi', '恩施土家族苗族自治州'),
];

/** A question; `choice` with options a and b unless told otherwise. Text is its id in capitals. */
export function question(id: string, fields: Partial<Question> = {}): Question {
  const type: QuestionType = fields.type ?? 'choice';
  return { id, type, ask: `${id}？`, options: optionsOf(type), ...fields };
}

function optionsOf(type: QuestionType): Question['options'] {
  if (type === 'yes-no') return options({ yes: '是', no: '不是' });
  return type === 'choice' || type === 'multi' ? options({ a: '甲', b: '乙' }) : [];
}

/** Options by id and label. */
export function options(labels: Readonly<Record<string, string>>): Question['options'] {
  return Object.entries(labels).map(([id, label]) => ({ id, label }));
}

/** 不清楚 stays open, or counts as an option. */
export const keep = { keep: true, findOut: '问一问' } as const;
export const as = (option: string | readonly string[]) => ({ as: option, findOut: '先这样' });

/** A node that asks, with or without branches. */
export function ask(id: string, branches?: Readonly<Record<string, readonly TreeNode[]>>): TreeNode {
  return branches ? { kind: 'ask', question: id, branches } : { kind: 'ask', question: id };
}

export function exit(outcome = 'done'): TreeNode {
  return { kind: 'exit', outcome };
}

/** A node that tests. */
export function when(
  condition: Condition,
  yes: readonly TreeNode[],
  no: readonly TreeNode[] = [],
  unknown?: 'then' | 'else' | readonly TreeNode[],
): TreeNode {
  return {
    kind: 'when',
    when: condition,
    // biome-ignore lint/suspicious/noThenProperty: the name that the model has for it
    then: yes,
    else: no,
    ...(unknown === undefined ? {} : { unknown }),
  };
}

/** `{ question: value }`, or any of several values. */
export function is(id: string, ...values: (string | number)[]): Condition {
  return { kind: 'answer', question: id, test: { in: values } };
}

export function compares(id: string, test: ValueTest): Condition {
  return { kind: 'answer', question: id, test };
}

export function has(id: string, ...wanted: string[]): Condition {
  return { kind: 'has', question: id, options: wanted };
}

export function derived(name: string, ...values: (string | number)[]): Condition {
  return { kind: 'derived', name, test: { in: values.length > 0 ? values : ['yes'] } };
}

export function all(...of: Condition[]): Condition {
  return { kind: 'all', of };
}

export function any(...of: Condition[]): Condition {
  return { kind: 'any', of };
}

export function not(of: Condition): Condition {
  return { kind: 'not', of };
}

export function fact(id: string, ...values: (string | number)[]): Condition {
  return { kind: 'fact', fact: id, test: { in: values.length > 0 ? values : ['yes'] } };
}

export function outcomeIs(...ids: string[]): Condition {
  return { kind: 'outcome', in: ids };
}

/** The condition of an item that everyone needs. */
const ALWAYS: Condition = { kind: 'all', of: [] };

export function citation(source: string, fields: Partial<Citation> = {}): Citation {
  return { source, grade: 'A', seen: '2026-11-01', ...fields };
}

export function source(id: string, fields: Partial<Source> = {}): Source {
  return { id, title: `《${id}》`, issuer: '国家医保局', grade: 'A', seen: '2026-11-01', ...fields };
}

const itemFields = (id: string) => ({ id, title: id, when: ALWAYS, sources: [] });

export function step(id: string, fields: Partial<Omit<Step, 'kind' | 'id'>> = {}): Step {
  return { kind: 'step', ...itemFields(id), do: [], who: 'you', ...fields };
}

export function material(id: string, fields: Partial<Omit<Material, 'kind' | 'id'>> = {}): Material {
  return { kind: 'material', ...itemFields(id), ...fields };
}

export function line(
  kind: PlainItem['kind'],
  id: string,
  fields: Partial<Omit<PlainItem, 'kind' | 'id'>> = {},
): PlainItem {
  return { kind, ...itemFields(id), ...fields };
}

export function outcome(id: string, fields: Partial<Omit<Outcome, 'id'>> = {}): Outcome {
  return { id, verdict: 'proceed', title: `结论 ${id}`, sources: [], ...fields };
}

export function changes(fields: Partial<OverlayChanges> = {}): OverlayChanges {
  return { add: [], change: [], remove: [], outcomes: [], ...fields };
}

export function placeEntry(code: string, fields: Partial<PlaceEntry> = {}): PlaceEntry {
  return { code, channels: {}, facts: {}, overlays: {}, ...fields };
}

/** All that a test flow may say of places. */
interface PlaceFields extends Partial<Omit<PlaceBook, 'entries'>> {
  readonly entries?: readonly PlaceEntry[];
}

function placeBook({ entries = [], ...fields }: PlaceFields = {}): PlaceBook {
  const byCode = Object.fromEntries(entries.map((entry) => [entry.code, entry]));
  return { facts: {}, channelKinds: {}, groups: {}, ...fields, entries: byCode };
}

/** What a test flow is made of; lists where a flow has maps. */
export interface FlowFields extends Partial<Omit<Flow, 'questions' | 'outcomes' | 'sources' | 'common'>> {
  readonly questions?: readonly Question[];
  readonly outcomes?: readonly Outcome[];
  readonly sources?: readonly Source[];
  readonly places?: PlaceFields;
  readonly common?: Partial<CommonData>;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((one) => [one.id, one]));

/** A small flow. Without a tree it asks all its questions in order and comes to `done`. */
export function buildFlow(fields: FlowFields = {}): Flow {
  const { questions = [], outcomes = [outcome('done')], sources = [], places, common, ...rest } = fields;
  return {
    id: 'toy',
    title: '试办',
    aliases: [],
    forWhom: '试用的人',
    reviewed: TODAY,
    reviewBy: '2027-05-31',
    tree: [...questions.map(({ id }) => ask(id)), exit()],
    derive: {},
    items: [],
    changes: [],
    terms: {},
    tables: {},
    ...rest,
    questions: byId(questions),
    outcomes: byId(outcomes),
    sources: byId(sources),
    common: {
      divisions: DIVISIONS,
      places: placeBook(places),
      holidays: [],
      flowTitles: {},
      ...common,
    },
  };
}
