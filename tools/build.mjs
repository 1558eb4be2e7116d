import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundle, RUNTIME } from './bundle.mjs';
import { cutFont, readFontLicence } from './cut-font.mjs';
import { writeDeclarations } from './declarations.mjs';
import { makeDistrictTable } from './divisions/district-table.mjs';
import { makeDivisionRows } from './divisions/division-table.mjs';
import { compileFlowData, describeProblem } from './flow-data.mjs';
import { builtinId } from './plain-builtins.mjs';
import { writeLicences } from './third-party-licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Built beside dist and swapped in at the end, so that a failed build leaves the last good one.
const staging = join(root, `dist-${process.pid}`);

/** The parts of the library that need nothing of Node. */
const ANYWHERE = { engine: source('engine-api.ts'), render: source('render-api.ts') };

try {
  await buildDivisions();
  await buildFlows();
  await buildFont();
  await buildCode();
  await buildTypes();
  await swapIn();
} catch (error) {
  console.error(`build: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await rm(staging, { recursive: true, force: true });
}

async function buildDivisions() {
  const divisions = makeDivisionRows();
  await writeJson('data/divisions.json', divisions);
  await writeJson('data/districts.json', makeDistrictTable(divisions));
}

async function buildFlows() {
  const { files, schemas, problems } = await compileFlowData({ root, dataFolder: join(staging, 'data') });
  for (const problem of problems) console.error(describeProblem(problem));
  if (problems.some(({ severity }) => severity === 'error')) throw new Error('the flows are broken');
  for (const [name, schema] of Object.entries(schemas)) await writeJson(`${name}.schema.json`, schema);
  for (const [path, content] of Object.entries(files)) await writeJson(join('flows', path), content);
}

/** The font of the PDF holds what a checklist can say: flows, names of places, our own words. */
async function buildFont() {
  const folders = [join(staging, 'flows'), 'src/render', 'src/engine'];
  const divisions = await readFile(join(staging, 'data/divisions.json'), 'utf8');
  const texts = [divisions, ...(await Promise.all(folders.map(readTexts)))];
  await mkdir(join(staging, 'fonts'));
  await writeFile(join(staging, 'fonts/noto-sans-sc-subset.ttf.br'), pack(await cutFont(texts.join(''))));
  await write('fonts/LICENSE.txt', await readFontLicence());
}

/** @param {Uint8Array} font */
function pack(font) {
  return brotliCompressSync(font, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: font.length } });
}

/** @param {string} folder */
async function readTexts(folder) {
  const place = resolve(root, folder);
  if (!existsSync(place)) return '';
  const names = (await readdir(place, { recursive: true })).filter((name) => /\.(?:json|ts)$/.test(name));
  return (await Promise.all(names.map((name) => readFile(join(place, name), 'utf8')))).join('');
}

/** @param {string} path */
function source(path) {
  return join(root, 'src', path);
}

async function buildCode() {
  const { modules, exported } = await bundleForNode();
  await bundle({ entries: ANYWHERE, folder: join(staging, 'browser'), format: 'esm', minify: true });
  for (const name of ['index', 'engine', 'render']) {
    await write(`${name}.js`, moduleOver(`./${name}.cjs`, exported[name] ?? []));
  }
  // The tables of places are made from this data set, so its licence ships too.
  const areaData = join(root, 'node_modules/@vant/area-data/dist/index.js');
  await write('THIRD-PARTY-LICENSES.txt', writeLicences([...modules, areaData]));
}

/** The command and the library in one bundle, so that what both use is there once, and loaded once. */
function bundleForNode() {
  return bundle({
    entries: {
      'cli/main': source('cli/main.ts'),
      'cli/batch-worker': source('cli/batch-worker.ts'),
      'cli/check-worker': source('cli/check-worker.ts'),
      index: source('index.ts'),
      ...ANYWHERE,
    },
    folder: staging,
    format: 'cjs',
    minify: true,
    together: {
      // What the library and every command use. Node's own modules are among it, as nothing of the command.
      base: [
        'model/deep-freeze.ts',
        'engine/calendar.ts',
        'load/flow-store.ts',
        'load/flow-file-error.ts',
        'render/json.ts',
        'render/clean-text.ts',
        'render/format-names.ts',
        'render/layout.ts',
        'render/usual-text.ts',
        'render/render-error.ts',
      ]
        .map(source)
        .concat(['fs', 'path', 'url', 'util'].map(builtinId), RUNTIME),
      text: [source('render/text-formats.ts')],
      engine: [ANYWHERE.engine],
      render: [ANYWHERE.render],
      formats: [source('render/formats.ts')],
      main: ['main', 'find-flow', 'context', 'help/print-help', 'commands/list'].map((name) =>
        source(`cli/${name}.ts`),
      ),
      parser: [source('cli/program.ts')],
      run: [source('cli/commands/run.ts')],
      // Small files that are mostly wanted together: an install takes some milliseconds for each.
      errors: ['report-error', 'describe-error', 'translate-commander-error'].map((name) =>
        source(`cli/${name}.ts`),
      ),
      yaml: ['yaml-document', 'problem-list'].map((name) => source(`load/${name}.ts`)),
      folder: ['load-yaml-flows', 'read-flow-files'].map((name) => source(`load/${name}.ts`)),
      fonts: [source('cli/font-file.ts'), source('load/built-in-font.ts')],
      talk: [
        ...['hold-interview', 'open-prompter', 'progress-keeper'].map((name) => source(`cli/${name}.ts`)),
        ...['progress-folder', 'state-folder', 'saved-interview'].map((name) =>
          source(`interview/${name}.ts`),
        ),
      ],
    },
  });
}

/**
 * An ES module over one of CommonJS: in one process there is one engine, however it was loaded.
 * @param {string} file
 * @param {readonly string[]} names
 */
function moduleOver(file, names) {
  return `import library from '${file}';\nexport const { ${names.join(', ')} } = library;`;
}

async function buildTypes() {
  const declarations = await writeDeclarations({ root, entries: ['index', 'engine-api', 'render-api'] });
  for (const [path, text] of declarations) await write(join('types', path), text);
}

/** Another build of the same checkout may swap at the same moment, so this tries again. */
async function swapIn(attempts = 5) {
  const last = `${staging}-last`;
  try {
    if (existsSync(join(root, 'dist'))) await rename(join(root, 'dist'), last);
    await rename(staging, join(root, 'dist'));
  } catch (error) {
    if (attempts === 1) throw error;
    await swapIn(attempts - 1);
  } finally {
    await rm(last, { recursive: true, force: true });
  }
}

/**
 * @param {string} path
 * @param {unknown} content
 */
function writeJson(path, content) {
  return write(path, JSON.stringify(content));
}

/**
 * @param {string} path inside dist
 * @param {string} text
 */
async function write(path, text) {
  const file = join(staging, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${text.trimEnd()}\n`);
}
