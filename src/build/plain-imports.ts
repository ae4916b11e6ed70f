import type { Plugin } from 'vite';

/** Where Vite keeps the function that it puts around every `import()`. */
const HELPER = /^\0vite\/preload-helper\.js$/;

/**
 * Leaves `import()` as it is. Vite would put a helper around each, and a list of all files that the imported one needs,
 * so that they are fetched at the same time. Here a part that comes later needs only what is on the page already and,
 * now and then, one file more; the helper and its lists weigh a kilobyte on every page with a form.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    configEnvironment: () => ({
      build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } },
    }),
    load: {
      filter: { id: HELPER },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
