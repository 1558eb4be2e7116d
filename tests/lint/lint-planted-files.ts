import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageFolder } from '../support/package-folder.ts';

/** The rules that one file of a planted tree breaks. */
export type Findings = ReadonlyMap<string, ReadonlySet<string>>;

interface BiomeReport {
  diagnostics: { category: string; location: { path: string | { file: string } } }[];
}

/**
 * Lints a tree of files under this repository's own biome.json, in a folder of its own, and tells
 * which rules each file breaks. The checkout itself is not touched.
 */
export function lintPlantedFiles(files: Record<string, string>): Findings {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-lint-'));
  try {
    cpSync(join(packageFolder, 'biome.json'), join(folder, 'biome.json'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return groupByFile(runBiome(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runBiome(folder: string): BiomeReport {
  const biome = join(packageFolder, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const run = spawnSync(
    process.execPath,
    [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (!run.stdout.startsWith('{')) throw new Error(`biome did not report: ${run.stderr}`);
  return JSON.parse(run.stdout) as BiomeReport;
}

function groupByFile(report: BiomeReport): Findings {
  const findings = new Map<string, Set<string>>();
  for (const { category, location } of report.diagnostics) {
    const path = typeof location.path === 'string' ? location.path : location.path.file;
    const rules = findings.get(path) ?? new Set<string>();
    findings.set(path, rules.add(category));
  }
  return findings;
}
