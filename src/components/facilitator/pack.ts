import { onFragment, rawFragment } from '../../browser/address';
import { pagesOf, setPaper, type PaperSize } from '../../browser/paper';
import { afterPrint, beforePrint, setPrint } from '../../browser/print';
import {
  copiesFor,
  countIn,
  evenly,
  layOut,
  MOST_COPIES,
  MOST_PAIRS,
  type Laid,
} from '../../domain/facilitator/pack';
import { counted } from '../../domain/words/count';
import type { FacilitateWords } from '../../domain/words/facilitate';
import { fill } from '../../domain/words/fill';
import { make, need, setHidden, setText } from '../site/dom';
import type { PackItem } from './pack-items';

type Item = Omit<PackItem, 'worksheet'>;
interface Chosen extends Item {
  readonly copies: number;
  readonly pages: number;
}

/** The margins of the blank sheets, which must stand on one page each; all handouts have them. */
const MARGINS = { css: '9mm 15mm 8mm', width: 30, height: 17 };
const PAPER = { A4: { width: 210, height: 297 }, letter: { width: 215.9, height: 279.4 } } as const;

/** Wakes the page that prints a pack: what is ticked, as often as it is needed, each copy on a sheet of its own. */
export function wakeHandouts(): void {
  const form = need(document, '#handouts', HTMLFormElement);
  const words = JSON.parse(form.dataset['words'] ?? '') as FacilitateWords['pack'];
  const items = JSON.parse(form.dataset['items'] ?? '') as readonly Item[];
  const plans = JSON.parse(form.dataset['plans'] ?? '') as readonly { id: string; uses: readonly string[] }[];
  const pairs = input('pairs');
  const total = need(form, '.total');
  /** Copies that were changed by hand, and no longer follow the number of pairs. */
  const byHand = new Set<string>();
  const pageCounts = new Map<keyof typeof PAPER, ReadonlyMap<string, number>>();
  let job: HTMLElement | undefined;

  setPrint('pack');
  tickPlan();
  show();
  void document.fonts.ready.then(() => {
    pageCounts.clear();
    show();
  });
  onFragment(() => {
    tickPlan();
    show();
  });
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name.startsWith('copies-'))
      byHand.add(target.name.slice(7));
    show();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = form.querySelector<HTMLInputElement>('[aria-invalid=true]');
    if (wrong) {
      wrong.closest('details')?.setAttribute('open', '');
      wrong.focus();
    } else if (chosen().length > 0) window.print();
  });
  // The browser's own command prints the pack as well.
  beforePrint(layDown);
  afterPrint(takeUp);

  function input(name: string): HTMLInputElement {
    return need(form, `[name="${name}"]`, HTMLInputElement);
  }

  /** A plan's link ticks what that plan hands out. */
  function tickPlan(): void {
    const plan = plans.find(({ id }) => id === rawFragment());
    if (!plan) return;
    for (const box of form.querySelectorAll<HTMLInputElement>('[name=item]'))
      box.checked = plan.uses.includes(box.value);
  }

  function size(): keyof typeof PAPER {
    return new FormData(form).get('size') === 'letter' ? 'letter' : 'A4';
  }

  /** What is ticked, with its copies; a number that is wrong counts as none. */
  function chosen(): readonly Chosen[] {
    const ticked = new FormData(form).getAll('item');
    const pages = pagesOn(size());
    return items.flatMap((item) => {
      const copies = countIn(input(`copies-${item.id}`).value, MOST_COPIES);
      return ticked.includes(item.id) && copies !== undefined
        ? [{ ...item, copies, pages: pages.get(item.id) ?? 1 }]
        : [];
    });
  }

  function pagesOn(paper: keyof typeof PAPER): ReadonlyMap<string, number> {
    const known = pageCounts.get(paper);
    if (known) return known;
    const { width, height } = PAPER[paper];
    const between: PaperSize = { width: width - MARGINS.width, height: height - MARGINS.height };
    const counts = pagesOf(
      items.map(({ id }) => copyOf(id)),
      between,
    );
    const found = new Map(items.map(({ id }, n) => [id, counts[n] ?? 1]));
    pageCounts.set(paper, found);
    return found;
  }

  /** Shows what follows from what is chosen: the copies of each, what is wrong, and how much paper it takes. */
  function show(): void {
    const n = countIn(pairs.value, MOST_PAIRS);
    setWrong(pairs, n === undefined, 'pairs-problem', fill(words.pairsProblem, { most: MOST_PAIRS }));
    const ticked = new FormData(form).getAll('item');
    let wrongTitle: string | undefined;
    for (const { id, title, per } of items) {
      const field = input(`copies-${id}`);
      if (!byHand.has(id) && n !== undefined) field.value = String(copiesFor(per, n));
      const copies = countIn(field.value, MOST_COPIES);
      const isTicked = ticked.includes(id);
      const isWrong = isTicked && copies === undefined && (n !== undefined || byHand.has(id));
      if (isWrong) wrongTitle ??= title;
      field.setAttribute('aria-invalid', String(isWrong));
      setHidden(need(form, `[data-number="${id}"]`), !isTicked);
      const note = copies === undefined || n === undefined ? '' : noteOn(copies, per, n);
      setText(need(form, `[data-copies="${id}"]`), isTicked ? note : '');
    }
    setText(
      need(form, '#copies-problem'),
      wrongTitle === undefined ? '' : fill(words.copiesProblem, { title: wrongTitle, most: MOST_COPIES }),
    );
    const { pages, sheets, handouts } = layOut(chosen());
    setText(
      total,
      ticked.length === 0
        ? words.none
        : n === undefined || wrongTitle !== undefined || handouts.length === 0
          ? ''
          : fill(words.total, { pages: counted(pages, words.pages), sheets: counted(sheets, words.sheets) }),
    );
    setPaper(size(), MARGINS.css, names());
  }

  function noteOn(copies: number, per: Item['per'], n: number): string {
    return copies === copiesFor(per, n)
      ? fill(words.copiesOf, { copies, per: words.per[per] })
      : String(copies);
  }

  function setWrong(field: HTMLInputElement, isWrong: boolean, line: string, sentence: string): void {
    field.setAttribute('aria-invalid', String(isWrong));
    setText(need(form, `#${line}`), isWrong ? sentence : '');
  }

  function names(): string {
    return ['organisation', 'name']
      .map((name) => need(document, `#programme-${name}`, HTMLInputElement).value.trim())
      .filter((name) => name !== '')
      .join(' · ');
  }

  function copyOf(id: string): HTMLElement {
    const template = need(document, `template[data-handout="${id}"]`, HTMLTemplateElement);
    return make('div', { class: 'handout', 'data-handout': id }, template.content.cloneNode(true));
  }

  /** Puts the pack on the page, to be printed. */
  function layDown(): void {
    takeUp();
    const laid = layOut(chosen());
    if (laid.handouts.length === 0 || form.querySelector('[aria-invalid=true]')) return;
    const printsHeads = setPaper(size(), MARGINS.css, names());
    job = make('div', { class: 'pack-job' }, contentsOf(laid), empty());
    const last = laid.handouts.at(-1);
    for (const handout of laid.handouts) {
      const one = copyOf(handout.id);
      if (!printsHeads && names() !== '') one.prepend(make('p', { class: 'head-line' }, names()));
      for (let copy = 1; copy <= handout.copies; copy++) {
        job.append(one.cloneNode(true));
        const isLast = handout === last && copy === handout.copies;
        if (evenly(handout.pages) > handout.pages && !isLast) job.append(empty());
      }
    }
    document.body.append(job);
  }

  function takeUp(): void {
    job?.remove();
    job = undefined;
  }

  function empty(): HTMLElement {
    return make('div', { class: 'handout empty-page' }, '\u00a0');
  }

  function contentsOf({ handouts }: Laid<Chosen>): HTMLElement {
    const n = countIn(pairs.value, MOST_PAIRS) ?? 1;
    const cell = (text: string | number) => make('td', {}, String(text));
    const rows = handouts.map(({ title, copies, from, todo }) => {
      const name = make('th', { scope: 'row' }, title);
      if (todo) name.append(make('span', { class: 'todo' }, words[todo]));
      return make('tr', {}, name, cell(copies), cell(from));
    });
    const heads = [words.handout, words.copies, words.from].map((text) => make('th', { scope: 'col' }, text));
    return make(
      'div',
      { class: 'handout contents-page' },
      make('p', { class: 'display paper-title' }, words.contents),
      make('p', {}, [names(), counted(n, words.madeFor)].filter((text) => text !== '').join(' · ')),
      make('table', {}, make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...rows)),
      make('p', {}, words.bothSides),
    );
  }
}
