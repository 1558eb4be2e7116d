#!/usr/bin/env node
// CommonJS, which starts sooner, in old syntax and with a late import: a Node too old for the command
// still gets as far as this message.
const version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(`yibao 需要 Node.js 20.19 或更新版本，现在是 ${process.version}，请先升级 Node.js。`);
  process.exit(1);
}
require('../dist/cli/main.cjs')
  .main({ argv: process.argv.slice(2), packageRoot: require('node:url').pathToFileURL(`${__dirname}/../`) })
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
