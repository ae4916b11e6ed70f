// Unit tests: rules, the machine with stand-ins, build steps and tools. No browser; the jobs in a real one are
// Playwright's (playwright.config.ts).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/unit/support/seed.ts'],
    // No test is about time, and a busy machine may be many times slower than a quiet one.
    testTimeout: 60_000,
  },
});
