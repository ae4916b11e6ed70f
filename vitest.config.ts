// Unit tests: rules, the machine with stand-ins, build steps and tools. No browser; the jobs in a real one are
// Playwright's (playwright.config.ts).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
  },
});
