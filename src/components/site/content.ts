import { getCollection, getEntry } from 'astro:content';

/** The site's own settings, from `src/content/site.yaml`. */
export async function site() {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('src/content/site.yaml is missing');
  return entry.data;
}

/** Every word of the interface, from `src/content/interface.yaml`. */
export async function words() {
  const entry = await getEntry('interface', 'interface');
  if (!entry) throw new Error('src/content/interface.yaml is missing');
  return entry.data;
}

/** The guide's pages in reading order, and those beside the guide. */
export async function guidePages() {
  const pages = (await getCollection('guide')).sort((a, b) => a.data.order - b.data.order);
  return {
    guide: pages.filter(({ data }) => data.part === 'guide'),
    beside: pages.filter(({ data }) => data.part === 'beside'),
  };
}

export async function worksheets() {
  const all = await getCollection('worksheets');
  // Its page would take the place of another.
  if (all.some(({ id }) => id === 'pack'))
    throw new Error(
      'src/content/worksheets/pack.yaml: "pack" is the address of the pack to print; give the file another name',
    );
  return all.sort((a, b) => a.data.order - b.data.order);
}

/** The themes of the question bank, in the order the article names them; a theme of one's own comes after. */
export async function questionThemes() {
  const known = ['focus', 'support', 'resources'];
  const place = (id: string) => (known.includes(id) ? known.indexOf(id) : known.length);
  return (await getCollection('questions')).sort(
    (a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id),
  );
}
