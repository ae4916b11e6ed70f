// The job: put it on our own web space. One build for a domain's root, any folder, and a stick to read from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { serve } from '../../tools/serve.mjs';
import { printedPages, unspaced } from './support/pdf';
import { answersFor, beforeWeTalk, firstText, records, SheetPage } from './support/sheet';
import { root, sitePages } from './support/site';
import { expect, test } from './support/test';
import { facesInUse } from './support/typefaces';
import { facilitatorPages, guidePages, site, words, worksheets } from './support/words';

test.skip(({ isMobile }) => isMobile, 'a host serves the same to every screen');

type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a page, those in a <noscript> or <template> too. */
function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html, { scriptingEnabled: false }));
  return found;
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;

/** Addresses a browser would ask for or follow from a page. */
function addressesOf(elements: Element[]): string[] {
  const names = ['href', 'src', 'component-url', 'renderer-url', 'before-hydration-url'];
  const styles = elements.filter(({ tagName }) => tagName === 'style');
  const inStyles = styles.flatMap(({ childNodes }) =>
    childNodes.flatMap((node) => ('value' in node ? [...node.value.matchAll(/url\(["']?([^"')]+)/g)] : [])),
  );
  return [
    ...elements.flatMap((element) =>
      names.map((name) => attribute(element, name)).filter((url) => url !== undefined),
    ),
    ...inStyles.map(([, url = '']) => url),
  ].filter((url) => !/^(data|mailto):/.test(url));
}

for (const base of ['/', '/any/sub/path/']) {
  test(`under ${base} every link, anchor and file of every page is there`, async () => {
    const served = await serve({ root, base });
    const pages = new Map<string, { ids: Set<string>; links: { from: string; fragment: string }[] }>();
    const wrong: string[] = [];
    const waiting = [served.url];
    const asked = new Map<string, { from: string; fragment: string }[]>([[served.url, []]]);
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const answer = await fetch(url, { redirect: 'manual' });
      if (answer.status !== 200) {
        wrong.push(`${url} answers ${answer.status}, asked for by ${asked.get(url)?.[0]?.from ?? '?'}`);
        continue;
      }
      if (!answer.headers.get('content-type')?.includes('html')) continue;
      const elements = elementsOf(await answer.text());
      const ids = new Set(
        elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined),
      );
      pages.set(url, { ids, links: asked.get(url) ?? [] });
      for (const address of addressesOf(elements)) {
        const target = new URL(address, url);
        if (target.origin !== new URL(served.url).origin) continue;
        if (!target.href.startsWith(served.url)) wrong.push(`${url} leads out of the site: ${address}`);
        const fragment = decodeURIComponent(target.hash.slice(1));
        target.hash = '';
        const links = asked.get(target.href);
        if (!links) waiting.push(target.href);
        asked.set(target.href, [...(links ?? []), { from: url, fragment }]);
      }
    }
    for (const [url] of pages) {
      for (const { from, fragment } of asked.get(url) ?? []) {
        if (fragment && !pages.get(url)!.ids.has(fragment)) wrong.push(`${from} leads to ${url}#${fragment}`);
      }
    }
    await served.close();
    expect(wrong).toEqual([]);
    expect([...pages.keys()].sort()).toEqual(
      sitePages()
        .map((path) => served.url + path)
        .sort(),
    );
  });

  test.describe(`served under ${base}`, () => {
    const here = test.extend({
      baseURL: async ({ browserName: _ }, use) => {
        const served = await serve({ root, base, compress: true });
        await use(served.url);
        await served.close();
      },
    });

    here('the whole way from the first page to a kept sheet works', async ({ page }) => {
      await page.goto('');
      await page.getByRole('link', { name: words.home.begin }).click();
      const sheet = await new SheetPage(page).alive();
      await sheet.text(firstText).fill('Wherever this is');
      await expect(sheet.saved).toBeVisible();
      await page.getByRole('banner').getByRole('link', { name: site.name }).click();
      await page.getByRole('link', { name: words.home.openGoOn }).click();
      await sheet.alive();
      await expect(sheet.text(firstText)).toHaveValue('Wherever this is');
    });

    here.describe('an address that is not there', () => {
      here.use({ expected: { messages: [/console: Failed to load resource.*404/] } });
      for (const path of ['nothing-here', 'guide/nothing/', 'guide/start/deep/er/and/deeper.html']) {
        here(`/${path} says so, with a way to the first page`, async ({ page, baseURL }) => {
          const answer = await page.goto(path);
          expect(answer?.status()).toBe(404);
          await expect(page.getByRole('heading', { level: 1, name: words.notFound.title })).toBeVisible();
          await expect(page.getByText(words.notFound.text)).toBeVisible();
          // It has its looks with it, for it does not know where it is.
          const button = page.getByRole('link', { name: words.notFound.home });
          await expect(button).toHaveCSS('display', 'inline-block');
          await expect(button).toHaveJSProperty('href', baseURL);
          await button.click();
          await expect(page.getByRole('heading', { level: 1, name: words.home.title })).toBeVisible();
          expect(page.url()).toBe(baseURL);
        });
      }
    });
  });
}

test.describe('the security policy', () => {
  const html = (path: string) => readFileSync(join(root, path), 'utf8');

  test('is strict on every page, and comes before anything it must hold for', () => {
    for (const path of [...sitePages().map((page) => `${page}index.html`), '404.html']) {
      const elements = elementsOf(html(path));
      const head = elements.find(({ tagName }) => tagName === 'head');
      const [charset, policy] = head!.childNodes.filter((node): node is Element => 'tagName' in node);
      expect(attribute(charset!, 'charset'), path).toBe('utf-8');
      expect(attribute(policy!, 'http-equiv'), path).toBe('Content-Security-Policy');
      const content = attribute(policy!, 'content') ?? '';
      const rules = new Map(
        content.split(/;\s*/).map((rule) => [rule.split(' ')[0]!, rule.split(' ').slice(1)] as const),
      );
      expect(rules.get('default-src'), path).toEqual(["'none'"]);
      expect(rules.get('base-uri'), path).toEqual(["'none'"]);
      expect(rules.get('form-action'), path).toEqual(["'none'"]);
      for (const [rule, sources] of rules) {
        for (const source of sources) {
          expect(source, `${path}: ${rule}`).toMatch(
            /^'(self|none|wasm-unsafe-eval|sha256-[\w+/=]+)'$|^(data|blob):$/,
          );
        }
      }
      for (const rule of ['script-src', 'connect-src', 'style-src', 'font-src']) {
        expect(rules.get(rule), `${path}: ${rule}`).not.toContain('data:');
        expect(rules.get(rule), `${path}: ${rule}`).not.toContain('blob:');
      }
    }
  });

  test.describe('keeps strange script from running', () => {
    test.use({
      expected: {
        messages: [/^policy: script-src/, /^policy: connect-src/, /^console: .*Content Security Policy/],
      },
    });

    test('on every page, in whatever way it got there', async ({ page, complaints }) => {
      for (const path of sitePages()) {
        await page.goto(path);
        const ran = await page.evaluate(async () => {
          const mark = window as unknown as { strange?: string };
          const script = document.createElement('script');
          script.textContent = 'window.strange = "inline"';
          document.body.append(script);
          document.body.insertAdjacentHTML(
            'beforeend',
            '<img src="data:," onerror="window.strange = \'handler\'">',
          );
          const link = document.createElement('a');
          link.href = 'javascript:window.strange="link"';
          document.body.append(link);
          link.click();
          const sent = await fetch('https://elsewhere.example/').then(
            () => 'sent',
            () => undefined,
          );
          await new Promise((resolve) => setTimeout(resolve));
          return mark.strange ?? sent;
        });
        expect(ran, path).toBeUndefined();
      }
      expect(complaints).toEqual([]);
    });
  });
});

test.describe('opened from a file', () => {
  const here = test.extend({
    baseURL: async ({ browserName: _ }, use) => use(`${pathToFileURL(root).href}/`),
  });
  // Browsers run no modules from a file, and say so.
  here.use({
    expected: {
      messages: [
        /^console: .*(CORS policy|Failed to load resource|origin null|from origin|Error hydrating .*file:)/,
      ],
    },
  });

  here('says so, and everything can be read by following the links', async ({ page }) => {
    await page.goto('index.html');
    await expect(page.getByText(words.site.fromFile)).toBeVisible();
    await page.getByRole('link', { name: words.home.read }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(guidePages[0]!.title);
    await expect(page.getByText(words.site.fromFile)).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: words.site.read, exact: true }).click();
    for (const { title } of guidePages) {
      await page.getByRole('main').getByRole('link', { name: title, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await page.goBack();
    }
    await page.getByRole('banner').getByRole('link', { name: site.name }).click();
    await page.getByRole('link', { name: words.home.begin }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(beforeWeTalk.title);
    for (const { label } of beforeWeTalk.sections.flatMap(({ fields, more }) => (more ? [] : fields))) {
      await expect(page.locator('form').getByText(label)).toBeVisible();
    }
  });

  here('looks the same: its typefaces and colours have come along', async ({ page }) => {
    await page.goto('guide/start/index.html');
    expect(await facesInUse(page)).toBeGreaterThan(0);
    await expect(page.locator('body')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  });

  here('a sheet prints blank', async ({ page }) => {
    await page.goto('worksheets/before-we-talk/index.html');
    const pages = await printedPages(page, { format: 'A4' });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(unspaced(words.paper.togetherText));
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the first page and the guide are whole', async ({ page }) => {
    await page.goto('');
    await expect(page.getByText(words.home.lede)).toBeVisible();
    await expect(page.getByRole('region', { name: words.home.openTitle })).toBeHidden();
    await page.getByRole('link', { name: words.home.read }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(guidePages[0]!.title);
    await expect(page.locator('article p').first()).toBeVisible();
    await expect(page.getByText(words.site.fromFile)).toBeHidden();
  });

  for (const worksheet of worksheets) {
    test(`“${worksheet.title}” is readable, says what it cannot do, and prints blank`, async ({ page }) => {
      await page.goto(`worksheets/${worksheet.id}/`);
      await expect(page.locator('noscript p')).toHaveText(words.worksheet.noScript);
      await expect(page.locator('noscript p')).toBeVisible();
      for (const { label } of worksheet.sections.flatMap(({ fields, more }) => (more ? [] : fields))) {
        await expect(page.locator('form').getByText(label, { exact: true })).toBeVisible();
      }
      const text = (await printedPages(page, { format: 'A4' })).join('');
      expect(text).toContain(unspaced(worksheet.paper));
      expect(text).not.toContain(unspaced(words.worksheet.noScript));
    });
  }

  test('the questions are a plain list', async ({ page }) => {
    await page.goto('questions/');
    await expect(page.getByRole('heading', { level: 1, name: words.questions.title })).toBeVisible();
    expect(await page.locator('main li .question:visible').count()).toBeGreaterThan(50);
    await expect(page.locator('main').getByRole('button')).toHaveCount(0);
    await expect(page.locator('main :is(input, select):visible')).toHaveCount(0);
  });

  test('the search page lists every page there is to read', async ({ page }) => {
    await page.goto('search/');
    await expect(page.locator('main noscript p')).toHaveText(words.search.noScript);
    await expect(page.locator('main noscript p')).toBeVisible();
    await expect(page.locator('main').getByRole('searchbox')).toHaveCount(0);
    for (const { title } of [...guidePages, ...facilitatorPages, ...worksheets, words.questions]) {
      // A guide page and its worksheet may bear one title.
      await expect(
        page.getByRole('main').getByRole('link', { name: title, exact: true }).first(),
      ).toBeVisible();
    }
  });
});

test('nothing is kept outside the site’s own records, whatever one does', async ({ page, context }) => {
  await page.goto('');
  const sheet = await new SheetPage(page).open();
  await sheet.answer(answersFor());
  await sheet.markDone();
  await sheet.button(words.worksheet.startNew).click();
  await sheet.text(firstText).fill('Next time');
  await sheet.openTools();
  await sheet.button(words.worksheet.clear).click();
  await page.goto('questions/');
  await page.getByRole('button', { name: words.questions.keep }).first().click();
  await page.goto('search/#q=feedback');
  await expect(page.getByRole('searchbox')).toHaveValue('feedback');

  expect(await context.cookies()).toEqual([]);
  const elsewhere = await page.evaluate(async () => ({
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
  }));
  expect(elsewhere).toEqual({ session: [], databases: [], caches: [], workers: 0, cookie: '' });
  const keys = Object.keys(await records(page));
  expect(keys.length).toBeGreaterThan(2);
  expect(keys.filter((key) => !key.startsWith(`${site.storage}:`))).toEqual([]);
});
