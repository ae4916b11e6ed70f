/**
 * A typeface that is on its way costs the first layout some milliseconds for each size and weight of it, and a slow
 * phone a tenth of its first paint or more. This step moves the faces of a page into a style of their own, which waits for
 * that paint where a visit begins. On every other page of the visit they are at hand and stand from the start, so that
 * the letters do not change before one's eyes. Without script they stand from the start everywhere.
 */
import type { AstroIntegration } from 'astro';
import { applyEdits, attribute, innerSource, parsePage, type Edit } from './markup.ts';
import { changePages } from './output.ts';

/**
 * Stands right after the style. A browser that cannot tell where a visit begins is not made to wait, nor a page that
 * nobody sees yet. The last line is for a page that is never painted.
 */
export const lateFacesScript =
  "if(self.navigation&&navigation.entries().length==1&&document.visibilityState=='visible'&&" +
  "performance.getEntriesByType('navigation')[0]?.type=='navigate'){" +
  'const faces=document.currentScript.previousElementSibling,show=()=>{faces.media="all"};' +
  'faces.media="not all";' +
  'new PerformanceObserver((seen)=>{if(seen.getEntriesByName("first-contentful-paint")[0])show()})' +
  '.observe({type:"paint",buffered:true});' +
  'setTimeout(show,3000)}';

/** The integration. Register it before the security policy, and after the portable links, which empty the lost page. */
export function lateFaces(): AstroIntegration {
  return {
    name: 'late-faces',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await changePages(dir, withLateFaces);
        logger.info(`${pages} pages paint before their typefaces come`);
      },
    },
  };
}

/**
 * Moves every `@font-face` that fetches a file to the end of the head; those that name a face at hand stay. A page
 * without any to move comes back unchanged.
 */
export function withLateFaces(html: string): string {
  const page = parsePage(html);
  const rules: string[] = [];
  const edits: Edit[] = [];
  for (const element of page.elements) {
    if (element.tagName !== 'style' || attribute(element, 'data-faces') !== undefined) continue;
    const inner = innerSource(page, element);
    if (!inner) continue;
    for (const { 0: rule, index } of inner.text.matchAll(/@font-face\s*\{[^}]*\burl\([^}]*\}/g)) {
      const start = inner.start + index;
      edits.push({ start, end: start + rule.length, text: '' });
      rules.push(rule);
    }
  }
  const end = page.elements.find(({ tagName }) => tagName === 'head')?.sourceCodeLocation?.endTag
    ?.startOffset;
  if (rules.length === 0 || end === undefined) return html;
  const text = `<style data-faces>${rules.join('')}</style><script>${lateFacesScript}</script>`;
  return applyEdits(html, [...edits, { start: end, end, text }]);
}
