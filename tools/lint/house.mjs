// @ts-check
// The rules of this house that ESLint has none for, as a plugin.
import { explained } from './explained.mjs';
import { imports } from './imports.mjs';
import { astroScripts, inlineScripts } from './inline-scripts.mjs';
import { words } from './words.mjs';

export default {
  meta: { name: 'house' },
  rules: { explained, imports, 'inline-scripts': inlineScripts, words },
  processors: { 'astro-scripts': astroScripts },
};
