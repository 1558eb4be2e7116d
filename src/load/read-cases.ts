import type { FlowCase } from '../model/case.ts';
import type { PlaceFile } from './gather-places.ts';
import type { LoadedFlow } from './load-flow.ts';
import { overlaysOf, withAddedItems } from './load-places.ts';
import { parseCases } from './parse-cases.ts';
import type { ProblemList } from './problem-list.ts';
import type { FlowFile } from './read-files.ts';
import { said } from './wording.ts';

/** What cases are read with. */
interface CaseGrounds {
  readonly loaded: ReadonlyMap<string, LoadedFlow>;
  /** The file of each flow. */
  readonly origins: ReadonlyMap<string, FlowFile>;
  readonly places: ReadonlyMap<string, PlaceFile>;
  /** Folders whose flow could not even be read. */
  readonly unreadable: ReadonlySet<string>;
  readonly problems: ProblemList;
}

type CasesFile = FlowFile & { readonly role: { readonly kind: 'cases'; readonly folderName: string } };

/**
 * The cases of each flow: those beside it; and of a built-in flow also those in an outside folder of its
 * name, for whoever adds a place. A flow replaced from outside loses the built-in ones.
 */
export function readCases(files: readonly FlowFile[], grounds: CaseGrounds): Record<string, FlowCase[]> {
  const { loaded, origins, places, problems } = grounds;
  const casesFiles = files.filter((file): file is CasesFile => file.role.kind === 'cases');
  const used = new Set<FlowFile>();
  const entries = [...loaded].map(([id, { scope }]) => {
    const flowFile = origins.get(id);
    const own = casesFiles.filter((file) => flowFile && belongs(file, flowFile, id));
    for (const file of own) used.add(file);
    const known = withAddedItems(scope, overlaysOf(id, places.values()));
    const cases = own.flatMap(({ node }) => parseCases(node, known));
    reportRepeated(cases, problems);
    return [id, cases] as const;
  });
  const known = [...loaded.keys()];
  for (const file of casesFiles.filter((one) => !used.has(one) && !hasFlow(one, files, grounds))) {
    problems.add(file.node.position, said.unknownFlow(file.role.folderName, known));
  }
  return Object.fromEntries(entries);
}

function belongs(file: CasesFile, flowFile: FlowFile, id: string): boolean {
  if (flowFile.role.kind === 'flow' && flowFile.role.folder === folderOf(file)) {
    return file.outside === flowFile.outside;
  }
  return file.outside && !flowFile.outside && file.role.folderName === id;
}

function folderOf({ role }: FlowFile): string | undefined {
  return role.kind === 'cases' || role.kind === 'flow' ? role.folder : undefined;
}

/** Whether a flow lies beside these cases, even one that did not load: its own problems are told. */
function hasFlow(file: CasesFile, files: readonly FlowFile[], { unreadable }: CaseGrounds): boolean {
  const beside = files.some((one) => one.role.kind === 'flow' && folderOf(one) === folderOf(file));
  return beside || unreadable.has(file.role.folderName);
}

/** Each file was looked through by itself. */
function reportRepeated(cases: readonly FlowCase[], problems: ProblemList): void {
  const files = new Map<string, string>();
  for (const { id, position } of cases) {
    const before = files.get(id) ?? position.file;
    if (before !== position.file) problems.add(position, said.duplicateId(id));
    files.set(id, position.file);
  }
}
