// @ts-check
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { contentPolicy } from './src/build/content-policy.ts';
import { earlyScripts } from './src/build/early-scripts.ts';
import { lateFaces } from './src/build/late-faces.ts';
import { plainImports } from './src/build/plain-imports.ts';
import { portableLinks } from './src/build/portable-links.ts';
import { searchIndex } from './src/build/search-index.ts';

export default defineConfig({
  // The last five run at the end of the build, in this order: pages name their scripts, addresses become relative, the
  // typefaces learn to wait, then the words are indexed as they stand, then the policy is computed from the final bytes.
  integrations: [
    mdx(),
    react(),
    earlyScripts(),
    portableLinks(),
    lateFaces(),
    searchIndex(),
    contentPolicy(),
  ],
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainImports()],
    build: {
      rolldownOptions: {
        // Few files: each costs a request and is packed by itself. What only forms need goes with React; what reads
        // records goes to the home page and the bank as well, and must not bring React there.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'base',
                priority: 3,
                test: /preload-helper|rolldown[\\/]runtime|src[\\/]domain[\\/]words[\\/]|src[\\/]browser[\\/]address\./,
              },
              {
                name: 'records',
                priority: 2,
                test: /node_modules[\\/]valibot[\\/]|src[\\/]domain[\\/]records[\\/](?!overview|types|look-back|preset|programme)|src[\\/]browser[\\/](storage|records|journal|kit|standing|other-tabs|hand-over|print|leave)\.|src[\\/]components[\\/]worksheets[\\/]dates\./,
              },
              {
                name: 'react',
                priority: 2,
                test: /node_modules[\\/](react|react-dom|scheduler|@astrojs[\\/]react)[\\/]|src[\\/]domain[\\/]worksheets[\\/](answers|shown|text)\.|src[\\/]components[\\/]worksheets[\\/](Words|marks)\./,
              },
              {
                name: 'form',
                priority: 1,
                test: /node_modules[\\/]react-hook-form[\\/]|src[\\/]components[\\/]worksheets[\\/](?!later|talk[\\/](?!begun)|gallery|pack|[cC]ontact)|src[\\/]domain[\\/]worksheets[\\/](?!compare|markdown|talk)/,
              },
            ],
          },
        },
        // Astro marks each MDX page with a directive of its own, which the bundler would remark on for every one.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
