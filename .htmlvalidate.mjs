// @ts-check
// What html-validate asks of the built pages. Off is only what is a matter of style, or of the tools that write them.
import { defineConfig } from 'html-validate';

export default defineConfig({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  elements: [
    'html5',
    // Astro writes `<style>astro-island{display:contents}</style>` in front of the first island of a page.
    { style: { flow: true, metadata: true, attributes: {} } },
  ],
  rules: {
    // React's spelling, which HTML reads just the same: autoComplete="off", novalidate="", <input/>.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'void-style': 'off',
    // Spaces are left where Astro and the writers put them; compression sees to their size.
    'no-trailing-whitespace': 'off',
    // React's own ids begin with "_".
    'valid-id': ['error', { relaxed: true }],
    // Several boxes of one question bear its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // A sheet is kept as it is typed: there is nothing to send.
    'wcag/h32': 'off',
  },
});
