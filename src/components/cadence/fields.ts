import {
  countsMonths,
  firstValues,
  placeIn,
  type FormField,
  type FormValues,
} from '../../domain/cadence/form';
import type { InputsReading } from '../../domain/cadence/inputs';
import { fill } from '../../domain/words/fill';
import { need, setAttribute, setHidden, setText } from '../site/dom';
import type { Page, View } from './view';

type Control = HTMLInputElement | HTMLSelectElement;

/** Ours: an early look is offered from as many meetings on. */
const EARLY_LOOK_FROM = 9;

/** What a control says that a browser would not give the text of: a date half typed. */
const UNREADABLE = '?';

const NAMES = Object.keys(firstValues('')).filter((name) => name !== 'away') as FormField[];

/** The form: what stands in it, and what is said beside its fields. What a page has no field for stays as it was written. */
export interface Fields {
  read(): FormValues;
  write(values: FormValues): void;
  /** Sets one control, as a button of the page does for a person. */
  set(name: FormField, value: string): void;
  /** Says beside each field what is wrong with it, and what should be said of it. */
  remark(reading: InputsReading, values: FormValues): void;
  /** Shows the fields that matter for what was chosen. */
  arrange(values: FormValues, view: View | undefined): void;
  /** Adds a range without meetings and leads into it. */
  addRange(): void;
  removeRange(button: Element): void;
}

export function openFields({ root, words }: Page): Fields {
  const byName = new Map<FormField, Control>(
    NAMES.flatMap((name) => {
      const control = controlOf(root, name);
      return control ? [[name, control]] : [];
    }),
  );
  let written = firstValues('');
  /** Controls that have something said beside them. */
  let remarked: readonly Control[] = [];
  const hinted = new Set([...byName.values()].filter(({ id }) => root.querySelector(`#${id}-hint`)));
  const ranges = need(root, '.plan-away ol');
  const awayProblem = need(root, '#plan-away-problem');
  const template = need(document, '#plan-range', HTMLTemplateElement);
  const more = need(root, '.plan-more', HTMLDetailsElement);
  /** Arranges what is in the fold, which nobody sees while it is closed. */
  let arrangeMore: () => void = () => undefined;
  // With the press that opens it, so that nothing moves once it is open; a search of the browser's opens it without one.
  need(more, 'summary').addEventListener('click', () => arrangeMore());
  more.addEventListener('toggle', () => arrangeMore());
  const rows = () => [...ranges.querySelectorAll('li')];
  const ends = (row: Element) => ({ from: rangeEnd(row, 'from'), to: rangeEnd(row, 'to') });

  function newRange(from = '', to = ''): HTMLElement {
    const row = need(template.content, 'li').cloneNode(true) as HTMLElement;
    const controls = ends(row);
    controls.from.value = from;
    controls.to.value = to;
    ranges.append(row);
    nameRanges();
    return row;
  }

  function nameRanges(): void {
    rows().forEach((row, at) => {
      const group = need(row, '.plan-two');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', fill(words.awayNth, { n: at + 1 }));
      for (const control of row.querySelectorAll('input')) {
        control.id = `plan-away-${at}-${control.dataset['end']}`;
        const said = control.closest('.plan-field')?.querySelector('.problem');
        if (said) said.id = `${control.id}-problem`;
      }
    });
  }

  function showField(name: FormField, isShown: boolean): void {
    const field = root.querySelector<HTMLElement>(`[data-field=${name}]`);
    if (field) setHidden(field, !isShown);
  }

  /** Says beside a control what is wrong with it or to be said of it, or nothing. */
  function tell(control: Control, text: string | undefined, isWrong: boolean): void {
    const line = control.closest('.plan-field')?.querySelector<HTMLElement>('.problem');
    if (line) setText(line, text ?? '');
    const hint = hinted.has(control) ? [`${control.id}-hint`] : [];
    const described = [...hint, ...(text !== undefined && line ? [line.id] : [])];
    if (described.length > 0) setAttribute(control, 'aria-describedby', described.join(' '));
    else control.removeAttribute('aria-describedby');
    if (text !== undefined && isWrong) setAttribute(control, 'aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }

  return {
    read: () => ({
      ...written,
      ...Object.fromEntries([...byName].map(([name, control]) => [name, valueOf(control)])),
      away: rows().map((row) => ({ from: valueOf(ends(row).from), to: valueOf(ends(row).to) })),
    }),
    write(values) {
      written = values;
      for (const [name, control] of byName) put(control, values[name]);
      ranges.replaceChildren();
      for (const { from, to } of values.away) newRange(from, to);
    },
    set(name, value) {
      const control = byName.get(name);
      if (control) put(control, value);
    },
    remark(reading, values) {
      const remarks = reading.state === 'ok' ? reading.notes : reading.problems;
      const isWrong = reading.state === 'problems';
      const texts = { ...words.trouble, ...words.notes };
      const about = new Map<Control, string>();
      let aboutAway = '';
      for (const { field, code } of remarks) {
        const place = placeIn(values, field);
        const row = 'row' in place ? rows()[place.row] : undefined;
        const named = 'field' in place ? byName.get(place.field as FormField) : undefined;
        if (row && 'row' in place) about.set(ends(row)[place.end], texts[code]);
        else if (named) about.set(named, texts[code]);
        else if ('field' in place) aboutAway = texts[code];
      }
      setText(awayProblem, aboutAway);
      for (const control of new Set([...remarked, ...about.keys()]))
        tell(control, about.get(control), isWrong);
      remarked = [...about.keys()];
    },
    arrange(values, view) {
      const { howOften, newPair, lastCheckIn } = values;
      setHidden(need(root, '[data-group=weekdays]'), howOften !== 'twice-a-week');
      setHidden(need(root, '[data-group=other]'), howOften !== 'other');
      arrangeMore = () => {
        showField('sameDay', countsMonths(values));
        const isNew = newPair !== '' && lastCheckIn === '';
        showField('earlyLook', isNew && (view?.cadence.n ?? 0) >= EARLY_LOOK_FROM);
      };
      if (more.open) arrangeMore();
    },
    addRange: () => rangeEnd(newRange(), 'from').focus(),
    removeRange(button) {
      button.closest('li')?.remove();
      nameRanges();
      need(root, '[data-do=away-add]').focus();
    },
  };
}

function controlOf(root: ParentNode, name: FormField): Control | undefined {
  const found = root.querySelector(`#plan-${name}`);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
}

const rangeEnd = (row: Element, end: 'from' | 'to'): HTMLInputElement =>
  need(row, `[data-end=${end}]`, HTMLInputElement);

function valueOf(control: Control): string {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked ? 'on' : '';
  return control.value === '' && control.validity.badInput ? UNREADABLE : control.value;
}

function put(control: Control, value: string): void {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value !== '';
  else if (control.value !== value) control.value = value === UNREADABLE ? '' : value;
}
