// @ts-check
// House rule: imports run one way, pages → layouts, components → browser → domain. Reads every way to import:
// import, export … from, import(), import types and import.meta.glob().
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** What each part of src may import from src. @type {Record<string, string[]>} */
const MAY_IMPORT = {
  'content.config': ['domain'],
  domain: ['domain'],
  browser: ['browser', 'domain'],
  build: ['build'],
  components: ['components', 'browser', 'domain', 'styles'],
  layouts: ['layouts', 'components', 'browser', 'domain', 'styles'],
  pages: ['pages', 'layouts', 'components', 'browser', 'domain', 'styles'],
};

/** The domain's rules run anywhere, so they know neither the framework nor the machine. */
const NOT_IN_DOMAIN = /^(react|react-dom|react-hook-form|astro|@astrojs\/[^/]+)(\/|:|$)|^node:/;

/** @type {import('eslint').Rule.RuleModule} */
export const imports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      direction:
        'src/{{from}} may not import src/{{to}}. Imports run pages → layouts, components → browser → domain.',
      outside: 'src imports nothing from {{to}}.',
      library: 'src/domain is plain rules: it may not import "{{name}}".',
      unclear: 'Write the path of an import out, so that its direction can be seen.',
    },
  },
  create(context) {
    const file = context.physicalFilename;
    const from = partOf(file);
    if (from === undefined || !(from in MAY_IMPORT)) return {};

    /** @param {import('eslint').Rule.Node | import('estree').Node} node @param {unknown} specifier */
    function check(node, specifier) {
      if (typeof specifier !== 'string') return context.report({ node, messageId: 'unclear' });
      const path = specifier.replace(/\?.*$/, '').replace(/^!/, '');
      if (!/^\.{0,2}\//.test(path) && path !== '.' && path !== '..') {
        const isBuiltIn = builtinModules.includes(path.split('/')[0] ?? '');
        if (from === 'domain' && (NOT_IN_DOMAIN.test(path) || isBuiltIn)) {
          context.report({ node, messageId: 'library', data: { name: path } });
        }
        return;
      }
      const target = path.startsWith('/') ? join(dirname(SRC), path) : join(dirname(file), path);
      const to = partOf(target);
      if (to === undefined) {
        const folder = relative(dirname(SRC), target).split(sep)[0] ?? '';
        if (['tests', 'tools'].includes(folder))
          context.report({ node, messageId: 'outside', data: { to: folder } });
      } else if (!MAY_IMPORT[from ?? '']?.includes(to)) {
        context.report({ node, messageId: 'direction', data: { from: from ?? '', to } });
      }
    }

    /** @param {any} node a node with a `source` */
    const fromSource = (node) => node.source && check(node.source, textOf(node.source));
    return {
      ImportDeclaration: fromSource,
      ExportNamedDeclaration: fromSource,
      ExportAllDeclaration: fromSource,
      ImportExpression: fromSource,
      /** @param {any} node */
      TSImportType: (node) => fromSource(node),
      /** @param {any} node */
      'CallExpression[callee.property.name="glob"][callee.object.type="MetaProperty"]'(node) {
        const [patterns] = node.arguments;
        for (const pattern of patterns?.type === 'ArrayExpression' ? patterns.elements : [patterns]) {
          check(pattern ?? node, pattern && textOf(pattern));
        }
      },
    };
  },
};

/** First folder or file below src that a path lies in, without an ending; undefined when it is not in src. */
function partOf(/** @type {string} */ path) {
  const [first, ...rest] = relative(SRC, path).split(sep);
  if (first === undefined || first === '..' || first === '') return undefined;
  return rest.length > 0 ? first : first.replace(/\.[cm]?[jt]s$/, '');
}

/** The text of a literal or of a template without gaps. @param {any} node @returns {unknown} */
function textOf(node) {
  if (node.type === 'TSLiteralType') return textOf(node.literal);
  if (node.type === 'TemplateLiteral')
    return node.quasis.length === 1 ? node.quasis[0].value.cooked : undefined;
  return node.value;
}
