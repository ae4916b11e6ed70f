// @ts-check
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { contentPolicy } from './src/build/content-policy.ts';
import { portableLinks } from './src/build/portable-links.ts';
import { searchIndex } from './src/build/search-index.ts';

export default defineConfig({
  // The last three run at the end of the build, in this order: addresses become relative, then the words are
  // indexed as they stand, then the policy is computed from the final bytes.
  integrations: [mdx(), react(), portableLinks(), searchIndex(), contentPolicy()],
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  vite: {
    build: {
      // Its helper would weigh more than the small scripts it serves.
      modulePreload: false,
      rolldownOptions: {
        // Astro marks each MDX page with a directive of its own, which the bundler would remark on for every one.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
