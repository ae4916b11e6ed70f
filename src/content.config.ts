import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { facilitatorSchema } from './domain/facilitator/page';
import { roleCardsSchema } from './domain/facilitator/role-cards';
import { guideSchema } from './domain/words/guide';
import { interfaceSchema } from './domain/words/interface';
import { siteSchema } from './domain/words/site';
import { worksheetSchema } from './domain/worksheets/definition';
import { themeSchema } from './domain/questions/bank';

/** One entry a file; its name is its id and its place in the address. */
const files = (folder: string, ending: string) =>
  glob({ base: `./src/content/${folder}`, pattern: `*.${ending}` });

export const collections = {
  site: defineCollection({
    loader: glob({ base: './src/content', pattern: 'site.yaml' }),
    schema: siteSchema,
  }),
  interface: defineCollection({
    loader: glob({ base: './src/content', pattern: 'interface.yaml' }),
    schema: interfaceSchema,
  }),
  guide: defineCollection({ loader: files('guide', 'mdx'), schema: guideSchema }),
  facilitator: defineCollection({ loader: files('facilitator', 'mdx'), schema: facilitatorSchema }),
  roleCards: defineCollection({
    loader: glob({ base: './src/content/facilitator', pattern: 'role-cards.yaml' }),
    schema: roleCardsSchema,
  }),
  worksheets: defineCollection({ loader: files('worksheets', 'yaml'), schema: worksheetSchema }),
  questions: defineCollection({ loader: files('questions', 'yaml'), schema: themeSchema }),
};
