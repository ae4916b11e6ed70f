import type { Found } from '../../browser/search-engine';
import type { Part, Titled } from '../../domain/search/suggest';

/** A titled list of what was found. */
export function list(title: string, items: readonly HTMLLIElement[]): HTMLElement {
  const section = document.createElement('section');
  const list = document.createElement('ul');
  list.append(...items);
  section.append(paragraph('label', title), list);
  return section;
}

/** Something found by its title, with the part of the site it comes from. */
export function titledItem(
  { title, path, part }: Titled,
  root: URL,
  parts: Record<Part, string>,
): HTMLLIElement {
  return item(title, new URL(path, root).href, parts[part]);
}

/** A place in the text, with the words around it and what was typed marked in them. */
export function foundItem({ title, href, part, excerpt }: Found): HTMLLIElement {
  const made = item(title, href, part);
  const around = paragraph('small excerpt', '');
  around.append(...markedText(excerpt));
  made.append(around);
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

/** The engine's HTML, of which only text and marks are taken over: nothing found can become markup. */
function markedText(html: string): (Text | HTMLElement)[] {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return [...body.childNodes].map((node) => {
    const text = document.createTextNode(node.textContent ?? '');
    if (node.nodeName !== 'MARK') return text;
    const mark = document.createElement('mark');
    mark.append(text);
    return mark;
  });
}
