import { decodeDivisions } from '../../src/load/divisions.ts';
import { findFlowByName } from '../../src/load/find-flow-by-name.ts';
import type { FlowStore } from '../../src/load/flow-store.ts';
import { summarise } from '../../src/load/flow-summary.ts';
import { loadFlows } from '../../src/load/load-flows.ts';
import type { FlowFiles } from '../../src/load/read-flow-files.ts';
import type { TextFile } from '../../src/load/text-file.ts';
import type { Flow } from '../../src/model/flow.ts';
import { TOY_CASES, TOY_FLOW, TOY_SOURCES } from './toy-flow.ts';

const DIVISIONS = decodeDivisions([
  [430000, '湖南省', 'hunan'],
  [430600, '岳阳市', 'yueyang'],
  [430900, '益阳市', 'yiyang'],
  [320000, '江苏省', 'jiangsu'],
  [320500, '苏州市', 'suzhou'],
  [340000, '安徽省', 'anhui'],
  [341300, '宿州市', 'suzhou'],
]);

const NATION = `place: "00"
channel-kinds: { app: 办理入口 }
channels: { app: [{ name: 国家医保服务平台, kind: APP, sources: [doc/1] }] }
`;

/** The toy's files, or those of the toy changed. */
function toyTexts(flowText: string, casesText: string): TextFile[] {
  return [
    { path: 'flows/toy/flow.yaml', text: flowText },
    { path: 'flows/toy/cases.yaml', text: casesText },
    { path: 'flows/places/00-nation.yaml', text: NATION },
    { path: 'flows/shared/sources.yaml', text: TOY_SOURCES },
  ];
}

/** The toy as `check` reads it. */
export function toyFlowFiles(flowText: string = TOY_FLOW, casesText: string = TOY_CASES): FlowFiles {
  const loaded = loadFlows(toyTexts(flowText, casesText), DIVISIONS);
  return { loaded, problems: loaded.problems, named: new Set() };
}

/** A store that holds the toy alone, or the toy changed, and perhaps more files. */
export function toyStore(
  flowText: string = TOY_FLOW,
  casesText: string = TOY_CASES,
  more: readonly TextFile[] = [],
): FlowStore {
  const { flows, common, cases, problems } = loadFlows(
    [...toyTexts(flowText, casesText), ...more],
    DIVISIONS,
  );
  if (problems.length > 0) throw Object.assign(new Error('broken'), { name: 'FlowFileError', problems });
  const summaries = summarise(flows);
  return {
    list: () => summaries,
    find: (name) => findFlowByName(name, summaries),
    get: async (id) => ({ ...flows.find((flow) => flow.id === id), common }) as Flow,
    cases: async (id) => cases[id] ?? [],
  };
}
