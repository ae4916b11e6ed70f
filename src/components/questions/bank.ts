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
import { need, setHidden, setText } from '../site/dom';
import { cardsOf } from './cards';

/** A question as it stands in the page's list, with its button. */
export interface Listed extends ThemedQuestion {
  readonly item: HTMLElement;
  readonly keep: HTMLElement;
}

/** Questions are at least so high: as many as fill the screen are shown in the very frame of a choice. */
const QUESTION_PX = 145;

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
  const list = need(bank, '.no-cards');
  const draws = bank.querySelectorAll<HTMLButtonElement>('[data-do=draw]');
  const copyFailed = document.createElement('p');

  const themes = [...bank.querySelectorAll<HTMLElement>('.theme')].map((section) => ({
    section,
    own: listed(section, labels),
  }));
  const questions = themes.flatMap(({ own }) => own);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const handful = openHandful(bank.dataset['storage'] ?? '');
  let shown: readonly Listed[] = questions;
  let drawn: Listed | undefined;
  let frame = 0;
  /** Where the list begins on the screen, looked up when that costs no layout. */
  let listTop = 0;
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
  for (const moved of ['scroll', 'resize']) window.addEventListener(moved, locate, { passive: true });
  handful.onChange(showHandful);
  bank.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button) void act(button);
  });

  /**
   * Shows what passes the filter. In the frame of a choice the list is in order down to the last of those `atOnce`, about
   * where the screen ends; what comes below follows in the next frame, and `then` whatever else can wait.
   */
  function apply(filter: Filter, atOnce = 0, then?: () => void): void {
    shown = filterQuestions(questions, filter);
    const visible = new Set(shown);
    const first = new Set(shown.slice(0, atOnce));
    const more = shown.length > atOnce;
    arrange(visible, first, more ? shown[atOnce - 1] : undefined);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        locate();
        if (more) arrange(visible, first);
        then?.();
      });
    });
    setText(tally, shown.length > 0 ? counted(shown.length, labels.count) : labels.none);
    setHidden(clear, shown.length === questions.length);
    for (const button of draws) button.disabled = shown.length === 0;
  }

  function locate(): void {
    listTop = list.getBoundingClientRect().top;
  }

  /** Shows these questions and no others, as far as the `last`. What a hidden theme holds can wait. */
  function arrange(visible: ReadonlySet<Listed>, first: ReadonlySet<Listed>, last?: Listed): void {
    for (const { section, own } of themes) {
      const count = own.filter((question) => visible.has(question)).length;
      setHidden(section, count === 0);
      if (count === 0 && last) continue;
      section.classList.toggle(
        'now',
        own.some((question) => first.has(question)),
      );
      section.style.containIntrinsicBlockSize = `${4 + 7.5 * count}rem`;
      for (const question of own) {
        question.item.classList.toggle('now', first.has(question));
        setHidden(question.item, !visible.has(question));
        if (question === last) return;
      }
    }
  }

  /** What a person chose is shown at once, and written into the address when the frame is painted. */
  function choose(filter: Filter): void {
    clearTimeout(toAddress);
    apply(filter, Math.max(1, Math.ceil((window.innerHeight - listTop) / QUESTION_PX)), () => {
      toAddress = setTimeout(() => setFragment(filterToFragment(filter)), 100);
    });
    setText(ignoredLine, '');
  }

  function readAddress(): void {
    clearTimeout(toAddress);
    const fragment = rawFragment();
    const linked = byId.get(fragment);
    if (linked) {
      // A link to one question is an anchor, not a filter; a filter that hides it gives way.
      if (!shown.includes(linked)) show({});
      scrollTo(linked.item);
    } else if (document.getElementById(fragment) === null) {
      const { filter, ignored } = fragmentToFilter(
        fragment,
        themes.map(({ section }) => section.dataset['theme'] ?? ''),
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

/** Again for some frames: what lies above is laid out only now and gets its true height. */
function scrollTo(item: HTMLElement, times = 8): void {
  item.scrollIntoView();
  if (times > 1) requestAnimationFrame(() => scrollTo(item, times - 1));
}

function listed(section: HTMLElement, labels: Interface['questions']): Listed[] {
  return [...section.querySelectorAll('li')].map((item) => {
    const text = item.querySelector('.question')?.textContent.trim() ?? '';
    const keep = button('keep', labels.keep, text);
    const row = document.createElement('div');
    row.className = 'acts no-print';
    row.append(keep, button('copy', labels.copy, text));
    item.append(row);
    return {
      item,
      keep,
      text,
      id: item.id,
      theme: section.dataset['theme'] ?? '',
      followUp: item.dataset['followUp'] ?? '',
      asker: ASKERS.find((asker) => asker === item.dataset['asker']) ?? 'either',
      depth: DEPTHS.find((depth) => depth === item.dataset['depth']) ?? 'opener',
      levels: [],
    };
  });
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
