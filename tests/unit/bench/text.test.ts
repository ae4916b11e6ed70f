// The bare page that ours is measured beside says the same words and nothing else.
import { expect, it } from 'vitest';
import { barePage, blocksOf } from '../../bench/text.mjs';

const html = `<!doctype html><html><head><title>Fine &amp; well</title><style>p{color:red}</style></head>
<body><header><a href="/">Home</a></header>
<main><h1>Past <b>“fine”</b></h1><div class="x"><p>Ask   about <em>one</em> hour.</p>loose</div>
<ul><li>One</li><li>Two &lt; three</li></ul><div hidden><p>Not yet</p></div><svg><text>drawn</text></svg>
<form><label>Name <input></label></form></main><script>var a = 'code';</script></body></html>`;

it('finds every word that can be read, in order', () => {
  expect(blocksOf(html).map(({ tag, text }) => `${tag} ${text}`)).toEqual([
    'p Home',
    'h1 Past “fine”',
    'p Ask about one hour.',
    'p loose',
    'li One',
    'li Two < three',
    'p Name',
  ]);
});

it('leaves header and footer out when asked', () => {
  expect(blocksOf(html, { mainOnly: true })[0]).toEqual({ tag: 'h1', text: 'Past “fine”' });
});

it('makes a page without style, script or attributes', () => {
  const bare = barePage(html);
  expect(bare).toContain('<title>Fine &amp; well</title>');
  expect(bare).toContain('<ul>\n<li>One</li>\n<li>Two &lt; three</li>\n</ul>');
  expect(bare).not.toMatch(/<(style|script|link)|class=|drawn|Not yet/);
});
