import { defineConfig } from 'vitest/config';

/** The node suite needs Node and the built package; the system suite also needs chromium, poppler, tmux or npm. */
const systemSuite = ['tests/system/**/*.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: systemSuite,
          // Some drive the built command in a pseudo-terminal.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          include: systemSuite,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    // `.ci/run` sets this so that each suite leaves a report it can count.
    reporters: process.env.VITEST_REPORT ? ['default', 'json'] : ['default'],
    ...(process.env.VITEST_REPORT ? { outputFile: { json: process.env.VITEST_REPORT } } : {}),
    // Without this, Vitest leaves one core to others: on two cores, half the speed.
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
});
