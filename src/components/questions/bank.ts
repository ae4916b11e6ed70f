import { onFragment, rawFragment, setFragment } from '../../browser/address';
import { openHandful } from '../../browser/handful';
import { copyText } from '../../browser/hand-over';
import { printPage } from '../../browser/print';
import {
  drawQuestion,
  filterQuestions,
  filterToFragment,
  fragmentToFilter,
  type Filter,
} from '../../domain/questions/filter';
import { ASKERS, DEPTHS, type ThemedQuestion } from '../../domain/questions/bank';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import type { Interface } from '../../domain/words/interface';
import { cardsOf } from './cards';

/** A question as it stands in the page's list, with the section of its theme and its button. */
export interface Listed extends ThemedQuestion {
  readonly item: HTMLElement;
  readonly section: HTMLElement;
  readonly keep: HTMLElement;
}

/** Questions are at least so high. A third of a screen of them is shown in the very frame of a choice: tools stand above. */
const QUESTION_PX = 100;

/** How long a button says that something was copied. */
const COPIED_MS = 2500;

/** Wakes the question bank: the list is in the page already, and is what is filtered, drawn from and kept. */
export function wakeBank(): void {
  const bank = need(document, '#bank');
  const labels = JSON.parse(bank.dataset['words'] ?? '') as Interface['questions'];
  const form = need(bank, 'form', HTMLFormElement);
  const tally = need(bank, '.tally');
  const drawnBox = need(bank, '.drawn');
  const handfulBox = need(bank, '.handful');
  const note = need(bank, '.handful-note');
  const clear = need(bank, '[data-do=clear]');
  const ignoredLine = need(bank, '.ignored');
  const copyFailed = document.createElement('p');

  const themes = [...bank.querySelectorAll<HTMLElement>('.theme')];
  const questions = listed(themes, labels);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const handful = openHandful(bank.dataset['storage'] ?? '');
  let shown: readonly Listed[] = questions;
  let drawn: Listed | undefined;
  let frame = 0;
  let afterFrame: ReturnType<typeof setTimeout> | undefined;
  let toAddress: ReturnType<typeof setTimeout> | undefined;

  bank.dataset['awake'] = '';
  form.hidden = false;
  handfulBox.hidden = false;
  need(bank, '.tally-line').hidden = false;
  copyFailed.className = 'small';
  copyFailed.setAttribute('role', 'status');
  showHandful();
  apply({});
  readAddress();

  form.addEventListener('input', () => choose(filterOf(form)));
  form.addEventListener('submit', (event) => event.preventDefault());
  onFragment(readAddress);
  handful.onChange(showHandful);
  bank.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button) void act(button);
  });

  /** Shows what passes the filter: some `atOnce`, so that one frame has room for it, and the rest when that is painted. */
  function apply(filter: Filter, atOnce = Infinity): void {
    shown = filterQuestions(questions, filter);
    const visible = new Set(shown);
    for (const { item } of questions.filter((one) => !visible.has(one))) setHidden(item, true);
    for (const theme of themes) {
      const count = shown.filter(({ section }) => section === theme).length;
      theme.style.containIntrinsicBlockSize = `${4 + 7.5 * count}rem`;
      if (count === 0) setHidden(theme, true);
    }
    const reveal = (some: readonly Listed[]) => {
      for (const { item, section } of some) {
        setHidden(item, false);
        setHidden(section, false);
      }
    };
    reveal(shown.slice(0, atOnce));
    cancelAnimationFrame(frame);
    clearTimeout(afterFrame);
    if (shown.length > atOnce) {
      frame = requestAnimationFrame(() => (afterFrame = setTimeout(() => reveal(shown))));
    }
    setText(tally, shown.length > 0 ? counted(shown.length, labels.count) : labels.none);
    setHidden(clear, shown.length === questions.length);
    for (const draw of bank.querySelectorAll<HTMLButtonElement>('[data-do=draw]'))
      draw.disabled = shown.length === 0;
  }

  /** What a person chose is shown at once, and written into the address when the frame is painted. */
  function choose(filter: Filter): void {
    apply(filter, Math.ceil(window.innerHeight / 3 / QUESTION_PX));
    setText(ignoredLine, '');
    clearTimeout(toAddress);
    toAddress = setTimeout(() => setFragment(filterToFragment(filter)), 100);
  }

  function readAddress(): void {
    clearTimeout(toAddress);
    const fragment = rawFragment();
    const linked = byId.get(fragment);
    if (linked) {
      // A link to one question is an anchor, not a filter; a filter that hides it gives way.
      if (linked.item.hidden) show({});
      scrollTo(linked.item);
    } else if (document.getElementById(fragment) === null) {
      const { filter, ignored } = fragmentToFilter(
        fragment,
        themes.map((theme) => theme.dataset['theme'] ?? ''),
      );
      setText(ignoredLine, ignored.length > 0 ? fill(labels.ignored, { parts: ignored.join(', ') }) : '');
      show(filter);
    }
  }

  function show(filter: Filter): void {
    setForm(form, filter);
    apply(filter);
  }

  async function act(button: HTMLElement): Promise<void> {
    const item = button.closest('li');
    const question = item ? byId.get(item.dataset['question'] ?? item.id) : drawn;
    switch (button.dataset['do']) {
      case 'draw':
        draw(button);
        return;
      case 'keep':
        if (question) keep(question, button);
        return;
      case 'copy':
        if (question) await copy(button, question.text, labels.copy);
        return;
      case 'copy-all': {
        const lines = kept().map(({ text }) => `- ${text}`);
        return copy(button, lines.join('\n'), labels.copyAll);
      }
      case 'cards':
        cardsOf(need(bank, '.cards'), kept(), labels);
        printPage('cards');
        return;
      case 'clear':
        show({});
        choose({});
        tally.focus();
        return;
    }
  }

  function draw(button: HTMLElement): void {
    drawn = drawQuestion(shown, Math.random, drawn?.id);
    if (!drawn) return;
    drawnBox.hidden = false;
    setText(need(bank, '.drawn-text .display'), drawn.text);
    setText(need(bank, '.drawn-more'), fill(labels.followUp, { question: drawn.followUp }));
    showHandful();
    // "Draw another" keeps the focus, and the new question is said.
    if (drawnBox.contains(button)) return;
    need(bank, '.drawn-text').focus({ preventScroll: true });
    drawnBox.scrollIntoView({ block: 'nearest' });
  }

  /** Takes a question in or puts it back. The handful grows or shrinks above; what was pressed stays in its place. */
  function keep(question: Listed, button: HTMLElement): void {
    const before = button.getBoundingClientRect().top;
    const at = [...handfulBox.querySelectorAll('li')].findIndex((item) => item.contains(button));
    handful.toggle(question.id);
    showHandful();
    if (at >= 0) {
      const left = handfulBox.querySelectorAll<HTMLElement>('li [data-do=keep]');
      (left[Math.min(at, left.length - 1)] ?? note).focus();
    } else window.scrollBy(0, button.getBoundingClientRect().top - before);
  }

  function kept(): Listed[] {
    return handful.ids().flatMap((id) => byId.get(id) ?? []);
  }

  function showHandful(): void {
    const mine = kept();
    const isMine = new Set(mine);
    for (const question of questions) label(question.keep, isMine.has(question));
    label(need(drawnBox, '[data-do=keep]'), drawn !== undefined && isMine.has(drawn));
    setText(note, noteOn(mine.length));
    handfulBox.classList.toggle('empty', mine.length === 0);
    need(bank, '.handful-list').replaceChildren(
      ...mine.map(({ id, text }) => {
        const item = document.createElement('li');
        item.dataset['question'] = id;
        item.append(text, ' ', button('keep', labels.drop, text));
        return item;
      }),
    );
  }

  function noteOn(count: number): string {
    const trouble = handful.trouble();
    if (trouble === 'newer') return labels.handfulNewer;
    if (count === 0) return labels.handfulEmpty;
    return trouble === 'unsaved' ? labels.handfulUnsaved : counted(count, labels.handfulKept);
  }

  function label(keep: HTMLElement, isKept: boolean): void {
    setText(keep, isKept ? labels.drop : labels.keep);
  }

  async function copy(from: HTMLElement, text: string, label: string): Promise<void> {
    copyFailed.remove();
    copyFailed.textContent = '';
    if (await copyText(text)) {
      from.textContent = labels.copied;
      setText(need(bank, '.said'), labels.copied);
      setTimeout(() => {
        from.textContent = label;
        setText(need(bank, '.said'), '');
      }, COPIED_MS);
    } else {
      from.after(copyFailed);
      copyFailed.textContent = labels.copyFailed;
    }
  }
}

/** Changes only what differs: a screen reader may say again what is written again, and layout costs time. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Again for some frames: what lies above is laid out only now and gets its true height. */
function scrollTo(item: HTMLElement, times = 8): void {
  item.scrollIntoView();
  if (times > 1) requestAnimationFrame(() => scrollTo(item, times - 1));
}

function setHidden(element: HTMLElement, isHidden: boolean): void {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/** An element the page must have; its absence is a mistake in the page and not in what a person did. */
function need<E extends HTMLElement = HTMLElement>(
  within: ParentNode,
  selector: string,
  kind: new () => E = HTMLElement as new () => E,
): E {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

function listed(themes: readonly HTMLElement[], labels: Interface['questions']): Listed[] {
  return themes.flatMap((section) =>
    [...section.querySelectorAll('li')].map((item) => {
      const text = item.querySelector('.question')?.textContent.trim() ?? '';
      const keep = button('keep', labels.keep, text);
      const row = document.createElement('div');
      row.className = 'acts no-print';
      row.append(keep, button('copy', labels.copy, text));
      item.append(row);
      return {
        item,
        section,
        keep,
        text,
        id: item.id,
        theme: section.dataset['theme'] ?? '',
        followUp: item.dataset['followUp'] ?? '',
        asker: ASKERS.find((asker) => asker === item.dataset['asker']) ?? 'either',
        depth: DEPTHS.find((depth) => depth === item.dataset['depth']) ?? 'opener',
        levels: [],
      };
    }),
  );
}

function button(what: string, text: string, about: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button plain small';
  made.dataset['do'] = what;
  made.textContent = text;
  made.setAttribute('aria-description', about);
  return made;
}

function filterOf(form: HTMLFormElement): Filter {
  const data = new FormData(form);
  const value = (name: string) => {
    const given = data.get(name);
    return typeof given === 'string' ? given : '';
  };
  const asker = ASKERS.find((id) => id === value('asker'));
  const depth = DEPTHS.find((id) => id === value('depth'));
  return {
    ...(value('theme') && { theme: value('theme') }),
    ...(asker && { asker }),
    ...(depth && { depth }),
    ...(value('words').trim() && { words: value('words') }),
  };
}

function setForm(form: HTMLFormElement, filter: Filter): void {
  for (const name of ['theme', 'asker', 'depth', 'words'] as const) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      control.value = filter[name] ?? '';
  }
}
