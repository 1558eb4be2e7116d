import { expect, test } from 'vitest';
import { runCli } from './test-context.ts';
import { toyStore } from './toy-store.ts';

test('lists the procedures', async () => {
  const { code, stdout, stderr } = await runCli(['list'], { store: toyStore() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatchInlineSnapshot(`
    "toy  试办一件事
         适合：想试一试的人
         也叫：试办

    写 yibao 加事项名就开始，如：yibao toy
    "
  `);
});

test('--json gives what scripts rely on, and no more', async () => {
  const { stdout } = await runCli(['list', '--json'], { store: toyStore() });
  expect(JSON.parse(stdout)).toEqual([
    {
      id: 'toy',
      title: '试办一件事',
      aliases: ['试办'],
      forWhom: '想试一试的人',
      reviewed: '2026-11-22',
      reviewBy: '2027-05-31',
    },
  ]);
});
