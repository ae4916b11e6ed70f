// @ts-check
// What ESLint looks for: slips in TypeScript, React and Astro, barriers to people with disabilities, and the house:
// imports run one way, only src/browser touches the machine, the domain has no clock, every word is content.
import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import a11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import house from './tools/lint/house.mjs';

const MACHINE =
  'localStorage sessionStorage indexedDB caches cookieStore location history BroadcastChannel'.split(' ');
const NOT_PURE =
  'document window navigator crypto performance fetch process setTimeout setInterval queueMicrotask'.split(
    ' ',
  );
const MACHINE_RULE = 'Only src/browser touches the machine.';
const PURE_RULE = 'The domain is plain rules: what it needs from outside, today too, is passed in.';

/**
 * Setting of no-restricted-globals that forbids `name`, `window.name`, `document.name` and the like.
 * @param {{ name: string, message: string }[]} globals
 * @returns {['error', object]}
 */
const forbid = (globals) => ['error', { globals, checkGlobalObject: true, globalObjects: ['document'] }];

const machineGlobals = MACHINE.map((name) => ({ name, message: MACHINE_RULE }));
const machineSyntax = [
  'MemberExpression[property.name="clipboard"]:matches([object.name="navigator"], [object.property.name="navigator"])',
  'MemberExpression[property.name="cookie"][object.name="document"]',
  `VariableDeclarator[init.name=/^(window|self|globalThis|document|navigator)$/] > ObjectPattern > Property[key.name=/^(${MACHINE.join('|')}|clipboard)$/]`,
].map((selector) => ({ selector, message: MACHINE_RULE }));
const clockSyntax = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Temporal"][property.name="Now"]',
].map((selector) => ({ selector, message: PURE_RULE }));

const IN_ASTRO = '**/*.astro/**';

export default defineConfig([
  { ignores: ['dist/', '.astro/', 'public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  { plugins: { house }, rules: { 'house/explained': 'error' } },
  { files: ['**/*.mjs'], languageOptions: { globals: { ...globals.node, ...globals.browser } } },

  // TypeScript with its types; Astro files and the scripts in them without, since the parser has none to offer.
  { files: ['**/*.{ts,tsx}'], ignores: [IN_ASTRO], extends: [tseslint.configs.strictTypeChecked] },
  { files: ['**/*.astro', '**/*.astro/*.ts'], extends: [tseslint.configs.strict] },
  {
    files: ['**/*.{ts,tsx}'],
    ignores: [IN_ASTRO],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Answers are records by field id: one is taken out by its key.
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx,astro}'],
    rules: {
      // The compiler knows what is defined, in Astro files as well.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    },
  },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },

  // Faces: Astro components and React islands.
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-strict'],
  { files: ['**/*.astro'], processor: 'house/astro-scripts', rules: { 'house/inline-scripts': 'error' } },
  { files: ['**/*.tsx'], extends: [a11y.configs.strict, reactHooks.configs.flat.recommended] },

  // The house.
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    languageOptions: {
      globals: { window: 'readonly', self: 'readonly', document: 'readonly', navigator: 'readonly' },
    },
    rules: { 'house/imports': 'error' },
  },
  {
    files: ['src/**/*.{ts,tsx,astro}'],
    ignores: ['src/browser/**', 'src/components/site/**/*.astro/*_inline-*.ts'],
    rules: {
      'no-restricted-globals': forbid(machineGlobals),
      'no-restricted-syntax': ['error', ...machineSyntax],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': forbid([
        ...machineGlobals,
        ...NOT_PURE.map((name) => ({ name, message: PURE_RULE })),
      ]),
      'no-restricted-syntax': ['error', ...machineSyntax, ...clockSyntax],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: PURE_RULE },
        { object: 'Math', property: 'random', message: PURE_RULE },
      ],
    },
  },
  { files: ['src/{components,layouts,pages}/**/*.{tsx,astro}'], rules: { 'house/words': 'error' } },
]);
