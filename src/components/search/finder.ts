import { startEngine, type Pagefind } from '../../browser/pagefind';
import type { searchText, WholeText } from '../../browser/search-engine';
import { loadTitles } from '../../browser/search-titles';
import { answers, countedPart, suggest, wordsOf } from '../../domain/search/suggest';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import { foundItem, list, paragraph, titledItem } from './items';
import type { FinderWords } from './words';

declare global {
  interface HTMLElementEventMap {
    /** What is searched for, after a pause in typing; empty when that is nothing. */
    searchfor: CustomEvent<string>;
    /** Whether anything was found. */
    searchdone: CustomEvent<boolean>;
  }
}

type Search = { readonly searchText: typeof searchText };
type Engine = Promise<readonly [Pagefind, Search]>;

/** Titles shown at most, and places in the text at first and with each "more". */
const MOST_TITLES = 6;
const FEW_PLACES = 4;
const MANY_PLACES = 8;

/** Pauses in typing after which the whole text is searched, and after which a screen reader is told. */
const PAUSE_MS = 150;
const SAY_MS = 800;

/** A field that searches. */
export interface SearchField {
  /** Holds the field and what is found, and the words of the interface; it is told of every search. */
  readonly box: HTMLElement;
  readonly input: HTMLInputElement;
  readonly found: HTMLElement;
  /** Whether results open below the field and close again, as they do in the header. */
  readonly opens: boolean;
  /** The site's root. */
  readonly root: URL;
  /** The file of titles, already on its way. */
  readonly titlesFile: Promise<Response>;
  /** Fetches what reads the engine's answers, when the first titles have been shown. */
  readonly loadSearch: () => Promise<Search>;
}

/** Makes a field search as one types: titles at once, places in the text as they arrive. */
export function attachFinder({ box, input, found, opens, root, titlesFile, loadSearch }: SearchField): void {
  const words = JSON.parse(box.dataset['words'] ?? '{}') as FinderWords;
  const byTitle = document.createElement('div');
  const inText = document.createElement('div');
  const status = paragraph('label', '');
  const said = paragraph('visually-hidden', '');
  said.setAttribute('role', 'status');
  found.replaceChildren(byTitle, status, inText);
  box.append(said);
  /** Counts the searches, so that a slow answer to an older one is not shown. */
  let newest = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let saying: ReturnType<typeof setTimeout> | undefined;

  input.addEventListener('input', () => void look());
  box.addEventListener('keydown', move);
  if (opens) {
    // So that a click between two results leaves the focus within, and the results open.
    found.tabIndex = -1;
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) found.hidden = true;
    });
    input.addEventListener('focus', () => (found.hidden = wordsOf(input.value).length === 0));
  }
  void loadTitles(root, titlesFile);
  void look();

  function tell<Name extends 'searchfor' | 'searchdone'>(
    name: Name,
    detail: HTMLElementEventMap[Name]['detail'],
  ): void {
    box.dispatchEvent(new CustomEvent(name, { detail }));
  }

  async function look(): Promise<void> {
    const search = ++newest;
    const typed = countedPart(input.value);
    clearTimeout(pause);
    clearTimeout(saying);
    said.textContent = '';
    found.hidden = wordsOf(typed).length === 0;
    if (found.hidden) {
      byTitle.replaceChildren();
      inText.replaceChildren();
      tell('searchfor', '');
      return;
    }
    const titles = suggest(await loadTitles(root), typed, MOST_TITLES);
    if (search !== newest) return;
    byTitle.replaceChildren();
    if (titles.length > 0) {
      byTitle.append(
        paragraph('label', words.titles),
        list(titles.map((titled) => titledItem(titled, root, words))),
      );
    }
    status.textContent = words.searching;
    // Begun before the pause and both at once: on a slow line that is two round trips less.
    const engine = Promise.all([startEngine(root), loadSearch()]);
    void engine.catch(() => undefined);
    pause = setTimeout(() => void lookInText(search, typed, titles.length, engine), PAUSE_MS);
  }

  async function lookInText(search: number, typed: string, titles: number, engine: Engine): Promise<void> {
    tell('searchfor', typed.trim());
    try {
      const [pagefind, { searchText }] = await engine;
      const whole = await searchText(pagefind, typed);
      const best = whole.count > 0 ? await whole.page(0) : undefined;
      if (search !== newest) return;
      const marked = best?.around.filter(({ marked }) => marked).map(({ text }) => text);
      const count = marked && answers(marked, typed) ? whole.count : 0;
      if (inText.contains(document.activeElement)) input.focus();
      inText.replaceChildren();
      const nothing = count === 0 && titles === 0;
      show(
        nothing
          ? fill(words.none, { words: typed.trim() })
          : count === 0
            ? words.noMore
            : counted(count, words.results),
        titles,
      );
      tell('searchdone', !nothing);
      await showPlaces(search, { ...whole, count }, 0);
    } catch {
      if (search === newest) show(words.failed, titles);
    }
  }

  /** Shows how it went at once, and says it once the typing has stopped. */
  function show(text: string, titles: number): void {
    status.textContent = text;
    saying = setTimeout(
      () => (said.textContent = titles > 0 ? `${words.titles}: ${titles}. ${text}` : text),
      SAY_MS,
    );
  }

  /** Shows some more places, in their order and each as soon as it is there. */
  async function showPlaces(search: number, whole: WholeText, from: number): Promise<void> {
    const to = Math.min(whole.count, from + (opens ? FEW_PLACES : MANY_PLACES));
    const coming = Array.from({ length: to - from }, (_, at) => whole.page(from + at));
    // One that cannot be had ends the list when its turn comes, and not before.
    void Promise.allSettled(coming);
    const places = inText.querySelector('ul') ?? list([]);
    if (to > from) inText.prepend(places);
    for (const place of coming) {
      const item = foundItem(await place, words);
      if (search !== newest) return;
      places.append(item);
    }
    if (to < whole.count) inText.append(moreButton(search, whole, to));
  }

  function moreButton(search: number, whole: WholeText, from: number): HTMLElement {
    const more = document.createElement('button');
    more.type = 'button';
    more.className = 'button plain';
    more.textContent = words.more;
    more.addEventListener('click', () => {
      void showPlaces(search, whole, from)
        .catch(() => (status.textContent = words.failed))
        .finally(() => {
          inText.querySelectorAll<HTMLElement>('li a')[from]?.focus();
          more.remove();
        });
    });
    return more;
  }

  /**
   * Arrows go through field and results; on the search page, Enter goes from the field to the first result. Escape
   * goes back to the field, and from there closes or empties it.
   */
  function move(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const stops = [input, ...found.querySelectorAll<HTMLElement>('a, button')];
    const at = Math.max(
      0,
      stops.findIndex((stop) => stop === document.activeElement),
    );
    const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !opens && at === 0);
    if (event.key === 'Escape') {
      event.preventDefault();
      if (document.activeElement !== input) input.focus();
      else if (opens && !found.hidden) found.hidden = true;
      else {
        input.value = '';
        void look();
      }
    } else if ((down || event.key === 'ArrowUp') && !found.hidden) {
      event.preventDefault();
      stops[at + (down ? 1 : -1)]?.focus();
    }
  }
}
