// What the question bank must keep: enough of every kind, house style, and no question twice.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  DEPTHS,
  LEVELS,
  questionsOf,
  themeSchema,
  type ThemedQuestion,
} from '../../../src/domain/questions/bank';
import { likeness, REWORDING } from '../../../src/domain/questions/likeness';

const folder = fileURLToPath(new URL('../../../src/content/questions/', import.meta.url));

const THEMES = ['focus', 'support', 'resources'];
const LEAST_IN_A_THEME = 28;
const LEAST_OF_A_DEPTH = 8;
const LEAST_OF_A_SIDE = 6;
const LEAST_OF_A_LEVEL = 6;

const LONGEST = 22;
const SHORT = 15;
const MOST_WITH_ONE_START = 1 / 6;

const AMERICAN =
  /\b(?:\w+iz(?:e[sd]?|ing|ations?)|colors?|favors?|favorites?|behaviors?|centers?|programs?|gotten|mom)\b/i;
const JARGON =
  /\b(?:leverag\w*|synerg\w*|bandwidth|align\w*|stakeholders?|deliverables?|kpis?|okrs?|takeaways?|learnings|touch base|circle back|deep dive|growth mindset|value[- ]add\w*|actionable|impactful|low-hanging|pain points?|onboarding|skill ?sets?)\b/i;
const YES_OR_NO =
  /^(?:am|are|can|could|did|do|does|has|have|is|may|might|must|shall|should|was|were|will|would)\b/i;
const SECOND_QUESTION = /\b(?:and|or|but),? (?:what|which|who|whose|whom|how|when|where|why)\b/i;

const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const themes = files.map((name) => ({
  id: name.replace(/\.yaml$/, ''),
  data: themeSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))),
}));
const bank = questionsOf(themes);
const lines = bank.flatMap(({ id, text, followUp }) => [
  { id, line: text },
  { id: `${id}, follow-up`, line: followUp },
]);

const countWords = (text: string) => text.split(/\s+/).length;
const linesWith = (pattern: RegExp) => lines.filter(({ line }) => pattern.test(line));
const ofTheme = (theme: string) => bank.filter((question) => question.theme === theme);

describe('there is a question for every occasion', () => {
  it('asks about focus, support and resources', () => {
    expect(themes.map(({ id }) => id)).toEqual(expect.arrayContaining(THEMES));
  });

  it.each(THEMES)('has enough to choose from in %s', (theme) => {
    expect(ofTheme(theme).length).toBeGreaterThanOrEqual(LEAST_IN_A_THEME);
  });

  it.each(THEMES.flatMap((theme) => DEPTHS.map((depth) => ({ theme, depth }))))(
    'has enough $depth questions in $theme',
    ({ theme, depth }) => {
      const found = ofTheme(theme).filter((question) => question.depth === depth);
      expect(found.length).toBeGreaterThanOrEqual(LEAST_OF_A_DEPTH);
    },
  );

  it.each(THEMES.flatMap((theme) => ['mentor', 'mentee'].map((side) => ({ theme, side }))))(
    'has enough in $theme that only a $side would ask',
    ({ theme, side }) => {
      const found = ofTheme(theme).filter((question) => question.asker === side);
      expect(found.length).toBeGreaterThanOrEqual(LEAST_OF_A_SIDE);
    },
  );

  it.each(LEVELS)('touches %s often enough', (level) => {
    const found = bank.filter((question) => question.levels.includes(level));
    expect(found.length).toBeGreaterThanOrEqual(LEAST_OF_A_LEVEL);
  });

  it.each(THEMES)('names every question in %s after its theme', (theme) => {
    expect(ofTheme(theme).filter(({ id }) => !id.startsWith(`${theme}-`))).toEqual([]);
  });
});

describe('every question can be said across a table', () => {
  it('is one question, with its mark at the end', () => {
    expect(lines.filter(({ line }) => !/^[^?]+\?$/.test(line))).toEqual([]);
    expect(linesWith(SECOND_QUESTION)).toEqual([]);
  });

  it('cannot be answered with yes or no', () => {
    expect(linesWith(YES_OR_NO)).toEqual([]);
  });

  it('is short', () => {
    expect(lines.filter(({ line }) => countWords(line) >= LONGEST)).toEqual([]);
    const short = bank.filter(({ text }) => countWords(text) < SHORT);
    expect(short.length).toBeGreaterThan(bank.length / 2);
  });

  it('has a follow-up that is no longer than a short question', () => {
    expect(bank.filter(({ followUp }) => countWords(followUp) >= SHORT)).toEqual([]);
  });

  it('does not sound like the one before: few begin with the same two words', () => {
    const starts = Map.groupBy(bank, ({ text }) => text.toLowerCase().split(/\s+/).slice(0, 2).join(' '));
    const common = [...starts].filter(([, found]) => found.length > bank.length * MOST_WITH_ONE_START);
    expect(common.map(([start]) => start)).toEqual([]);
  });
});

describe('the words keep the house style', () => {
  it('asks for something else, never for anything else', () => {
    expect(linesWith(/\banything else\b/i)).toEqual([]);
  });

  it('curls its quotes, and has no exclamation marks and no dashes between words', () => {
    expect(linesWith(/['"!–—]| - /)).toEqual([]);
  });

  it('is spelt as in Britain', () => {
    expect(linesWith(AMERICAN)).toEqual([]);
  });

  it('has no jargon', () => {
    expect(linesWith(JARGON)).toEqual([]);
  });

  it('introduces each theme in one or two sentences of the same style', () => {
    for (const { data } of themes) {
      expect(data.about.match(/[.?](?:\s|$)/g)?.length, data.title).toBeLessThanOrEqual(2);
      expect(data.about, data.title).not.toMatch(/['"!–—]/);
      expect(data.about, data.title).not.toMatch(JARGON);
    }
  });
});

describe('nobody meets the same question twice', () => {
  it('has no two questions that are rewordings of one another', () => {
    const alike = pairs(bank)
      .map(([a, b]) => ({ pair: [a.id, b.id], likeness: likeness(a.text, b.text) }))
      .filter((pair) => pair.likeness >= REWORDING);
    expect(alike).toEqual([]);
  });

  it('has no follow-up twice', () => {
    const repeated = pairs(bank).filter(([a, b]) => a.followUp === b.followUp);
    expect(repeated.map(([a, b]) => [a.id, b.id])).toEqual([]);
  });

  it('never follows a question up with nearly the same question', () => {
    const echoes = bank.filter(({ text, followUp }) => likeness(text, followUp) >= REWORDING);
    expect(echoes.map(({ id }) => id)).toEqual([]);
  });
});

function pairs(questions: readonly ThemedQuestion[]): [ThemedQuestion, ThemedQuestion][] {
  return questions.flatMap((a, at) =>
    questions.slice(at + 1).map((b): [ThemedQuestion, ThemedQuestion] => [a, b]),
  );
}
