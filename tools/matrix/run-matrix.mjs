import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bringNode } from './bring-node.mjs';
import { makePackedCheckout, pack } from './packed-checkout.mjs';
import { runProgram } from './run-program.mjs';
import { runSuite } from './run-suite.mjs';
import { tryInstalls } from './try-installs.mjs';

// Run by hand, because it fetches programs: the tests on other versions of Node, against the packed package.
const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string', multiple: true, default: ['20.19.0', '24'] },
    suite: { type: 'string', multiple: true, default: ['node', 'system'] },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'yibao-matrix-'));
try {
  const tarball = pack(root, folder);
  const pnpm = await bringPnpm();
  const lines = [];
  let failures = 0;
  for (const wanted of values.node) {
    const { version, bin } = await bringNode(folder, wanted);
    const place = join(folder, version);
    await mkdir(place);
    const installs = await tryInstalls({ folder: place, tarball, bin, pnpm });
    lines.push(`${version}: installed with ${installs.join(' and ')}`);
    const checkout = join(place, 'checkout');
    await makePackedCheckout({ root, tarball, folder: checkout });
    for (const suite of values.suite) {
      const report = join(place, `${suite}.json`);
      const { passed, failed, seconds } = await runSuite({ checkout, bin, suite, only: positionals, report });
      failures += failed.length;
      lines.push(`${version}: ${suite}: ${passed} passed, ${failed.length} failed, ${seconds} s`, ...failed);
    }
  }
  console.log(['', ...lines].join('\n'));
  process.exitCode = failures > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function bringPnpm() {
  const home = join(folder, 'pnpm');
  await mkdir(home);
  await writeFile(join(home, 'package.json'), '{ "private": true }\n');
  runProgram('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', 'pnpm@10'], {
    cwd: home,
  });
  return join(home, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
}
