import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/** What a program did. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The package as it would be published, and an empty folder to use it in. */
export interface PackedPackage {
  readonly tarball: string;
  readonly unpackedSize: number;
  readonly files: readonly string[];
  readonly emptyFolder: string;
  /** Runs npm or npx in the empty folder, without network and with a cache of its own. */
  run(program: 'npm' | 'npx', args: readonly string[]): Run;
  remove(): void;
}

interface PackReport {
  filename: string;
  unpackedSize: number;
  files: { path: string }[];
}

/** Packs the built checkout into a temporary folder. */
export function packPackage(): PackedPackage {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-pack-'));
  const emptyFolder = join(folder, 'empty');
  mkdirSync(emptyFolder);
  const run: PackedPackage['run'] = (program, args) =>
    runOffline(program, args, emptyFolder, join(folder, 'cache'));
  const packed = runOffline(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', folder],
    packageFolder,
    join(folder, 'cache'),
  );
  if (packed.code !== 0) throw new Error(`npm pack failed: ${packed.stderr}`);
  const [report] = JSON.parse(packed.stdout) as [PackReport];
  return {
    tarball: join(folder, report.filename),
    unpackedSize: report.unpackedSize,
    files: report.files.map(({ path }) => path),
    emptyFolder,
    run,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function runOffline(program: string, args: readonly string[], cwd: string, cache: string): Run {
  const env = {
    PATH: process.env.PATH,
    HOME: cwd,
    npm_config_offline: 'true',
    npm_config_cache: cache,
    npm_config_update_notifier: 'false',
    npm_config_fund: 'false',
    npm_config_audit: 'false',
    NO_COLOR: '1',
  };
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 100_000,
  });
  return { code: status, stdout, stderr };
}
