import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An example of a docstring, and the file that it stands in. */
export interface DocExample {
  readonly file: string;
  readonly code: string;
}

/** The examples of all docstrings in the declarations that ship. */
export function readDocExamples(folder: string): DocExample[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.d.ts'),
  );
  return files.sort().flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/@example\n([\s\S]*?)\*\//g)].map(
      ([, text = '']) => ({
        file,
        code: text.replace(/^ *\* ?/gm, '').trimEnd(),
      }),
    ),
  );
}

/** What an example uses without making it. */
const GIVEN = `
const flow = await (await loadFlows()).get('yidi');
const { answers } = readAnswers(flow, { 'on-behalf': '给家里人办', reason: 'illness', stage: 'planning', 'insured-place': '绵阳',
  'care-place': '广州', stay: 'living', proof: 'none', channel: 'phone' }, { date: '2026-11-22' });
const checklist = buildChecklist(flow, answers, { date: '2026-11-22' });
`;

const FROM_NODE =
  'advance answersJsonSchema buildChecklist decide loadFlows questionName readAnswer readAnswers render resolvePlace searchPlaces';

/**
 * A program around an example. What a line says in its comment it gives is compared: \`expression; // value\`.
 * An example of the renderers for browsers takes them from their own entry.
 */
export function programOf({ file, code }: DocExample): string {
  const names = FROM_NODE.split(' ');
  const own = file === 'render-api.d.ts' ? ['render'] : [];
  const checked = code.replace(/^(.+); \/\/ (.+)$/gm, 'same($1, $2);');
  return `import { deepStrictEqual } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { ${names.filter((name) => !own.includes(name)).join(', ')} } from 'yibao';
${own.length > 0 ? `import { ${own.join(', ')} } from 'yibao/render';` : ''}
export const used = [deepStrictEqual, writeFile, ${names.join(', ')}];
const same = (found: unknown, said: unknown): void => deepStrictEqual(found, said);
${GIVEN}
export async function example(): Promise<void> {
  void same;
  void checklist;
  {
${checked}
  }
}
`;
}
