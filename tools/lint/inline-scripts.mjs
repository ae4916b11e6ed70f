// @ts-check
// House rule: a script written into the page itself (`is:inline`) reaches the machine past src/browser. Only
// src/components/site may have one, and a comment says why: before it, at its head, or in the frontmatter with the
// word "inline" in it.
import astroPlugin from 'eslint-plugin-astro';

/** @type {import('eslint').Rule.RuleModule} */
export const inlineScripts = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      place:
        'Inline scripts stand in src/components/site only; elsewhere use a bundled <script> and src/browser.',
      reason: 'Explain in a comment why this script must be inline.',
    },
  },
  create(context) {
    return {
      /** @param {any} node */
      JSXElement(node) {
        const { name, attributes } = node.openingElement;
        if (name.name !== 'script' || !isInline(context.sourceCode.getText(node.openingElement))) return;
        const type = attributes.find((/** @type {any} */ attribute) => attribute.name?.name === 'type')?.value
          ?.value;
        if (/json|importmap|speculationrules/.test(type ?? '')) return;
        if (!/[\\/]src[\\/]components[\\/]site[\\/]/.test(context.physicalFilename)) {
          return context.report({ node: node.openingElement, messageId: 'place' });
        }
        const before = context.sourceCode.text.slice(0, node.range[0]).trimEnd();
        const head = (node.children[0]?.value ?? '').trimStart();
        const isExplained =
          /(-->|\*\/\s*\})$/.test(before) ||
          /^(\/\/|\/\*)/.test(head) ||
          context.sourceCode.getAllComments().some(({ value }) => /\binline\b/i.test(value));
        if (!isExplained) context.report({ node: node.openingElement, messageId: 'reason' });
      },
    };
  },
};

/** Whether Astro leaves a script tag as it stands. @param {string} tag */
const isInline = (tag) => /\s(is:inline|define:vars|set:html)\b/.test(tag);

const scripts = /** @type {import('eslint').Linter.Processor} */ (astroPlugin.processors['client-side-ts']);

/**
 * The Astro plugin's processor, which lints the scripts of a component as files within it. An inline one is called
 * "inline-….ts", so that settings can tell the two kinds apart.
 * @type {import('eslint').Linter.Processor}
 */
export const astroScripts = {
  ...scripts,
  meta: { name: 'house/astro-scripts' },
  preprocess(text, filename) {
    const tags = text.matchAll(/(<script\b[^>]*)>([\s\S]*?)<\/script>/g);
    return (scripts.preprocess?.(text, filename) ?? []).map((block) => {
      if (typeof block === 'string') return block;
      const head = block.text.split('\n').find((line) => line.trim()) ?? '';
      // The plugin puts a comment before a script with define:vars, which Astro leaves inline.
      let inline = head === '/* global';
      for (const [, tag = '', body = ''] of inline ? [] : tags) {
        if (!body.includes(head)) continue;
        inline = isInline(tag);
        break;
      }
      return inline ? { ...block, filename: `inline-${block.filename}` } : block;
    });
  },
};
