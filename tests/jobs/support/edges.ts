// What does not fit into the window's width. The page itself never scrolls sideways, so it has to be looked for.
import type { Page } from '@playwright/test';

/** Words and controls that stand outside the window's sides, or are cut off there by what is around them. */
export function beyondTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const found = new Set<string>();
    const look = (box: DOMRect, what: string) => {
      if (box.width > 1 && box.height > 1 && (box.left < -1 || box.right > clientWidth + 1)) {
        found.add(`${what.trim().slice(0, 60)} (${Math.round(box.left)} to ${Math.round(box.right)})`);
      }
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement: around, textContent } = texts.currentNode;
      if (!around?.checkVisibility() || around.closest('.visually-hidden') || !textContent?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      for (const box of range.getClientRects()) look(box, textContent);
    }
    for (const control of document.querySelectorAll('a, button, input, textarea, select, img, table')) {
      if (control.checkVisibility()) look(control.getBoundingClientRect(), control.outerHTML);
    }
    if (document.documentElement.scrollWidth > clientWidth) found.add('the page scrolls sideways');
    return [...found];
  });
}
