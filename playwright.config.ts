// The job tests: a real browser on the built site, served under a path of its own as some hosts do.
// `npm run test:jobs` builds first; `npx playwright test <name>` runs one file on the last build.
import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/find-browser.mjs';

// Found once and handed down: every worker reads this file again.
process.env['CHROME_PATH'] = findChromium() ?? '';

export default defineConfig({
  testDir: 'tests/jobs',
  globalSetup: './tests/jobs/support/site.ts',
  outputDir: 'node_modules/.cache/jobs',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A busy machine may miss a deadline; what fails three times is wrong.
  retries: process.env['CI'] ? 2 : 1,
  reporter: 'dot',
  use: {
    // Set by globalSetup before any worker starts.
    ...(process.env['SITE_URL'] !== undefined && { baseURL: process.env['SITE_URL'] }),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      ...(process.env['CHROME_PATH'] && { executablePath: process.env['CHROME_PATH'] }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        // No talk of its own with anyone: the tests count requests.
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      use: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
      // What does not depend on the screen is seen once: paper, hosts, storage, sizes.
      testIgnore: /\/(hosting|paper|private|sizes|tabs|make-it-yours|another-language)\.spec/,
    },
  ],
});
