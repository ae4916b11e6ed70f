// What every page of the guide must keep: shape, length, plain reading, house style, and words of its own.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import article from './article-shingles.json' with { type: 'json' };
import { count, grade, prose, sentences, split, tag, words } from './reading';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const content = join(root, 'src/content');
const folder = join(content, 'guide');

const GUIDE = [
  'why-check-in',
  'start',
  'the-half-hour',
  'past-fine',
  'how-often',
  'levels',
  'safe-to-speak-up',
  'afterwards',
];
const BESIDE = ['on-one-page', 'evidence', 'questions-people-ask', 'about', 'run-your-own'];
const MOST_GRADE = 8;

// Pages that may say "anything else", and why.
const ANYTHING_ELSE: Record<string, string> = {
  'past-fine': 'advises against it',
  evidence: 'reports the study that compared the two words',
};

type Frame = { apart: number; mentor?: number; mentee?: number; says: string };
type Matter = {
  title: string;
  order: number;
  part: 'guide' | 'beside';
  description: string;
  inShort?: string;
  plate?: { alt: string; frames: Frame[] };
  tryNext?: { worksheet?: string; page?: string; why: string };
};

// ---- reading the pages ------------------------------------------------------------------------------------------

const files = readdirSync(folder).filter((f) => f.endsWith('.mdx'));
const pages = files.map((file) => {
  const source = readFileSync(join(folder, file), 'utf8');
  const { matter: frontMatter, body } = split(file, source);
  const matter = frontMatter as Matter;
  const narration = body.replace(/<Talk[\s\S]*?<\/Talk>/g, '\n\n'); // worked talks are short-spoken and would flatter the page
  return {
    id: file.replace(/\.mdx$/, ''),
    file,
    source,
    matter,
    body,
    blocks: prose(body),
    narration: prose(narration),
  };
});
const guide = pages.filter((p) => p.matter.part === 'guide');

const worksheetFolder = join(content, 'worksheets');
const onDisk = existsSync(worksheetFolder)
  ? readdirSync(worksheetFolder)
      .filter((f) => /\.ya?ml$/.test(f))
      .map((f) => f.replace(/\.ya?ml$/, ''))
  : [];
const worksheets = onDisk.length ? onDisk : ['before-we-talk'];
const known = new Set([
  '/cadence/',
  '/kit/',
  '/kit/look-back/',
  '/open/',
  '/questions/',
  ...pages.map((p) => `/guide/${p.id}/`),
  ...worksheets.map((w) => `/worksheets/${w}/`),
]);

// ---- the pages --------------------------------------------------------------------------------------------------

describe('the guide as a whole', () => {
  it('has its thirteen pages, the guide in reading order', () => {
    expect(guide.sort((a, b) => a.matter.order - b.matter.order).map((p) => p.id)).toEqual(GUIDE);
    expect(guide.map((p) => p.matter.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const beside = pages
      .filter((p) => p.matter.part === 'beside')
      .sort((a, b) => a.matter.order - b.matter.order);
    expect(beside.map((p) => p.id)).toEqual(BESIDE);
    expect(beside.map((p) => p.matter.order)).toEqual([101, 102, 103, 104, 105]);
  });

  it('reads at the wanted grade, page by page, with the worked talks and without', () => {
    const rows = pages.map((p) => ({
      id: p.id,
      page: grade(p.blocks),
      narration: grade(p.narration),
      words: count(p.blocks),
    }));
    const table = rows
      .map(
        (r) =>
          `${r.id.padEnd(22)} ${r.page.toFixed(1).padStart(5)} ${r.narration.toFixed(1).padStart(5)} ${String(r.words).padStart(5)} words`,
      )
      .join('\n');
    if (process.env.SHOW_GRADES) console.log(table);
    const hard = rows.filter((r) => !(r.page <= MOST_GRADE && r.narration <= MOST_GRADE)).map((r) => r.id);
    expect(hard, `above grade ${MOST_GRADE} (page, page without talks):\n${table}`).toEqual([]);
  });

  it('draws a plate of its own for each page', () => {
    const drawings = guide.map((p) =>
      JSON.stringify(
        p.matter.plate?.frames.map(({ apart, mentor, mentee }) => [apart, mentor ?? 1, mentee ?? 1]),
      ),
    );
    expect(new Set(drawings).size).toBe(guide.length);
  });

  it('lets no person’s worked talk stand on two pages word for word', () => {
    const seen = new Map<string, string>();
    for (const p of pages)
      for (const line of tag(p.body, 'Says')
        .map((s) => s.trim())
        .filter((s) => words(s).length > 4)) {
        expect(seen.get(line), `“${line}” on ${p.id}`).toBeUndefined();
        seen.set(line, p.id);
      }
  });
});

describe.each(pages)('$file', ({ id, source, matter, body, blocks }) => {
  it('has sound front matter', () => {
    expect(matter.title).toMatch(/\S/);
    expect(Number.isInteger(matter.order)).toBe(true);
    expect(['guide', 'beside']).toContain(matter.part);
    expect(matter.description.length, matter.description).toBeLessThanOrEqual(155);
    expect(
      Object.keys(matter).filter(
        (k) =>
          !['title', 'order', 'part', 'description', 'inShort', 'plate', 'tryNext', 'onePage'].includes(k),
      ),
    ).toEqual([]);
  });

  it('keeps the house style', () => {
    const shown = `${JSON.stringify(matter)}\n${blocks.join('\n')}`;
    expect(source).not.toMatch(/!(?!\[)/);
    expect(source).not.toMatch(/\u2014/);
    expect(
      source.replace(/[\u201c\u201d\u2018\u2019\u2013\u2026]/g, '').match(/[^\n\u0020-\u007e]/g) ?? [],
    ).toEqual([]);
    expect(
      blocks.filter((b) => /["']/.test(b)),
      'straight quotes',
    ).toEqual([]);
    expect(shown).not.toMatch(/\b(?:program|practic(?:es|ed|ing))\b/i);
    if (!(id in ANYTHING_ELSE)) expect(source).not.toMatch(/anything\s+else/i);
  });

  it('links only to what exists', () => {
    const links = [...body.matchAll(/\]\(([^)]*)\)/g)].map((m) => m[1]!);
    expect(links.filter((l) => !l.startsWith('https://') && !known.has(l.replace(/#.*$/, '')))).toEqual([]);
  });

  it('closes every component it opens, with blank lines inside', () => {
    for (const name of [
      'Asides',
      'ForMentor',
      'ForMentee',
      'Talk',
      'Says',
      'Sayings',
      'FromArticle',
      'Ours',
      'ToSend',
    ]) {
      const open = [...body.matchAll(new RegExp(`<${name}[\\s>]`, 'g'))].length;
      expect([...body.matchAll(new RegExp(`</${name}>`, 'g'))].length, name).toBe(open);
    }
    expect(body).not.toMatch(/^import /m);
    expect(
      body.match(/<(?:Says|FromArticle|Ours|ForMentor|ForMentee|Sayings|ToSend)(?:\s[^>]*)?>\n(?!\n)/g) ?? [],
    ).toEqual([]);
  });
});

describe.each(guide)('guide page $id', ({ matter, body, blocks }) => {
  it('is 350 to 700 words long', () => {
    const n = count(blocks);
    expect(n).toBeGreaterThanOrEqual(350);
    expect(n).toBeLessThanOrEqual(700);
  });

  it('has four to six short headings, none an introduction', () => {
    const headings = [...body.matchAll(/^## (.+)$/gm)].map((m) => m[1]!);
    expect(headings.length).toBeGreaterThanOrEqual(4);
    expect(headings.length).toBeLessThanOrEqual(6);
    expect(headings.filter((h) => words(h).length > 4 || /introduction/i.test(h))).toEqual([]);
    expect(body).not.toMatch(/^(?:#|###+) /m);
  });

  it('speaks once to each side, and shows a talk', () => {
    expect(tag(body, 'Asides')).toHaveLength(1);
    for (const side of ['ForMentor', 'ForMentee']) {
      const asides = tag(body, side);
      expect(asides).toHaveLength(1);
      expect(words(asides[0]!).length, side).toBeGreaterThanOrEqual(30);
      expect(words(asides[0]!).length, side).toBeLessThanOrEqual(60);
    }
    const talks = [...body.matchAll(/<Talk setting="[^"]+">([\s\S]*?)<\/Talk>/g)];
    expect(talks.length).toBeGreaterThanOrEqual(1);
    for (const talk of talks) {
      const sides = [...talk[1]!.matchAll(/<Says who="([^"]*)" name="([^"]+)">/g)].map((m) => m[1]);
      expect(new Set(sides)).toEqual(new Set(['mentor', 'mentee']));
    }
  });

  it('carries something of the article, marked', () => {
    expect(tag(body, 'FromArticle').length).toBeGreaterThanOrEqual(1);
  });

  it('has its short form, its plate and its next step', () => {
    expect(matter.inShort).toMatch(/\S/);
    expect(sentences([matter.inShort!]).length).toBeGreaterThanOrEqual(2);
    expect(sentences([matter.inShort!]).length).toBeLessThanOrEqual(3);
    const frames = matter.plate!.frames;
    expect(matter.plate!.alt).toMatch(/\S/);
    expect(frames.length).toBeGreaterThanOrEqual(2);
    expect(frames.length).toBeLessThanOrEqual(4);
    for (const f of frames) {
      expect(f.apart).toBeGreaterThanOrEqual(0);
      expect(f.apart).toBeLessThanOrEqual(1.6);
      for (const size of [f.mentor ?? 1, f.mentee ?? 1]) {
        expect(size).toBeGreaterThanOrEqual(0.4);
        expect(size).toBeLessThanOrEqual(1);
      }
      expect(words(f.says).length, f.says).toBeLessThanOrEqual(4);
    }
    const { worksheet, page, why } = matter.tryNext!;
    expect(why).toMatch(/\S/);
    expect([worksheet, page].filter(Boolean)).toHaveLength(1);
    expect([...known]).toContain(worksheet ? `/worksheets/${worksheet}/` : `/${page}/`);
  });
});

// ---- words of our own -------------------------------------------------------------------------------------------

// The author's titles, and his list of levels, are names: they may stand word for word.
const NAMES = [
  'The Trust Factor: Advanced Leadership for Professionals',
  'Understanding E-Body Language: Building Trust Online',
  'Leading with Trust is Like Sailing Downwind',
  'Trust in Transition: Navigating Organizational Change',
  'Mastering Mentoring 7 How Are We Doing',
  'skills, styles, insights, emotional intelligence, leadership, team building, personal development',
];

const tokens = (text: string) =>
  [
    ...text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .matchAll(/[a-z0-9]+(?:'[a-z]+)?/g),
  ].map((m) => m[0]);
const shingle = (run: string[]) => createHash('sha256').update(run.join(' ')).digest('hex').slice(0, 8);

/** Every run of `size` or more words of `text` whose windows are all in `hashes`, as the words themselves. */
function shared(text: string, hashes: Set<string>, size: number): string[] {
  const all = tokens(NAMES.reduce((t, n) => t.replaceAll(n, ' \u2023 '), text));
  const found: string[] = [];
  for (let i = 0; i + size <= all.length;) {
    let n = 0;
    while (i + n + size <= all.length && hashes.has(shingle(all.slice(i + n, i + n + size)))) n++;
    if (n) found.push(all.slice(i, i + n + size - 1).join(' '));
    i += n ? n + size - 1 : 1;
  }
  return found;
}

function textFiles(path: string): string[] {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .filter((f) => !f.startsWith('.'))
      .flatMap((f) => textFiles(join(path, f)));
  return ['.md', '.mdx', '.yaml', '.yml', '.json', '.txt'].includes(extname(path)) ? [path] : [];
}

describe('words of our own', () => {
  const hashes = new Set(article.shingles);

  it('the finder finds a run it should find, across lines, capitals and kinds of apostrophe', () => {
    const own = 'The heron doesn’t mind whose pond it is standing in';
    const windows = tokens(own);
    const ownHashes = new Set(windows.slice(0, -5).map((_, i) => shingle(windows.slice(i, i + 6))));
    expect(
      shared(`Before it.\n${own.toUpperCase().replace(' MIND ', '\nmind\n')}. After it.`, ownHashes, 6),
    ).toEqual([windows.join(' ')]);
    expect(shared("that the heron doesn't mind whose pond", ownHashes, 6)).toEqual([
      "the heron doesn't mind whose pond",
    ]);
    expect(shared('the heron doesn’t mind whose lake it is', ownHashes, 6)).toEqual([]);
    expect(shared(`a line with ${NAMES[2]} in it`, ownHashes, 6)).toEqual([]);
  });

  it('the hashes of the article are there, well formed', () => {
    expect(article.words).toBe(6);
    expect(article.shingles.length).toBeGreaterThan(400);
    expect(article.shingles.filter((h) => !/^[0-9a-f]{8}$/.test(h))).toEqual([]);
    expect(article.shingles).toEqual([...new Set(article.shingles)].sort());
    // A pinned hash: if the way of hashing here ever changes, the list above is worthless, and this tells.
    expect(shingle(tokens('Mastering Mentoring seven is not here'))).toBe('88e8f7e4');
  });

  it('no six words in a row are the article’s', () => {
    const hits = textFiles(content).flatMap((file) =>
      shared(readFileSync(file, 'utf8'), hashes, article.words).map(
        (run) => `${relative(root, file)}: “${run}”`,
      ),
    );
    expect(hits).toEqual([]);
  });
});
