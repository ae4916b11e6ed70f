import { getCollection, getEntry } from 'astro:content';
import type { Handed } from '../../domain/records/preset';
import type { SiteProgramme } from '../../domain/words/site';
import { typedIn } from '../../domain/cadence/form';
import { readInputs } from '../../domain/cadence/inputs';
import { firstTyped } from '../../domain/facilitator/programme';
import { unknownHandouts } from '../../domain/facilitator/session-plan';

/** The site's own settings, from `src/content/site.yaml`. */
export async function site() {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('src/content/site.yaml is missing');
  return entry.data;
}

/**
 * What the site's own programme hands to its visitors, from `src/content/site.yaml`; undefined where it has none. Stops
 * the build when its dates do not fit together, or a worksheet does not exist.
 */
export async function siteHanded(): Promise<Handed | undefined> {
  const { programme, organisation, contact } = await site();
  if (!programme) return undefined;
  const wrong = (what: string) => new Error(`src/content/site.yaml: programme: ${what}`);
  const known = (await worksheets()).map(({ id }) => id);
  const unknown = programme.worksheets.find((id) => !known.includes(id));
  if (unknown !== undefined) throw wrong(`worksheets: there is no worksheet "${unknown}"`);
  return {
    id: 'site',
    name: programme.name,
    ...(organisation !== undefined && { organisation }),
    ...(contact !== undefined && { contact }),
    ...(programme.welcome !== undefined && { welcome: programme.welcome }),
    worksheets: programme.worksheets,
    questions: programme.questions,
    ...(await siteInputs(programme, wrong)),
  };
}

async function siteInputs(
  { rhythm, begins, ends = '', away, preference }: SiteProgramme,
  wrong: (what: string) => Error,
): Promise<Pick<Handed, 'inputs'>> {
  if (rhythm === undefined || begins === undefined) return {};
  const { values } = firstTyped(begins);
  const typed = typedIn({ ...values, howOften: rhythm, ends, away, choice: preference });
  // The day it is would make a build of next year another one.
  const reading = readInputs(typed, begins);
  if (reading.state === 'ok') return { inputs: reading.inputs };
  const { cadence } = await words();
  throw wrong(reading.problems.map(({ field, code }) => `${field}: ${cadence.trouble[code]}`).join('; '));
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

/** The facilitator's pages in reading order. Stops the build when a session plan hands out what does not exist. */
export async function facilitatorPages() {
  const sheets = (await worksheets()).map(({ id }) => id);
  const pages = (await getCollection('facilitator')).sort((a, b) => a.data.order - b.data.order);
  for (const { id, data } of pages) {
    const wrong = data.session ? unknownHandouts(data.session, sheets) : [];
    if (wrong.length > 0) throw new Error(`src/content/facilitator/${id}.mdx: ${wrong.join('; ')}`);
    // Its page would take the place of another.
    if (id === 'role-cards' || id === 'programme')
      throw new Error(
        `src/content/facilitator/${id}.mdx: "${id}" is the address of what is printed; give the file another name`,
      );
  }
  return pages;
}

/** The scenes for practice, from `src/content/facilitator/role-cards.yaml`. */
export async function roleCards() {
  const entry = await getEntry('roleCards', 'role-cards');
  if (!entry) throw new Error('src/content/facilitator/role-cards.yaml is missing');
  return entry.data.scenes;
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
