// @ts-check
// House rule: who switches a rule off says why: `// eslint-disable-next-line rule -- reason`.

/** @type {import('eslint').Rule.RuleModule} */
export const explained = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { reason: 'Say why after "--", in at least three words.' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*eslint-disable/.test(comment.value) || /\s--\s+\S+\s+\S+\s+\S+/.test(comment.value))
            continue;
          // Just before the line begins: else the comment would silence this as well.
          const line = comment.loc?.start.line ?? 1;
          context.report({
            loc: { start: { line, column: -1 }, end: { line, column: 0 } },
            messageId: 'reason',
          });
        }
      },
    };
  },
};
