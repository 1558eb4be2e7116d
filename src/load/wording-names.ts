import { nearestName } from './nearest-name.ts';
import type { Said } from './problem-list.ts';

const MOST_LISTED = 12;

type Names = Iterable<string>;

/** The nearest known name, else all of them where they are few. */
function hint(given: string, known: Names, listedAs = '已有的'): string {
  const names = [...new Set(known)];
  const nearest = nearestName(given, names);
  if (nearest !== undefined) return `，是不是“${nearest}”？`;
  if (names.length === 0) return '';
  const listed = names.slice(0, MOST_LISTED).join('、');
  return names.length > MOST_LISTED ? `；${listedAs}如 ${listed} 等` : `；${listedAs}是 ${listed}`;
}

const unknown = (code: string, what: string, given: string, known: Names): Said => ({
  code,
  message: `${what}“${given}”${hint(given, known)}`,
});

const bad = (code: string, message: string): Said => ({ code, message });

/** Names that are unknown, taken or not allowed. */
export const nameWording = {
  unknownKey: (key: string, known: Names) =>
    bad('unknown-key', `不认识的键“${key}”${hint(key, known, '可以写的')}`),
  cutByComma: (key: string) =>
    bad('cut-by-comma', `“${key}”像是被英文逗号切开的半句话；请改用中文逗号，或给整句加引号`),
  missingKey: (key: string) => bad('missing-key', `缺少“${key}”`),
  keysExclude: (one: string, other: string) => bad('keys-exclude', `${one} 和 ${other} 只能写一个`),
  keyNotForType: (key: string, type: string) => bad('key-not-for-type', `${type} 类型的问题不能写“${key}”`),
  badId: (id: string) => bad('invalid-id', `“${id}”不能做名字；名字用小写英文、数字和连字符，如 care-place`),
  reservedId: (id: string) => bad('reserved-id', `“${id}”是写条件用的词，不能做名字`),
  duplicateId: (id: string) => bad('duplicate-id', `名字“${id}”已经用过了，请换一个`),
  idIsFolder: (id: string, folder: string) =>
    bad('id-is-folder', `流程的 id 要和文件夹同名：这里是“${id}”，文件夹是“${folder}”`),
  unknownName: (name: string, known: Names) => unknown('unknown-name', '没有这个名字：', name, known),
  unknownQuestion: (name: string, known: Names) => unknown('unknown-question', '没有这个问题：', name, known),
  unknownQuestionOf: (name: string, flow: string, known: Names) =>
    unknown('unknown-question', `流程 ${flow} 里没有这个问题：`, name, known),
  unknownValue: (value: string, name: string, known: Names) =>
    unknown('unknown-value', `${name} 没有这个值：`, value, known),
  unknownOutcome: (name: string, known: Names) => unknown('unknown-outcome', '没有这个结论：', name, known),
  unknownItem: (id: string, flow: string, known: Names) =>
    unknown('unknown-item', `流程 ${flow} 里没有这一条：`, id, known),
  unknownFact: (fact: string, known: Names) =>
    unknown('unknown-fact', 'places/00-nation.yaml 里没有声明这条地方规定：', fact, known),
  unknownChannelKind: (kind: string, known: Names) =>
    unknown('unknown-channel-kind', 'places/00-nation.yaml 里没有声明这类渠道：', kind, known),
  unknownField: (field: string, known: Names) => unknown('unknown-field', '地区没有这一项：', field, known),
  unknownGroup: (group: string, known: Names) => unknown('unknown-group', 'at 不能是', group, known),
  unknownSource: (id: string, known: Names) => unknown('unknown-source', '没有这份依据：', id, known),
  unknownTable: (table: string, known: Names) => unknown('unknown-table', '没有这张表：', table, known),
  unknownFlow: (flow: string, known: Names) => unknown('unknown-flow', '没有这个流程：', flow, known),
  unknownShared: (id: string, kind: string, known: Names) =>
    unknown('unknown-shared', `shared/${kind}.yaml 里没有`, id, known),
  unknownPlaceholder: (inside: string, name: string, known: Names) => ({
    code: 'unknown-placeholder',
    message: `文字里的 <${inside}> 不是问题，也不是算出来的值${hint(name, known)}`,
  }),
  unknownPlace: (written: string) =>
    bad('unknown-place', `没有这个地区：${written}；请写行政区划代码并加引号，如 "43"、"4309"`),
  placeByName: (name: string, code: string) =>
    bad('unknown-place', `地区要写代码，并加引号：${name}写成 "${code}"`),
  useIsKey: (id: string, key: string) =>
    bad('use-is-key', `共用的部分到处同名：use 是“${id}”，这里却叫“${key}”`),
  fixedInShared: (key: string) => bad('fixed-in-shared', `用了 use，就不能改“${key}”，只能改说法`),
  notPlaceQuestion: (name: string, known: Names) =>
    unknown('not-a-place-question', '这里要写问地区的问题，不能是', name, known),
};
