// A language nobody speaks, written in Hebrew letters from right to left: each Latin letter has one of its own. What
// still shows a Latin letter on the built site was never translated, so it stands in code.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readmeKeys, type OwnCopy } from './own-copy';

const LETTERS = 'אבגדהוזחטיךכלםמןנסעףפץצקרש';
const letter = (latin: string) => LETTERS[latin.toLowerCase().charCodeAt(0) - 97]!;

/** A text in that language; gaps such as {n} are kept. */
export const pseudo = (text: string): string =>
  text.replace(/\{\w+\}|[A-Za-z]/g, (part) => (part.length > 1 ? part : letter(part)));

/** Where a text stands in a file: the keys and places that lead to it. */
type Path = readonly (string | number)[];
type Keep = (path: Path, value: string) => boolean;

/** Translates every text of a YAML value but those to keep: ids, dates, names of kinds. */
function translate(value: unknown, keep: Keep, path: Path = []): unknown {
  if (typeof value === 'string')
    return keep(path, value) || /^\d{4}-\d\d-\d\d$/.test(value) ? value : pseudo(value);
  if (Array.isArray(value)) return value.map((one, at) => translate(one, keep, [...path, at]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, translate(one, keep, [...path, key])]),
  );
}

const under =
  (...keys: string[]): Keep =>
  (path) =>
    keys.includes(String(path.findLast((part) => typeof part === 'string')));

/** The ids of a worksheet's options, which stand in its example as answers. */
const optionsIn = (value: unknown): string[] =>
  JSON.stringify(value)
    .match(/"options":\[.*?\]/g)
    ?.flatMap((list) => [...list.matchAll(/"id":"(.*?)"/g)].map(([, id]) => id!)) ?? [];

const KEEPS: Record<string, (file: unknown) => Keep> = {
  worksheets: (file) => {
    const options = optionsIn(file);
    const isName = under('id', 'kind', 'when', 'guide', 'side', 'outcome');
    return (path, value) =>
      isName(path, value) ||
      path.at(-1) === 'copies' ||
      (path.length === 1 && path[0] === 'who') ||
      (path[0] === 'example' && options.includes(value));
  },
  questions: () => under('id', 'asker', 'depth', 'levels'),
  guide: () => (path) => path[0] === 'part' || (path[0] === 'tryNext' && path[1] !== 'why'),
  facilitator: () => (path, value) =>
    under('id', 'mode', 'side', 'use')(path, value) ||
    (path.includes('steps') && under('handouts', 'aims')(path, value)),
};

/** Translates the text of a page, and what its components are told to show; where links lead stays. */
const pseudoMarkdown = (text: string): string =>
  text.replace(/<[^>]*>|\]\([^)]*\)|[^<\]]+|\]/g, (part) => {
    if (part.startsWith('](')) return part;
    if (!part.startsWith('<')) return pseudo(part);
    return part.replace(/([a-zA-Z]+)="([^"]*)"/g, (attribute, name: string, value: string) =>
      name === 'id' || (name === 'who' && /^(mentor|mentee)$/.test(value))
        ? attribute
        : `${name}="${pseudo(value)}"`,
    );
  });

/** Translates all of a copy's words, in the files a translator would open, and turns it from right to left. */
export async function translateCopy(copy: OwnCopy): Promise<void> {
  const content = 'src/content';
  const yaml = (text: string, keep: (file: unknown) => Keep) => {
    const file: unknown = parse(text);
    return stringify(translate(file, keep(file)), {
      lineWidth: 0,
      defaultStringType: 'QUOTE_DOUBLE',
      defaultKeyType: 'PLAIN',
    });
  };
  await copy.change(`${content}/site.yaml`, (text) =>
    yaml(text, () => under('language', 'direction', 'storage')),
  );
  await copy.setKeys(`${content}/site.yaml`, await readmeKeys('7. Your language'));
  // Names of files that are downloaded stay in letters that every system can write.
  await copy.change(`${content}/interface.yaml`, (text) =>
    yaml(text, () => (path) => path.join('.') === 'lookBack.file'),
  );
  for (const [folder, keep] of Object.entries(KEEPS)) {
    for (const file of await readdir(join(copy.folder, content, folder)))
      await copy.change(`${content}/${folder}/${file}`, (text) => {
        if (!file.endsWith('.mdx')) return yaml(text, keep);
        const [, matter = '', ...body] = text.split(/^---$/m);
        return `---\n${yaml(matter, keep)}---${pseudoMarkdown(body.join('---'))}`;
      });
  }
}
