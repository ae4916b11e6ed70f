// Serves the built site for the whole run, under a sub-path so that a root-absolute address is noticed.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { serve } from '../../../tools/serve.mjs';

/** The built site: `dist`, or the folder that the environment variable DIST names. */
export const root = resolve(join(import.meta.dirname, '../../..'), process.env['DIST'] ?? 'dist');

/** The addresses of all its pages within the site, in order: '', 'guide/', 'guide/about/' … */
export function sitePages(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /(^|\/)index\.html$/.test(path))
    .map((path) => path.replace(/index\.html$/, ''))
    .sort();
}

export default async function openSite(): Promise<() => Promise<void>> {
  if (!existsSync(root)) throw new Error('There is no built site to test. Run `npm run build` first.');
  const site = await serve({ root, base: '/any/sub/path/', compress: true });
  process.env['SITE_URL'] = site.url;
  return site.close;
}
