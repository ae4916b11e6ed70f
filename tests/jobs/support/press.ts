// Uses a page without knowing it: fills in what is empty, opens and presses everything once, and listens to every word
// that turns up on the way, in what is copied and downloaded too.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** Attributes that are read or heard. */
export const READ = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
];

/** A Latin letter, but in the ending of a file's name, an address, or a sign for a key. */
export const latin = (text: string): boolean =>
  /[A-Za-z]/.test(text.replace(/[\w-]*\.(json|md|ics|txt)\b|https?:\S+/g, ''));

/**
 * Notes every text with a Latin letter that the page shows or says from now on, wherever it goes.
 * @returns what was found, each with the page it was on; it grows
 */
export async function listenForLatin(page: Page): Promise<Set<string>> {
  const found = new Set<string>();
  const note = (text: string, where: string) => {
    if (latin(text)) found.add(`${new URL(page.url()).pathname} ${where}: ${text.trim().slice(0, 100)}`);
  };
  await page.exposeFunction('__said', note);
  await page.addInitScript((read) => {
    const { __said: say } = globalThis as unknown as { __said: (text: string, where: string) => void };
    const tell = (text: string, where: string) => {
      if (/[A-Za-z]/.test(text)) say(text, where);
    };
    const look = (node: Node) => {
      const around = node.parentElement;
      if (node instanceof Text && !around?.closest('script, style, noscript'))
        tell(node.data, `<${around?.localName ?? '?'} class="${around?.getAttribute('class') ?? ''}">`);
      if (node instanceof Element)
        for (const name of read) tell(node.getAttribute(name) ?? '', `${name} of <${node.localName}>`);
      node.childNodes.forEach(look);
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'childList') addedNodes.forEach(look);
        else look(target);
      }
    }).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: read,
    });
    window.print = () => undefined;
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: (text: string) => {
          tell(text, 'copied');
          return Promise.resolve();
        },
      },
    });
  }, READ);
  page.on('download', (download) => {
    const name = download.suggestedFilename();
    if (name.endsWith('.json')) return;
    const seen = download.path().then(async (path) => {
      const text = (await readFile(path, 'utf8')).replace(/\r\n /g, '');
      const lines = name.endsWith('.ics')
        ? [...text.matchAll(/^(?:SUMMARY|DESCRIPTION)[^:]*:(.*)$/gm)].map(([, said = '']) =>
            said.replace(/\\n/g, ' '),
          )
        : text.split('\n');
      for (const line of lines) note(line, `in ${name}`);
    });
    // A page that is left takes its downloads along.
    seen.catch(() => undefined);
  });
  return found;
}

/**
 * Fills in what is empty, chooses in every list, and presses every button and fold once, each by its words, those that
 * turn up on the way too. Links are not followed.
 * @param text what is written into every field for words, and what is looked for in a field for searching
 * @param look called after each press
 */
export async function pressEverything(
  page: Page,
  text: { written: string; sought: string },
  look: () => Promise<void>,
): Promise<number> {
  const pressed: string[] = [];
  for (let most = 120; most > 0; most--) {
    const key = await page.evaluate(pressNext, { text, pressed });
    if (key === undefined) break;
    pressed.push(key);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 30)));
    await look();
  }
  return pressed.length;
}

/** Runs in the page. */
function pressNext({
  text,
  pressed,
}: {
  text: { written: string; sought: string };
  pressed: string[];
}): string | undefined {
  const within = document.querySelector('dialog:modal') ?? document.body;
  const all = <E extends Element>(selector: string) =>
    [...within.querySelectorAll<HTMLElement & E>(selector)].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'),
    );
  const write = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) => {
    // Past the setter by which React notices what it wrote itself.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set?.call(field, value);
    for (const type of ['input', 'change', 'focusout'])
      field.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const values: Record<string, string> = { search: text.sought, number: '3', time: '10:00' };
  // The first day asked for is mostly one that is past, the others follow it.
  const year = new Date().getFullYear();
  const dates: Element[] = all<HTMLInputElement>('[type=date]').filter(({ value }) => value === '');
  const dateOf = (field: Element) => `${dates[0] === field ? year - 1 : year + dates.indexOf(field)}-02-16`;
  for (const field of all<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type=radio], [type=checkbox])',
  ))
    if (field.value === '' && !field.readOnly && field.type !== 'file')
      write(field, field.type === 'date' ? dateOf(field) : (values[field.type] ?? text.written));
  const nameOf = (one: HTMLElement) =>
    `${one.localName} ${one.className} ${one.innerText.replace(/\d+/g, '')}`;
  for (const select of all<HTMLSelectElement>('select')) {
    if (pressed.includes(`select ${select.name}`)) continue;
    const was = select.value;
    for (const { value } of select.options) write(select, value);
    write(select, was);
    pressed.push(`select ${select.name}`);
    return `select ${select.name}`;
  }
  for (const box of all<HTMLInputElement>('input:is([type=radio], [type=checkbox])')) {
    if (pressed.includes(`box ${box.name}`)) continue;
    box.click();
    return `box ${box.name}`;
  }
  const next = all('button, summary').find((one) => !pressed.includes(nameOf(one)));
  if (!next) return undefined;
  const name = nameOf(next);
  next.click();
  return name;
}
