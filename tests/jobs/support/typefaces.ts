// The page's own typefaces, which where a visit begins come after its first paint.
import { expect, type Page } from '@playwright/test';

/** Waits until the page stands in its own typefaces. */
export const typeset = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => {
        // Laid out now, so that what has to be fetched for it is known to be on its way.
        document.body.getBoundingClientRect();
        return document.querySelector('style[media="not all"]') ? 'waiting' : document.fonts.status;
      }),
    )
    .toBe('loaded');

/** How many of the page's typefaces have come. */
export async function facesInUse(page: Page): Promise<number> {
  await typeset(page);
  return page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
}
