import { goTo, siteRoot } from '../../browser/address';
import { loadTitles, searchText, type Found, type WholeText } from '../../browser/search-engine';
import { MOST_TYPED, suggest, wordsOf, type Titled } from '../../domain/search/suggest';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';
import { foundItem, list, paragraph, titledItem } from './items';

type Words = Interface['search'];

/** A search field and where it shows what it finds. */
export interface Finder {
  /** Holds field and results, and the words of the interface. */
  readonly box: HTMLElement;
  readonly input: HTMLInputElement;
  readonly found: HTMLElement;
  /** Where Enter leads from a field in the header; left out on the search page itself. */
  readonly page?: string;
  /** Told of every search, with the words or nothing. */
  readonly searched?: (typed: string, found: boolean) => void;
}

/** Titles shown at most, and places in the text at first and with each "more". */
const MOST_TITLES = 6;
const FEW_PLACES = 4;
const MANY_PLACES = 8;

/** A pause in typing after which the whole text is searched. */
const PAUSE_MS = 150;

/** Makes a field search as one types: titles at once, places in the text as they arrive. */
export function attachFinder(finder: Finder): void {
  const { box, input, found, page, searched } = finder;
  const words = JSON.parse(box.dataset['words'] ?? '{}') as Words;
  const titlesPart = document.createElement('div');
  const textPart = document.createElement('div');
  const status = paragraph('status', '');
  status.setAttribute('role', 'status');
  found.replaceChildren(titlesPart, status, textPart);
  /** Counts the searches, so that a slow answer to an older one is not shown. */
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  input.addEventListener('input', () => void look());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && page && wordsOf(input.value).length > 0) {
      goTo(page, `q=${encodeURIComponent(input.value.slice(0, MOST_TYPED))}`);
    }
  });
  box.addEventListener('keydown', move);
  if (page) {
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) found.hidden = true;
    });
    input.addEventListener('focus', () => (found.hidden = wordsOf(input.value).length === 0));
  }
  void loadTitles();
  void look();

  async function look(): Promise<void> {
    const search = ++newest;
    const typed = input.value.slice(0, MOST_TYPED);
    clearTimeout(timer);
    found.hidden = wordsOf(typed).length === 0;
    if (found.hidden) {
      searched?.('', false);
      return;
    }
    const titles = suggest(await loadTitles(), typed, MOST_TITLES);
    if (search !== newest) return;
    showTitles(titles);
    status.textContent = words.searching;
    timer = setTimeout(() => void lookInText(search, typed, titles.length), PAUSE_MS);
  }

  async function lookInText(search: number, typed: string, titles: number): Promise<void> {
    try {
      const whole = await searchText(typed);
      if (search !== newest) return;
      const nothing = whole.count === 0 && titles === 0;
      status.textContent = nothing
        ? fill(words.none, { words: typed.trim() })
        : counted(whole.count, words.results);
      textPart.replaceChildren();
      searched?.(typed, !nothing);
      await showPlaces(search, whole, 0);
    } catch {
      if (search === newest) status.textContent = words.failed;
    }
  }

  function showTitles(titles: readonly Titled[]): void {
    const root = siteRoot();
    titlesPart.replaceChildren(
      ...(titles.length > 0
        ? [
            list(
              words.titles,
              titles.map((titled) => titledItem(titled, root, words.parts)),
            ),
          ]
        : []),
    );
  }

  /** Shows some more places as they arrive, each as soon as it is there. */
  async function showPlaces(search: number, whole: WholeText, from: number): Promise<void> {
    const to = Math.min(whole.count, from + (page ? FEW_PLACES : MANY_PLACES));
    const places = textPart.querySelector('ul') ?? list(words.whole, []);
    if (whole.count > 0) textPart.prepend(places);
    for (let at = from; at < to; at++) {
      const place: Found = await whole.page(at);
      if (search !== newest) return;
      (places instanceof HTMLUListElement ? places : places.querySelector('ul'))?.append(foundItem(place));
    }
    if (to < whole.count) textPart.append(moreButton(search, whole, to));
  }

  function moreButton(search: number, whole: WholeText, from: number): HTMLElement {
    const more = document.createElement('button');
    more.type = 'button';
    more.className = 'button plain';
    more.textContent = words.more;
    more.addEventListener('click', () => {
      more.remove();
      void showPlaces(search, whole, from).then(() =>
        textPart.querySelectorAll<HTMLElement>('li a')[from]?.focus(),
      );
    });
    return more;
  }

  /** Arrows go through field and results, Escape goes back to the field, and from there closes or empties it. */
  function move(event: KeyboardEvent): void {
    const stops = [input, ...found.querySelectorAll<HTMLElement>('a, button')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (event.key === 'Escape') {
      event.preventDefault();
      if (at > 0) input.focus();
      else if (page && !found.hidden) found.hidden = true;
      else {
        input.value = '';
        void look();
      }
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !found.hidden && at >= 0) {
      event.preventDefault();
      stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    }
  }
}
