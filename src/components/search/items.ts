import type { Found } from '../../browser/search-engine';
import type { Titled } from '../../domain/search/suggest';
import type { FinderWords } from './words';

/** Something found by its title, with the part of the site it comes from. */
export function titledItem({ title, path, part }: Titled, root: URL, { parts }: FinderWords): HTMLLIElement {
  return item(title, new URL(path, root).href, parts[part]);
}

/** A place in the text, with the words around it and what was typed marked in them. */
export function foundItem(
  { title, href, part, heading, around }: Found,
  { parts }: FinderWords,
): HTMLLIElement {
  const from = part || parts.page;
  const made = item(title, href, heading ? `${from} · ${heading}` : from);
  const excerpt = paragraph('small excerpt', '');
  excerpt.append(
    ...around.map(({ text, marked }) => {
      if (!marked) return text;
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    }),
  );
  made.append(excerpt);
  return made;
}

export function list(items: readonly HTMLLIElement[]): HTMLUListElement {
  const made = document.createElement('ul');
  made.append(...items);
  return made;
}

export function paragraph(className: string, text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
}

function item(title: string, href: string, part: string): HTMLLIElement {
  const made = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  const where = document.createElement('span');
  where.className = 'meta';
  where.textContent = part;
  made.append(link, ' ', where);
  return made;
}
