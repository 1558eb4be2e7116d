import { defineConfig } from 'vitest/config';

/** What runs as long as it is told to, by hand: `npm run fuzz`, `npm run kills`. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.long.ts'],
    testTimeout: 0,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
