import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { bundle } from './bundle.mjs';
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

/** The command and the library in one bundle, so that what both use ships once. */
async function buildCode() {
  /** @param {string} path */
  const source = (path) => join(root, 'src', path);
  const modules = await bundle({
    entries: {
      'cli/main': source('cli/main.ts'),
      'cli/batch-worker': source('cli/batch-worker.ts'),
      'cli/check-worker': source('cli/check-worker.ts'),
      index: source('index.ts'),
      engine: source('engine-api.ts'),
      render: source('render-api.ts'),
    },
    folder: staging,
    minify: true,
    together: {
      words: [
        'model/deep-freeze.ts',
        'engine/calendar.ts',
        'render/json.ts',
        'render/clean-text.ts',
        'render/format-names.ts',
        'render/usual-text.ts',
        'render/render-error.ts',
      ].map(source),
      columns: ['render/layout.ts'].map(source),
      // Not with formats.ts, which knows the PDF: what browsers load must not lead to it.
      text: ['render/text-formats.ts'].map(source),
      engine: [source('engine-api.ts')],
      render: [source('render-api.ts')],
      formats: [source('render/formats.ts')],
      flows: [
        ...['load/flow-store.ts', 'load/flow-file-error.ts'].map(source),
        // What Node has loaded anyway; the library's own files take it from here and not from the command.
        ...['fs', 'path', 'url', 'util'].map(builtinId),
      ],
      main: ['cli/main.ts', 'cli/find-flow.ts', 'cli/context.ts'].map(source),
      run: [source('cli/commands/run.ts')],
    },
  });
  // The tables of places are made from this data set, so its licence ships too.
  const areaData = join(root, 'node_modules/@vant/area-data/dist/index.js');
  await write('THIRD-PARTY-LICENSES.txt', writeLicences([...modules, areaData]));
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
