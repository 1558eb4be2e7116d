import type { CliContext } from './context.ts';
import { UsageError } from './errors.ts';
import type { DocumentOptions } from './options.ts';
import { writeAtomically } from './output-file.ts';
import { settleFiles } from './settle-files.ts';
import { tellWritten } from './tell-details.ts';

/** The formats of a document by the endings of its files; the first is the usual one. */
export type Suffixes<F extends string> = readonly (readonly [format: F, suffixes: readonly string[]])[];

/** Where one document goes; without a path, to stdout. */
export interface DocumentPlan<F extends string> {
  readonly format: F;
  readonly path?: string;
}

const STDOUT = '-';

/** Decides, before any work, in which format and to where; a file that may not be written is refused. */
export async function planDocument<F extends string>(
  context: CliContext,
  { format, output, force }: DocumentOptions<F>,
  suffixes: Suffixes<F>,
): Promise<DocumentPlan<F>> {
  const [usual] = suffixes[0] as Suffixes<F>[number];
  if (output === undefined || output === STDOUT) return { format: format ?? usual };
  const name = output.toLowerCase();
  const bySuffix = suffixes.find(([, endings]) => endings.some((ending) => name.endsWith(ending)))?.[0];
  const chosen = bySuffix ?? format;
  if (chosen === undefined) {
    const allowed = suffixes.flatMap(([, endings]) => endings).join('、');
    throw new UsageError(`从 ${output} 的后缀看不出格式。请用 ${allowed}，或用 -f 写明格式。`);
  }
  await settleFiles(context, [output], force ? { force } : {});
  return { format: chosen, path: output };
}

/** Writes a document where it was wanted; what was written is told on stderr. */
export async function writeDocument(
  context: CliContext,
  { path }: DocumentPlan<string>,
  text: string,
): Promise<void> {
  if (path === undefined) {
    context.stdout.write(text);
    return;
  }
  await writeAtomically(path, text);
  tellWritten(context, path, text);
  context.say.note(`已写入 ${path}`);
}
