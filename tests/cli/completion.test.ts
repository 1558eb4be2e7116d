import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SHELLS } from '../../src/cli/options.ts';
import { packageRoot } from './package-root.ts';
import { runCli } from './test-context.ts';

test.each(SHELLS)('yibao completion %s prints a script that says how to install it', async (shell) => {
  const { code, stdout, stderr } = await runCli(['completion', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const how = stdout.split('\n').flatMap((line) => /^# {3}(.*)/.exec(line)?.[1] ?? []);
  expect(how.at(-1)).toContain(`yibao completion ${shell}`);
  const readme = readFileSync(new URL('README.md', packageRoot), 'utf8');
  expect(readme).toContain(`\n${how.join('\n')}\n`);
  expect(stdout).toContain(`yibao __complete ${shell} `);
});

test('an unknown shell is told with the three that there are', async () => {
  expect(await runCli(['completion', 'csh'])).toEqual({
    code: 2,
    stdout: '',
    stderr: '没有给“csh”的补全。可以写：bash、zsh、fish，如 yibao completion bash。\n',
  });
});
