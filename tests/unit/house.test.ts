// The house rules hold: each guard stops a wrong example, in every kind of file, and lets a right one through.
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({
  cwd: root,
  // The files below do not exist, so the compiler can say nothing about them.
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
    // Of a file with nothing in it but an example.
    {
      rules: {
        '@typescript-eslint/no-unused-expressions': 'off',
        '@typescript-eslint/no-unused-vars': 'off',
      },
    },
  ],
});

/** Names of the rules that an example breaks. */
async function broken(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) });
  return [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

/** A case: what it shows, the file, the code. */
type Example = [what: string, path: string, code: string];

function guard(rule: string, wrong: Example[], right: Example[]): void {
  describe(rule, () => {
    it.each(wrong)('stops %s', async (_, path, code) => {
      expect(await broken(path, code)).toEqual([rule]);
    });
    it.each(right)('allows %s', async (_, path, code) => {
      expect(await broken(path, code)).toEqual([]);
    });
  });
}

const astro = (frontmatter: string, template = '<slot />'): string =>
  `---\n${frontmatter}\n---\n\n${template}\n`;

guard(
  'house/imports',
  [
    ['the domain reaching for the browser', 'src/domain/records/a.ts', `import '../../browser/storage';`],
    ['a type from above', 'src/domain/a.ts', `import type { Store } from '../browser/storage';`],
    ['an inline import type', 'src/domain/a.ts', `export type A = import('../browser/storage').Store;`],
    ['passing on from above', 'src/domain/a.ts', `export { open } from '../browser/storage';`],
    ['passing all on from above', 'src/domain/a.ts', `export * from '../components/kit/kit';`],
    ['a late import', 'src/browser/a.ts', `void import('../components/kit/Kit.tsx');`],
    ['a late import by template', 'src/browser/a.ts', 'void import(`../components/kit/Kit.tsx`);'],
    ['an import whose target is hidden', 'src/browser/a.ts', 'export const a = (n: string) => import(n);'],
    ['an import from the root', 'src/browser/a.ts', `import '/src/components/kit/Kit.tsx';`],
    ['an import by pattern', 'src/browser/a.ts', `import.meta.glob(['../pages/*.astro']);`],
    ['an import with a query', 'src/browser/a.ts', `import '../components/kit/kit.css?inline';`],
    ['React in the domain', 'src/domain/a.ts', `import { useState } from 'react';`],
    ['React DOM in the domain', 'src/domain/a.ts', `import 'react-dom/client';`],
    ['Astro in the domain', 'src/domain/a.ts', `import { z } from 'astro/zod';`],
    ['Astro content in the domain', 'src/domain/a.ts', `import { getEntry } from 'astro:content';`],
    ['Node in the domain', 'src/domain/a.ts', `import { readFileSync } from 'node:fs';`],
    ['Node without its prefix', 'src/domain/a.ts', `import { readFileSync } from 'fs';`],
    ['a component with a page', 'src/components/kit/Kit.tsx', `import '../../pages/index.astro';`],
    [
      'a component with a layout',
      'src/components/kit/Kit.astro',
      astro(`import '../../layouts/Page.astro';`),
    ],
    [
      'a script of a component',
      'src/components/kit/Kit.astro',
      `<script>import '../../layouts/a';</script>\n`,
    ],
    ['a layout with a page', 'src/layouts/Page.astro', astro(`import '../pages/index.astro';`)],
    ['a page with a build step', 'src/pages/index.astro', astro(`import '../build/links';`)],
    ['a build step with the domain', 'src/build/links.ts', `import '../domain/words/site';`],
    ['the collections with a component', 'src/content.config.ts', `import './components/kit/kit';`],
    ['the site with its tools', 'src/pages/index.astro', astro(`import '../../tools/serve.mjs';`)],
  ],
  [
    [
      'the domain itself and a library',
      'src/domain/a.ts',
      `import 'zod/mini';\nimport '../domain/words/site';`,
    ],
    ['the browser with the domain', 'src/browser/a.ts', `import '../domain/a';\nimport './b';`],
    [
      'a component with both and its style',
      'src/components/kit/Kit.tsx',
      `import '../../browser/a';\nimport './Kit.css';`,
    ],
    [
      'a page with all below',
      'src/pages/index.astro',
      astro(`import '../layouts/a.astro';\nimport '../browser/a';`),
    ],
    ['the collections with the domain', 'src/content.config.ts', `import './domain/words/site';`],
    ['a build step with Node', 'src/build/links.ts', `import 'node:fs';\nimport './markup';`],
    ['a test with anything', 'tests/unit/domain/a.test.ts', `import '../../../src/browser/a';`],
  ],
);

guard(
  'no-restricted-globals',
  [
    ['storage in a component', 'src/components/kit/Kit.tsx', `localStorage.clear();`],
    ['storage of the window', 'src/components/kit/Kit.tsx', `window.localStorage.clear();`],
    ['storage of the tab', 'src/components/kit/kit.ts', `globalThis.sessionStorage.clear();`],
    ['storage by name', 'src/components/kit/kit.ts', `self['localStorage'].clear();`],
    ['the address', 'src/components/kit/kit.ts', `export const a = location.hash;`],
    ['the address of the document', 'src/components/kit/kit.ts', `export const a = document.location.hash;`],
    ['the history', 'src/components/kit/kit.ts', `history.back();`],
    ['another tab', 'src/components/kit/kit.ts', `export const a = new BroadcastChannel('kit');`],
    [
      'another tab, of the window',
      'src/components/kit/kit.ts',
      `export const a = new window.BroadcastChannel('kit');`,
    ],
    ['a database', 'src/components/kit/kit.ts', `indexedDB.open('kit');`],
    ['storage in a frontmatter', 'src/components/kit/Kit.astro', astro(`localStorage.clear();`)],
    ['storage in a template', 'src/components/kit/Kit.astro', `<p>{localStorage.length}</p>\n`],
    ['storage in a script', 'src/components/kit/Kit.astro', `<script>localStorage.clear();</script>\n`],
    [
      'storage in a bundled script of the site',
      'src/components/site/A.astro',
      `<script>localStorage.clear();</script>\n`,
    ],
    ['storage in the domain', 'src/domain/a.ts', `localStorage.clear();`],
    ['the document in the domain', 'src/domain/a.ts', `document.createElement('p');`],
    ['the window in the domain', 'src/domain/a.ts', `window.scrollTo(0, 0);`],
    ['cryptography in the domain', 'src/domain/a.ts', `export const id = crypto.randomUUID();`],
    ['cryptography by the back door', 'src/domain/a.ts', `export const id = globalThis.crypto.randomUUID();`],
    ['the network in the domain', 'src/domain/a.ts', `void fetch('/');`],
  ],
  [
    [
      'all of it in the browser layer',
      'src/browser/a.ts',
      `localStorage.clear();\nhistory.back();\nwindow.location.reload();`,
    ],
    [
      'a name of one’s own',
      'src/components/kit/kit.ts',
      `export const f = (history: string[]) => history.length;`,
    ],
    ['a type', 'src/domain/a.ts', `export type A = Location | Storage;`],
    ['a test', 'tests/unit/browser/a.test.ts', `localStorage.clear();`],
  ],
);

guard(
  'no-restricted-syntax',
  [
    ['the clipboard', 'src/components/kit/kit.ts', `void navigator.clipboard.writeText('a');`],
    [
      'the clipboard of the window',
      'src/components/kit/Kit.tsx',
      `void window.navigator.clipboard.readText();`,
    ],
    ['the clipboard, unpacked', 'src/components/kit/kit.ts', `export const { clipboard } = navigator;`],
    ['storage, unpacked', 'src/components/kit/kit.ts', `export const { localStorage: kept } = window;`],
    ['a cookie', 'src/components/kit/kit.ts', `document.cookie = 'a=b';`],
    ['today in the domain', 'src/domain/a.ts', `export const now = new Date();`],
    ['today as text in the domain', 'src/domain/a.ts', `export const now = Date();`],
  ],
  [
    ['the clipboard in the browser layer', 'src/browser/a.ts', `void navigator.clipboard.writeText('a');`],
    ['a date that was given', 'src/domain/a.ts', `export const f = (day: string) => new Date(day);`],
    ['a clock outside the domain', 'src/browser/a.ts', `export const now = () => new Date();`],
  ],
);

guard(
  'no-restricted-properties',
  [
    ['a clock in the domain', 'src/domain/a.ts', `export const now = Date.now();`],
    ['a clock unpacked', 'src/domain/a.ts', `export const { now } = Date;`],
    ['dice in the domain', 'src/domain/a.ts', `export const n = Math.random();`],
    ['dice by a string', 'src/domain/a.ts', `export const n = Math['random']();`],
  ],
  [['arithmetic', 'src/domain/a.ts', `export const n = Math.round(Date.UTC(2026, 1, 14) / 7);`]],
);

guard(
  'house/inline-scripts',
  [
    [
      'one elsewhere',
      'src/layouts/Page.astro',
      `<!-- Why. -->\n<script is:inline>document.title = '';</script>\n`,
    ],
    ['one unexplained', 'src/components/site/A.astro', `<script is:inline>document.title = '';</script>\n`],
    [
      'one with values',
      'src/components/site/A.astro',
      astro(`const a = 1;`, '<script define:vars={{ a }}>a;</script>'),
    ],
  ],
  [
    [
      'one explained before',
      'src/components/site/A.astro',
      `<!-- Before paint. -->\n<script is:inline>localStorage.getItem('a');</script>\n`,
    ],
    [
      'one explained in it',
      'src/components/site/A.astro',
      `<script is:inline>\n  // Before paint.\n  location.hash;\n</script>\n`,
    ],
    [
      'one explained above',
      'src/components/site/A.astro',
      astro(`// Inline, as it runs before paint.`, `<script is:inline>location.hash;</script>`),
    ],
    ['a bundled one', 'src/layouts/Page.astro', `<script>document.title = '';</script>\n`],
    ['data', 'src/layouts/Page.astro', `<script is:inline type="application/json">{}</script>\n`],
  ],
);

guard(
  'house/words',
  [
    ['text in an island', 'src/components/kit/Kit.tsx', `export const A = () => <p>Save</p>;`],
    ['text in braces', 'src/components/kit/Kit.tsx', `export const A = () => <p>{'Save'}</p>;`],
    [
      'one of two texts',
      'src/components/kit/Kit.tsx',
      `export const A = (p: { b: boolean }) => <p>{p.b ? 'On' : ''}</p>;`,
    ],
    [
      'text around a value',
      'src/components/kit/Kit.tsx',
      'export const A = (p: { n: number }) => <p>{`${p.n} days`}</p>;',
    ],
    [
      'a label',
      'src/components/kit/Kit.tsx',
      `export const A = () => <button aria-label="Close">×</button>;`,
    ],
    [
      'a placeholder',
      'src/components/kit/Kit.tsx',
      `export const A = () => <input aria-label={a} placeholder="Your name" />;`,
    ],
    ['a picture’s text', 'src/components/kit/Kit.astro', `<img src={src} alt="Two circles" />\n`],
    ['a title', 'src/components/kit/Kit.astro', `<abbr title="Question">Q</abbr>\n`],
    ['a label passed on', 'src/components/kit/Kit.astro', `<Button label={'Save'} />\n`],
    ['text in a page', 'src/pages/index.astro', `<h1>Welcome back</h1>\n`],
    ['text in a layout', 'src/layouts/Page.astro', `<title>Mentoring</title>\n`],
    ['text in a fragment', 'src/layouts/Page.astro', `<><b>{a}</b> and more</>\n`],
  ],
  [
    [
      'words from content',
      'src/components/kit/Kit.tsx',
      `export const A = (p: { w: string }) => <p title={p.w}>{p.w}</p>;`,
    ],
    [
      'signs and single letters',
      'src/components/kit/Kit.tsx',
      `export const A = () => <p>A4 · 10 % &nbsp;×</p>;`,
    ],
    [
      'names that are not read',
      'src/components/kit/Kit.astro',
      `<p class="long name" id="some-id" data-kind="text">{a}</p>\n`,
    ],
    [
      'style and script',
      'src/components/kit/Kit.astro',
      `<p>{a}</p>\n<style>\n  p { color: red; }\n</style>\n<script>document.title = 'Some words';</script>\n`,
    ],
    ['a comment', 'src/components/kit/Kit.astro', `<!-- Some words -->\n<p>{/* more words */ a}</p>\n`],
    [
      'code that chooses',
      'src/components/kit/Kit.tsx',
      `export const A = (p: { k: string; w: string }) => <p>{p.k === 'some kind' && p.w}</p>;`,
    ],
    ['a test', 'tests/unit/a.test.tsx', `export const A = () => <p>Save</p>;`],
  ],
);

guard(
  'house/explained',
  [
    ['a bare one', 'src/domain/a.ts', `/* eslint-disable no-var */\nvar a = 1;\nexport { a };`],
    ['all rules switched off', 'src/domain/a.ts', `/* eslint-disable */\nvar a = 1;\nexport { a };`],
    ['one on the line', 'src/domain/a.ts', `export var a = 1; // eslint-disable-line`],
    [
      'one for the next line',
      'src/domain/a.ts',
      `// eslint-disable-next-line no-var -- because\nexport var a = 1;`,
    ],
    [
      'one in a frontmatter',
      'src/pages/a.astro',
      astro(`// eslint-disable-next-line @typescript-eslint/no-explicit-any\nconst a: any = 1;`),
    ],
  ],
  [
    [
      'a reason',
      'src/domain/a.ts',
      `// eslint-disable-next-line no-var -- an old engine needs it\nexport var a = 1;`,
    ],
  ],
);

guard(
  '@typescript-eslint/ban-ts-comment',
  [
    ['an unexplained one', 'src/domain/a.ts', `// @ts-expect-error\nexport const a: number = '';`],
    ['ignoring', 'src/domain/a.ts', `// @ts-ignore for reasons of my own\nexport const a: number = '';`],
  ],
  [
    [
      'a reason',
      'src/domain/a.ts',
      `// @ts-expect-error: the types of the library are behind\nexport const a: number = '';`,
    ],
  ],
);

guard(
  '@typescript-eslint/no-explicit-any',
  [
    ['any', 'src/domain/a.ts', `export const f = (a: any) => String(a);`],
    ['any in an island', 'src/components/kit/Kit.tsx', `export const f = (a: any) => String(a);`],
    ['any in a page', 'src/pages/index.astro', astro(`const f = (a: any) => String(a);`)],
  ],
  [['unknown', 'src/domain/a.ts', `export const f = (a: unknown) => String(a);`]],
);

describe('access', () => {
  it.each<Example>([
    ['a picture without text, in a page', 'src/pages/a.astro', `<img src="a.png" />\n`],
    [
      'a picture without text, in an island',
      'src/components/kit/Kit.tsx',
      `export const A = () => <img src="a.png" />;`,
    ],
  ])('stops %s', async (_, path, code) => {
    expect((await broken(path, code)).join()).toMatch(/^(astro\/jsx-a11y|jsx-a11y-x)\/alt-text$/);
  });
});
