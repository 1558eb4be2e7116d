#!/usr/bin/env node
// Old syntax and a late import: a Node too old for the command still gets as far as this message.
const version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(`yibao 需要 Node.js 20.19 或更新版本，现在是 ${process.version}，请先升级 Node.js。`);
  process.exit(1);
}
import('../dist/cli/main.js')
  .then((command) =>
    command.main({ argv: process.argv.slice(2), packageRoot: new URL('..', import.meta.url) }),
  )
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
