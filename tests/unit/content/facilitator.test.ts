// What every page of the facilitator's guide must keep: length, plain reading, house style, sound plans and links.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { facilitatorSchema } from '../../../src/domain/facilitator/page';
import { roleCardsSchema } from '../../../src/domain/facilitator/role-cards';
import { unknownHandouts, type Session } from '../../../src/domain/facilitator/session-plan';
import { count, grade, prose, sentences, split, words } from './reading';

const content = fileURLToPath(new URL('../../../src/content/', import.meta.url));
const folder = join(content, 'facilitator');
const MOST_GRADE = 9;

const PAGES = [
  'your-part',
  'introduce',
  'launch',
  'past-fine',
  'mid-way',
  'remote-and-accessible',
  'in-trouble',
  'keep-it-light',
  'the-year',
];
/** Session plans, with their minutes. */
const SESSIONS: Record<string, number> = { launch: 60, 'past-fine': 45, 'mid-way': 30 };

/** What a plan's front matter says to the facilitator, block by block. */
const planned = ({ group, room, aims, before, handouts, materials, steps }: Session): string[] => [
  group,
  room,
  ...aims.map(({ text }) => text),
  ...before,
  ...materials,
  ...handouts.map(({ copies }) => copies),
  ...steps.flatMap(({ title, does, says, short }) => [title, does, ...says, ...(short ? [short.how] : [])]),
];
/** The same without headings and lists, whose short blocks would flatter the page. */
const spoken = ({ aims, steps }: Session): string[] => [
  ...aims.map(({ text }) => text),
  ...steps.flatMap(({ does, says }) => [does, ...says]),
];

const ids = (name: string, ending: string) =>
  readdirSync(join(content, name))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
const worksheets = ids('worksheets', '.yaml');

const pages = ids('facilitator', '.mdx')
  .map((id) => {
    const source = readFileSync(join(folder, `${id}.mdx`), 'utf8');
    const { matter, body } = split(`${id}.mdx`, source);
    const data = facilitatorSchema.parse(matter);
    const text = prose(body);
    return {
      id,
      source,
      body,
      data,
      blocks: [...(data.session ? planned(data.session) : []), ...text],
      running: [...(data.session ? spoken(data.session) : []), ...text],
    };
  })
  .sort((a, b) => a.data.order - b.data.order);

const known = new Set([
  '/cadence/',
  '/kit/',
  '/questions/',
  '/worksheets/',
  '/facilitate/role-cards/',
  ...pages.map(({ id }) => `/facilitate/${id}/`),
  ...ids('guide', '.mdx').map((id) => `/guide/${id}/`),
  ...worksheets.map((id) => `/worksheets/${id}/`),
]);

describe('the facilitator’s guide as a whole', () => {
  it('has its nine pages, in order', () => {
    expect(pages.map(({ id }) => id)).toEqual(PAGES);
    expect(pages.map(({ data }) => data.order)).toEqual(PAGES.map((_, at) => at + 1));
  });

  it('reads at the wanted grade, page by page', () => {
    const rows = pages.map(({ id, blocks, running }) => ({
      id,
      grade: grade(blocks),
      running: grade(running),
      words: count(blocks),
    }));
    const table = rows
      .map(
        (r) =>
          `${r.id.padEnd(22)} ${r.grade.toFixed(1).padStart(5)} ${r.running.toFixed(1).padStart(5)} ${String(r.words).padStart(5)} words`,
      )
      .join('\n');
    if (process.env.SHOW_GRADES) console.log(table);
    const hard = rows.filter((r) => !(r.grade <= MOST_GRADE && r.running <= MOST_GRADE)).map(({ id }) => id);
    expect(hard, `above grade ${MOST_GRADE} (page, page without lists):\n${table}`).toEqual([]);
  });

  it('bears no title that a page of the guide or a worksheet bears', () => {
    const others = ['guide', 'worksheets'].flatMap((name) =>
      readdirSync(join(content, name)).map(
        (file) => /^title: (.+)$/m.exec(readFileSync(join(content, name, file), 'utf8'))?.[1],
      ),
    );
    expect(pages.map(({ data }) => data.title).filter((title) => others.includes(title))).toEqual([]);
  });

  it('adds up in the year what the sessions take', () => {
    const sum = Object.values(SESSIONS).reduce((all, n) => all + n, 0);
    expect(pages.at(-1)!.body).toContain(`which makes ${sum}.`);
  });
});

describe.each(pages)('$id', ({ id, source, body, data, blocks }) => {
  it('is as long as a page should be', () => {
    // A table is read too, though it has no sentences to grade.
    const cells = (body.match(/^\|.*\|$/gm) ?? []).map((row) => row.replace(/\]\([^)]*\)/g, ']'));
    const n = count([...blocks, ...cells]);
    expect(n).toBeGreaterThanOrEqual(400);
    expect(n).toBeLessThanOrEqual(data.session ? 1400 : 800);
  });

  it('has headings of few words, and says it in short', () => {
    const headings = [...body.matchAll(/^## (.+)$/gm)].map((m) => m[1]!);
    expect(headings.length).toBeGreaterThanOrEqual(3);
    expect(headings.filter((h) => words(h).length > 5 || /introduction/i.test(h))).toEqual([]);
    expect(body).not.toMatch(/^(?:#|###+) /m);
    expect(sentences([data.inShort]).length).toBeGreaterThanOrEqual(2);
    expect(sentences([data.inShort]).length).toBeLessThanOrEqual(3);
  });

  it('keeps the house style', () => {
    expect(source).not.toMatch(/!(?!\[)/);
    expect(source).not.toMatch(/\u2014/);
    expect(
      source.replace(/[\u201c\u201d\u2018\u2019\u2013\u2026]/g, '').match(/[^\n\u0020-\u007e]/g) ?? [],
    ).toEqual([]);
    expect(
      blocks.filter((block) => /["']/.test(block)),
      'straight quotes',
    ).toEqual([]);
    expect(blocks.join('\n')).not.toMatch(/\b(?:program|practic(?:es|ed|ing))\b/i);
    expect(source).not.toMatch(/anything\s+else/i);
  });

  it('links only to what exists', () => {
    const links = [...body.matchAll(/\]\(([^)]*)\)/g)].map((m) => m[1]!);
    expect(links.filter((l) => !l.startsWith('https://') && !known.has(l.replace(/#.*$/, '')))).toEqual([]);
  });

  it('closes every component it opens, with blank lines inside', () => {
    for (const name of ['Sayings', 'FromArticle', 'Ours', 'ToSend']) {
      const open = [...body.matchAll(new RegExp(`<${name}[\\s>]`, 'g'))].length;
      expect([...body.matchAll(new RegExp(`</${name}>`, 'g'))].length, name).toBe(open);
    }
    expect(body.match(/<(?:FromArticle|Ours|Sayings|ToSend)(?:\s[^>]*)?>\n(?!\n)/g) ?? []).toEqual([]);
  });

  it('is a session plan of its minutes, or none', () => {
    expect(data.session?.minutes).toBe(SESSIONS[id]);
    if (!data.session) return;
    const { steps } = data.session;
    expect(unknownHandouts(data.session, worksheets)).toEqual([]);
    // Everything the facilitator says can be said in one breath or two.
    for (const says of steps.flatMap((step) => step.says)) {
      expect(says).toMatch(/^“.*”$/s);
      expect(words(says).length, says).toBeLessThanOrEqual(45);
    }
    // A session that starts late can lose a fifth of its time.
    const spare = steps.reduce((sum, { short }) => sum + (short?.saves ?? 0), 0);
    expect(spare).toBeGreaterThanOrEqual(data.session.minutes / 5);
  });
});

describe('the role cards', () => {
  const { scenes } = roleCardsSchema.parse(parse(readFileSync(join(folder, 'role-cards.yaml'), 'utf8')));
  const cards = scenes.flatMap((scene) => scene.cards);

  it('are two to a scene, short enough for a card, and read as plainly as the pages', () => {
    expect(scenes.length).toBeGreaterThanOrEqual(2);
    for (const { who, you, play } of cards) expect(count([who, you, play]), who).toBeLessThanOrEqual(85);
    expect(grade(cards.flatMap(({ you, play }) => [you, play]))).toBeLessThanOrEqual(MOST_GRADE);
  });

  it('stop the build when a scene lacks a side', () => {
    const broken = { scenes: [{ ...scenes[0]!, cards: [cards[0]!, cards[0]!] }] };
    expect(roleCardsSchema.safeParse(broken).error?.issues[0]?.message).toBe(
      'needs one card for the mentor and one for the mentee',
    );
  });
});
