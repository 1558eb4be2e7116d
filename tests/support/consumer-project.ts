import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PackedPackage, packPackage, type Run } from './packed-package.ts';

/** How a project reads the types of packages. */
export interface TypeSettings {
  readonly moduleResolution: 'nodenext' | 'bundler';
  readonly skipLibCheck: boolean;
  /** Names below @types that the project has, such as `node`. None if not given. */
  readonly types?: readonly string[];
  /** Libraries besides those of the language itself, such as `dom`. */
  readonly lib?: readonly string[];
}

/** A project of someone else, empty but for the packed package. */
export interface ConsumerProject {
  readonly folder: string;
  readonly packed: PackedPackage;
  write(file: string, text: string): void;
  /** Compiles files; errors as `file:line code`. The JavaScript is written beside them. */
  compile(files: readonly string[], settings: TypeSettings): readonly string[];
  /** Runs a file with Node. */
  run(file: string): Run;
  remove(): void;
}

const tsc = join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin/tsc');
const types = fileURLToPath(new URL('../../node_modules/@types', import.meta.url));

/** Packs the package and installs it, without network, in an empty project of ES modules. */
export function makeConsumerProject(): ConsumerProject {
  const packed = packPackage();
  const folder = packed.emptyFolder;
  const write: ConsumerProject['write'] = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write('package.json', '{ "name": "consumer", "private": true, "type": "module" }\n');
  const installed = packed.run('npm', ['install', packed.tarball]);
  if (installed.code !== 0) throw new Error(`npm install failed: ${installed.stderr}`);
  symlinkSync(types, join(folder, 'node_modules/@types'));
  return {
    folder,
    packed,
    write,
    compile: (files, settings) => compile(folder, files, settings),
    run: (file) => runNode(folder, file),
    remove: packed.remove,
  };
}

function compile(folder: string, files: readonly string[], settings: TypeSettings): readonly string[] {
  const { moduleResolution, skipLibCheck, types: names = [], lib = [] } = settings;
  const options = [
    ...['--ignoreConfig', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022'],
    ...['--lib', ['es2022', ...lib].join(','), '--types', names.join(',')],
    ...['--module', moduleResolution === 'nodenext' ? 'nodenext' : 'esnext'],
    ...['--moduleResolution', moduleResolution, '--skipLibCheck', String(skipLibCheck)],
  ];
  const args = [tsc, ...options, '--pretty', 'false', ...files];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => /error TS/.test(line))
    .map((line) => line.replace(/^(.*?)\((\d+),\d+\): error (TS\d+).*$/, '$1:$2 $3'));
}

function runNode(folder: string, file: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder },
  });
  return { code: status, stdout, stderr };
}
