import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Tests on the real data load and index all of it, next to each other on whatever machine there is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
