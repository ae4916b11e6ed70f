import { ASKERS, DEPTHS, type Asker, type Depth, type ThemedQuestion } from './bank';

/** What a person chose to see. A part that is left out does not narrow the list. */
export type Filter = { theme?: string; asker?: Asker; depth?: Depth; words?: string };

/** Most characters of typed words that count; the rest is cut. */
export const MOST_TYPED = 200;

/** Most parts of an address that are named as ignored, and how much of each: a person should be able to read them. */
const MOST_IGNORED = 10;
const MOST_OF_IGNORED = 60;

const FRAGMENT_KEYS: readonly string[] = ['theme', 'asker', 'depth', 'q'];

/**
 * Gives the questions that pass every part of the filter, in the order they came.
 *
 * - `theme`: those of the theme with that id.
 * - `asker`: those which that side may ask, so "mentor" gives what is for mentors and what is for either; "either"
 *   gives only what both may ask.
 * - `depth`: those of that depth.
 * - `words`: those where every typed word is part of the text or the follow-up, whatever its capitals and accents.
 */
export function filterQuestions<Q extends ThemedQuestion>(questions: readonly Q[], filter: Filter): Q[] {
  const typed = fold(tidy(filter.words ?? ''))
    .split(/\s+/)
    .filter((word) => word !== '');
  return questions.filter((question) => {
    if (filter.theme !== undefined && question.theme !== filter.theme) return false;
    if (filter.asker !== undefined && question.asker !== filter.asker && question.asker !== 'either')
      return false;
    if (filter.depth !== undefined && question.depth !== filter.depth) return false;
    if (typed.length === 0) return true;
    const text = foldedText(question);
    return typed.every((word) => text.includes(word));
  });
}

/**
 * Gives the filter as an address fragment without "#", such as `theme=focus&depth=candid&q=pace`. Parts that are not
 * set are left out; an empty filter gives an empty string. Words are trimmed and cut at {@link MOST_TYPED}.
 */
export function filterToFragment(filter: Filter): string {
  const parts = {
    theme: filter.theme,
    asker: filter.asker,
    depth: filter.depth,
    q: tidy(filter.words ?? ''),
  };
  const fragment = new URLSearchParams();
  for (const [key, value] of Object.entries(parts)) if (value) fragment.set(key, value);
  return fragment.toString();
}

/**
 * Reads an address fragment, with or without "#", as a filter. `themes` are the ids there are. Never throws.
 *
 * What is not understood is left out and named in `ignored`: an unknown key by its name; an unknown value, or a key
 * that was set before, as `key=value`. Each name has at most 60 characters, none stands twice, and there are at most
 * ten. A known key without a value counts as not set. Words are trimmed and cut at {@link MOST_TYPED}.
 */
export function fragmentToFilter(
  fragment: string,
  themes: readonly string[],
): { filter: Filter; ignored: string[] } {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const ignored = new Set<string>();
  const ignore = (name: string) => {
    if (ignored.size < MOST_IGNORED) ignored.add(shorten(name));
  };
  const first = <T extends string>(key: string, read: (value: string) => T | undefined): T | undefined => {
    let found: T | undefined;
    for (const value of parts.getAll(key).filter((one) => one.trim() !== '')) {
      const known = found === undefined ? read(value) : undefined;
      if (known === undefined) ignore(`${key}=${value}`);
      else found = known;
    }
    return found;
  };

  const theme = first('theme', (value) => themes.find((id) => id === value));
  const asker = first('asker', (value) => ASKERS.find((id) => id === value));
  const depth = first('depth', (value) => DEPTHS.find((id) => id === value));
  const words = first('q', tidy);
  for (const [key, value] of parts) if (!FRAGMENT_KEYS.includes(key)) ignore(key || `=${value}`);

  const filter: Filter = {
    ...(theme !== undefined && { theme }),
    ...(asker !== undefined && { asker }),
    ...(depth !== undefined && { depth }),
    ...(words !== undefined && { words }),
  };
  return { filter, ignored: [...ignored] };
}

/**
 * Draws one question: not the one with the id `except` when there is another, nothing when there are none. `random`
 * gives a number from 0 up to but not including 1, as `Math.random` does.
 */
export function drawQuestion<Q extends { readonly id: string }>(
  questions: readonly Q[],
  random: () => number,
  except?: string,
): Q | undefined {
  const others = questions.filter(({ id }) => id !== except);
  const pool = others.length > 0 ? others : questions;
  return pool[Math.floor(random() * pool.length)];
}

// Array.from counts whole characters: cutting half an emoji would not survive the way through an address.
function tidy(typed: string): string {
  return Array.from(typed.trim()).slice(0, MOST_TYPED).join('').trim();
}

function shorten(name: string): string {
  const characters = Array.from(name);
  return characters.length > MOST_OF_IGNORED ? `${characters.slice(0, MOST_OF_IGNORED - 1).join('')}…` : name;
}

/** What is searched in each question, which is one and the same at every key. */
const folded = new WeakMap<ThemedQuestion, string>();

// A word that is typed holds no line break, so that it is found in the one or in the other.
function foldedText(question: ThemedQuestion): string {
  const text = folded.get(question) ?? fold(`${question.text}\n${question.followUp}`);
  folded.set(question, text);
  return text;
}

// Keyboards type quotes straight; the bank has them curly.
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[”“]/g, '"');
}
