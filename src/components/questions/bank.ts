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

/** A question as it stands in the page's list. */
export interface Listed extends ThemedQuestion {
  readonly item: HTMLElement;
}

/** Wakes the question bank: the list is in the page already, and is what is filtered, drawn from and kept. */
export function wakeBank(): void {
  const bank = need(document, '#bank');
  const labels = JSON.parse(bank.dataset['words'] ?? '') as Interface['questions'];
  const form = need(bank, 'form', HTMLFormElement);
  const tally = need(bank, '.tally');
  const drawnBox = need(bank, '.drawn');
  const handfulBox = need(bank, '.handful');
  const clear = need(bank, '[data-do=clear]');
  const ignoredLine = need(bank, '.ignored');

  const questions = listed(bank);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const themes = [...bank.querySelectorAll<HTMLElement>('.theme')];
  const handful = openHandful(bank.dataset['storage'] ?? '');
  let shown: readonly Listed[] = questions;
  let drawn: Listed | undefined;
  let stored = true;

  for (const question of questions) addButtons(question.item, labels);
  form.hidden = false;
  handfulBox.hidden = false;
  tally.hidden = false;
  readAddress();
  showHandful();

  form.addEventListener('input', () => apply(filterOf(form), true));
  form.addEventListener('submit', (event) => event.preventDefault());
  onFragment(readAddress);
  handful.onChange(showHandful);
  bank.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button) void act(button);
  });

  /** Shows what passes the filter. Only the items whose state changes are touched, so that it fits in one frame. */
  function apply(filter: Filter, intoAddress: boolean): void {
    shown = filterQuestions(questions, filter);
    const visible = new Set(shown.map(({ id }) => id));
    for (const { id, item } of questions) if (item.hidden === visible.has(id)) item.hidden = !visible.has(id);
    for (const theme of themes)
      theme.hidden = !shown.some((question) => question.theme === theme.dataset['theme']);
    tally.textContent = shown.length > 0 ? counted(shown.length, labels.count) : labels.none;
    clear.hidden = shown.length === questions.length;
    if (intoAddress) {
      ignoredLine.textContent = '';
      setFragment(filterToFragment(filter));
    }
  }

  function readAddress(): void {
    const fragment = rawFragment();
    // A link to one question is an anchor, not a filter.
    const anchor = byId.get(fragment) ?? document.getElementById(fragment);
    const { filter, ignored } = anchor
      ? { filter: {}, ignored: [] }
      : fragmentToFilter(
          fragment,
          themes.map((theme) => theme.dataset['theme'] ?? ''),
        );
    ignoredLine.textContent = ignored.length > 0 ? fill(labels.ignored, { parts: ignored.join(', ') }) : '';
    setForm(form, filter);
    apply(filter, false);
  }

  async function act(button: HTMLElement): Promise<void> {
    const question =
      byId.get(button.closest('li')?.dataset['question'] ?? button.closest('li')?.id ?? '') ?? drawn;
    switch (button.dataset['do']) {
      case 'draw':
        draw();
        return;
      case 'keep':
        if (question) stored = handful.toggle(question.id);
        showHandful();
        return;
      case 'copy':
        if (question) await copied(button, question.text);
        return;
      case 'copy-all':
        return copied(
          button,
          kept()
            .map(({ text }) => `- ${text}`)
            .join('\n'),
        );
      case 'cards':
        cardsOf(need(bank, '.cards'), kept(), labels);
        printPage('cards');
        return;
      case 'clear':
        setForm(form, {});
        apply({}, true);
        need(form, 'input').focus();
        return;
    }
  }

  function draw(): void {
    drawn = drawQuestion(shown, Math.random, drawn?.id);
    drawnBox.hidden = drawn === undefined;
    if (!drawn) return;
    need(bank, '.drawn-text').textContent = drawn.text;
    need(bank, '.drawn-more').textContent = fill(labels.followUp, { question: drawn.followUp });
    showHandful();
    need(bank, '#drawn').focus();
  }

  function kept(): Listed[] {
    return handful.ids().flatMap((id) => byId.get(id) ?? []);
  }

  function showHandful(): void {
    const mine = kept();
    const ids = new Set(mine.map(({ id }) => id));
    for (const { id, item } of questions) label(item.querySelector('[data-do=keep]'), ids.has(id));
    label(drawnBox.querySelector('[data-do=keep]'), drawn !== undefined && ids.has(drawn.id));
    need(bank, '.handful-note').textContent =
      mine.length === 0 ? labels.handfulEmpty : stored ? labels.handfulKept : labels.handfulUnsaved;
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

  function label(keep: Element | null, isKept: boolean): void {
    if (!keep) return;
    keep.textContent = isKept ? labels.drop : labels.keep;
    keep.setAttribute('aria-pressed', String(isKept));
  }

  async function copied(from: HTMLElement, text: string): Promise<void> {
    const before = from.textContent;
    from.textContent = (await copyText(text)) ? labels.copied : labels.copyFailed;
    setTimeout(() => (from.textContent = before), 2500);
  }
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

function listed(bank: HTMLElement): Listed[] {
  return [...bank.querySelectorAll<HTMLElement>('.theme li')].map((item) => ({
    item,
    id: item.id,
    theme: item.closest<HTMLElement>('.theme')?.dataset['theme'] ?? '',
    text: item.querySelector('.question')?.textContent.trim() ?? '',
    followUp: item.dataset['followUp'] ?? '',
    asker: ASKERS.find((asker) => asker === item.dataset['asker']) ?? 'either',
    depth: DEPTHS.find((depth) => depth === item.dataset['depth']) ?? 'opener',
    levels: [],
  }));
}

function addButtons(item: HTMLElement, labels: Interface['questions']): void {
  const text = item.querySelector('.question')?.textContent.trim() ?? '';
  const row = document.createElement('div');
  row.className = 'acts no-print';
  row.append(button('keep', labels.keep, text), button('copy', labels.copy, text));
  item.append(row);
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
