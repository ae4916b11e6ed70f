// Playwright's `test`, made strict: a test fails when the page complains (console error, uncaught error, security
// policy) or asks for anything that is not part of the site, whatever else it checks.
import { test as base, expect, type BrowserContext, type BrowserContextOptions } from '@playwright/test';

/** What one test may see without failing: `test.use({ expected: { messages: [/404/] } })`. */
export interface Expected {
  /** Complaints of the page, matched against "console: …", "error: …" or "policy: …". */
  messages?: RegExp[];
  /** Addresses outside the site. */
  requests?: RegExp[];
}

interface Fixtures {
  expected: Expected;
  /** A browser of somebody else: nothing stored, watched like the first, closed at the end. */
  somebodyElse: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  expected: [{}, { option: true }],

  complaints: [
    async ({ context, baseURL, expected }, use) => {
      const complaints: string[] = [];
      await watch(context, baseURL, expected, complaints);
      await use(complaints);
      expect(complaints, 'The page complained, or asked for something outside the site').toEqual([]);
    },
    { auto: true },
  ],

  somebodyElse: async ({ browser, baseURL, expected, complaints, viewport, hasTouch, isMobile }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({
        ...(baseURL !== undefined && { baseURL }),
        viewport,
        hasTouch,
        isMobile,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        ...options,
      });
      contexts.push(context);
      await watch(context, baseURL, expected, complaints);
      return context;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

async function watch(
  context: BrowserContext,
  site: string | undefined,
  expected: Expected,
  complaints: string[],
): Promise<void> {
  const complain = (message: string): void => {
    if (!expected.messages?.some((pattern) => pattern.test(message))) complaints.push(message);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    complain(`error: ${error.error().stack ?? error.error().message}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob|about):/.test(url) || (site !== undefined && url.startsWith(site))) return;
    if (!expected.requests?.some((pattern) => pattern.test(url))) complaints.push(`request: ${url}`);
  });
  await context.exposeFunction('__policyViolated', (what: string) => {
    complain(`policy: ${what}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { __policyViolated?: (what: string) => void })
        .__policyViolated;
      report?.(`${event.effectiveDirective} blocked ${event.blockedURI} on ${event.documentURI}`);
    });
  });
}
