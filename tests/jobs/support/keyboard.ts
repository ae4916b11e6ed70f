// The keyboard as the only way.
import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

/** Presses Tab until an element is reached; each stop on the way can be seen and is on the screen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom } = element.getBoundingClientRect();
      return {
        what: element.outerHTML.slice(0, 80),
        // In a date's field the browser marks the button of its calendar by itself.
        isSeen: !element.matches(':focus') || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
        isOnScreen: bottom > 0 && top < innerHeight,
      };
    });
    if (stop) expect(stop).toEqual({ what: stop.what, isSeen: true, isOnScreen: true });
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}
