// @ts-check
// House rule: every word a person reads comes from src/content, none stands in a component.

/** Attributes and props whose text is read or heard. */
const READ = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'description',
  'heading',
  'hint',
  'label',
  'placeholder',
  'summary',
  'text',
  'title',
]);

/** @type {import('eslint').Rule.RuleModule} */
export const words = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { words: '"{{text}}" is for people to read: put it in src/content/ and pass it in.' },
  },
  create(context) {
    /** @param {any} node @param {string} text */
    function check(node, text) {
      const plain = text.replace(/&[a-z]+;|&#\w+;/gi, '').trim();
      if (!/\p{L}.*\p{L}/su.test(plain)) return;
      context.report({ node, messageId: 'words', data: { text: plain.replace(/\s+/g, ' ').slice(0, 60) } });
    }
    return {
      /** @param {any} node */
      JSXText(node) {
        check(node, node.value);
      },
      /** @param {any} node */
      JSXAttribute(node) {
        if (!READ.has(nameOf(node.name)) || !node.value) return;
        for (const { at, text } of textsOf(node.value)) check(at, text);
      },
      /** @param {any} node what stands between two tags in braces */
      ':matches(JSXElement, JSXFragment) > JSXExpressionContainer'(node) {
        for (const { at, text } of textsOf(node)) check(at, text);
      },
    };
  },
};

/** @param {any} name */
const nameOf = (name) =>
  name.type === 'JSXNamespacedName' ? `${name.namespace.name}:${name.name.name}` : name.name;

/**
 * Texts that an expression may come out as.
 * @param {any} node
 * @returns {{ at: any, text: string }[]}
 */
function textsOf(node) {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ at: node, text: node.value }] : [];
    case 'TemplateLiteral':
      return node.quasis.map((/** @type {any} */ quasi) => ({ at: quasi, text: quasi.value.raw }));
    case 'JSXExpressionContainer':
      return textsOf(node.expression);
    case 'ConditionalExpression':
      return [...textsOf(node.consequent), ...textsOf(node.alternate)];
    case 'LogicalExpression':
      return [...textsOf(node.left), ...textsOf(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...textsOf(node.left), ...textsOf(node.right)] : [];
    default:
      return [];
  }
}
