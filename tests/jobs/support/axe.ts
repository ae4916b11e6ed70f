// Asks axe about a page, in light and in dark, and says what it found in words a person can act on.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** All that is asked in light; in dark only what colours decide, for nothing else is another there. */
const ASKED = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;

/**
 * Fails when axe finds anything on the page as it stands, in either colour scheme.
 * @param within a selector, to look at a part only
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, so that no colour is caught half-way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { type, values } = ASKED[colorScheme];
    const builder = new AxeBuilder({ page })
      .options({ runOnly: { type, values: [...values] }, resultTypes: ['violations'] })
      // No page has frames. Without this each question to axe opens a page of its own.
      .setLegacyMode();
    const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
    for (const { id, help, helpUrl, nodes } of violations) {
      const where = nodes.map(
        ({ target, failureSummary }) => `  ${target.join(' ')}\n    ${oneLine(failureSummary)}`,
      );
      found.push([`${colorScheme}: ${help} (${id}, ${helpUrl})`, ...where].join('\n'));
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  expect(found.join('\n\n'), `Accessibility of ${page.url()}`).toBe('');
}

/** axe's advice without its line breaks and without "Fix any of the following:". */
function oneLine(summary = ''): string {
  return summary
    .replace(/^Fix (any|all) of the following:/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
