/** Reading built pages with parse5, and changing them in place so that all other bytes stay as they are. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type Element = Tree.Element;

/** A parsed page. */
export interface Page {
  html: string;
  /** Every element in document order, those in a `<template>` or `<noscript>` included. */
  elements: Element[];
}

export function parsePage(html: string): Page {
  // Without scripting, what is in <noscript> is parsed too; with it, it would be one piece of text.
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const elements: Element[] = [];
  const visit = (parent: Tree.ParentNode): void => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node)) continue;
      elements.push(node);
      visit(node);
      if ('content' in node) visit(node.content);
    }
  };
  visit(document);
  return { html, elements };
}

/** An attribute's value as the browser reads it; undefined when the element does not have it. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The text in an element: a script's or a style's source, with line ends as the browser sees them. */
export function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** A part of a source: where it begins and what stands there. */
export interface Part {
  start: number;
  text: string;
}

/** What stands between an element's tags. */
export function innerSource(page: Page, element: Element): Part | undefined {
  const { startTag, endTag } = element.sourceCodeLocation ?? {};
  if (!startTag || !endTag) return undefined;
  return { start: startTag.endOffset, text: page.html.slice(startTag.endOffset, endTag.startOffset) };
}

/** An element's attributes as they are written: the value without its quotes, entities not decoded. */
export function attributeSources(page: Page, element: Element): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const [name, { startOffset, endOffset }] of Object.entries(element.sourceCodeLocation?.attrs ?? {})) {
    const source = page.html.slice(startOffset, endOffset);
    const [, before, , text] = /^([^=]*=\s*(["']?))([\s\S]*)\2$/.exec(source) ?? [];
    if (before !== undefined && text !== undefined)
      parts.set(name, { start: startOffset + before.length, text });
  }
  return parts;
}

/** A change of a text: what stood from `start` up to `end` becomes `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Applies changes that do not overlap; insertions at one place keep their order. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    result += source.slice(done, start) + text;
    done = end;
  }
  return result + source.slice(done);
}
