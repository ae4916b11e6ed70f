// What ESLint looks for: slips in TypeScript, React and Astro, barriers to people with disabilities, and the house
// (see docs: imports run one way, the machine stays in src/browser, the domain knows no clock, words are content).
import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import a11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import house from './tools/lint/house.mjs';

const MACHINE = [
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookieStore',
  'location',
  'history',
  'BroadcastChannel',
].map((name) => ({ name, message: 'Only src/browser touches the machine.' }));

const NOT_PURE = [
  'document',
  'window',
  'navigator',
  'crypto',
  'performance',
  'fetch',
  'process',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
].map((name) => ({ name, message: 'The domain is plain rules: what it needs from outside is passed in.' }));

/** Options of no-restricted-globals: the bare name and `window.name` alike. */
const globals = (names) => ['error', { globals: names, checkGlobalObject: true, globalObjects: ['document'] }];

const PAST_THE_DOOR = [
  {
    selector: 'MemberExpression[property.name="clipboard"][object.name="navigator"]',
    message: 'Only src/browser touches the clipboard.',
  },
  {
    selector: 'MemberExpression[property.name="clipboard"][object.property.name="navigator"]',
    message: 'Only src/browser touches the clipboard.',
  },
  { selector: 'MemberExpression[property.name="cookie"][object.name="document"]', message: 'No cookies here.' },
  {
    selector: `VariableDeclarator[init.name=/^(window|self|globalThis|document|navigator)$/] > ObjectPattern > Property[key.name=/^(${[...MACHINE.map(({ name }) => name), 'clipboard'].join('|')})$/]`,
    message: 'Only src/browser touches the machine.',
  },
];

const CLOCK_AND_DICE = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The domain has no clock: today is passed in.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The domain has no clock: today is passed in.' },
  { selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]', message: 'The domain has no clock: today is passed in.' },
];

export default defineConfig([
  { ignores: ['dist/', '.astro/', 'test-results/', 'public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Every file with code in it.
  eslint.configs.recommended,
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-strict'],
  { plugins: { house }, rules: { 'house/explained': 'error' } },
  {
    files: ['**/*.{js,mjs}', '**/*.astro/*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', performance: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly', document: 'readonly', window: 'readonly' } },
  },

  // TypeScript, with its types; Astro files and the scripts in them without, for want of a parser that has them.
  { files: ['**/*.{ts,tsx}'], ignores: ['**/*.astro/**'], extends: [tseslint.configs.strictTypeChecked] },
  { files: ['**/*.astro', '**/*.astro/*.ts'], extends: [tseslint.configs.strict] },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: ['**/*.astro/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },

  // React islands.
  { files: ['**/*.tsx'], extends: [a11y.configs.strict, reactHooks.configs.flat.recommended] },

  // The house.
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    ignores: ['src/browser/**'],
    rules: {
      'no-restricted-globals': globals(MACHINE),
      'no-restricted-syntax': ['error', ...PAST_THE_DOOR],
    },
  },
]);
