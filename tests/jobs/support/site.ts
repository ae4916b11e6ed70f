// Serves the built site for the whole run, under a sub-path so that a root-absolute address is noticed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../../tools/serve.mjs';

export default async function openSite(): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '../../../dist');
  if (!existsSync(root)) throw new Error('There is no built site to test. Run `npm run build` first.');
  const site = await serve({ root, base: '/any/sub/path/', compress: true });
  process.env['SITE_URL'] = site.url;
  return site.close;
}
