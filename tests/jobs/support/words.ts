// The site's words, read from its content, so that a test looks for what a person reads there today.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { facilitatorSchema, type FacilitatorPage } from '../../../src/domain/facilitator/page';
import { guideSchema, type GuidePage } from '../../../src/domain/words/guide';
import { interfaceSchema } from '../../../src/domain/words/interface';
import { siteSchema } from '../../../src/domain/words/site';
import { worksheetSchema, type Worksheet } from '../../../src/domain/worksheets/definition';

const content = join(import.meta.dirname, '../../../src/content');
const read = (path: string) => readFileSync(join(content, path), 'utf8');
const files = (folder: string) => readdirSync(join(content, folder)).sort();

export const words = interfaceSchema.parse(parse(read('interface.yaml')));
export const site = siteSchema.parse(parse(read('site.yaml')));

/** Every worksheet with its id, in the order of the site. */
export const worksheets: readonly (Worksheet & { readonly id: string })[] = files('worksheets')
  .map((file) => ({
    id: basename(file, '.yaml'),
    ...worksheetSchema.parse(parse(read(`worksheets/${file}`))),
  }))
  .sort((a, b) => a.order - b.order);

/** Every page of the guide and those beside it, with its id, in reading order. */
export const guidePages: readonly (GuidePage & { readonly id: string })[] = files('guide')
  .map((file) => {
    const [, frontMatter = ''] = read(`guide/${file}`).split(/^---$/m);
    return { id: basename(file, '.mdx'), ...guideSchema.parse(parse(frontMatter)) };
  })
  .sort((a, b) => a.order - b.order);

/** Every page of the facilitator's guide with its id, in reading order. */
export const facilitatorPages: readonly (FacilitatorPage & { readonly id: string })[] = files('facilitator')
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => {
    const [, frontMatter = ''] = read(`facilitator/${file}`).split(/^---$/m);
    return { id: basename(file, '.mdx'), ...facilitatorSchema.parse(parse(frontMatter)) };
  })
  .sort((a, b) => a.order - b.order);

/** A sentence with gaps as a pattern that takes anything in them: "Saved at {time}". */
export function anyOf(sentence: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(
    sentence
      .split(/\{\w+\}/)
      .map(literal)
      .join('.+'),
  );
}
