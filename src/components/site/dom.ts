// What pages without a framework do to the HTML that is there already.

/** An element the page must have; its absence is a mistake in the page and not in what a person did. */
export function need<E extends Element = HTMLElement>(
  within: ParentNode,
  selector: string,
  kind: new () => E = HTMLElement as unknown as new () => E,
): E {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Changes only what differs: a screen reader may say again what is written again, and layout costs time. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

export function setHidden(element: HTMLElement, isHidden: boolean): void {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/** Writes a text and shows its element, or hides it when there is none. */
export function setOptional(element: HTMLElement, text: string | undefined): void {
  setText(element, text ?? '');
  setHidden(element, text === undefined || text === '');
}

export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** A new element with attributes and what stands in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}
