// The keyboard as the only way.
import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

/** Presses Tab until an element is reached; each stop on the way can be seen and is on the screen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab');
    // A stop that the browser is still scrolling to is on the screen a moment later.
    await expect.poll(() => page.evaluate(wrongStop)).toBeUndefined();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

/** Follows a link with the keyboard, and waits until its page has come. */
export async function enterLink(page: Page, link: Locator): Promise<void> {
  await tabTo(page, link);
  const address = await link.evaluate((element: HTMLAnchorElement) => element.href);
  await page.keyboard.press('Enter');
  await page.waitForURL(address);
}

/** What is wrong with where the keyboard is; undefined when nothing is, or it is nowhere. */
function wrongStop() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom } = element.getBoundingClientRect();
  // In a date's field the browser marks the button of its calendar by itself.
  const isSeen = !element.matches(':focus') || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
  const isOnScreen = bottom > 0 && top < innerHeight;
  return isSeen && isOnScreen ? undefined : { what: element.outerHTML.slice(0, 80), isSeen, isOnScreen };
}
