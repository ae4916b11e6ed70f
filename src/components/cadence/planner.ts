import { copyText, downloadText } from '../../browser/hand-over';
import { openPlans } from '../../browser/plans';
import { beforePrint, printPage } from '../../browser/print';
import { firstValues, HOW_OFTEN, typedIn, valuesOf, type FormValues } from '../../domain/cadence/form';
import { readInputs, type PlanInputs } from '../../domain/cadence/inputs';
import { basisOf, type Plan } from '../../domain/cadence/plan';
import { answerText, type CadenceWords } from '../../domain/cadence/say';
import { shiftedBy, withoutShift } from '../../domain/cadence/schedule';
import type { Shifts } from '../../domain/cadence/shifts';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import { need, setHidden, setOptional, setText } from '../site/dom';
import { today } from '../worksheets/dates';
import { openFields } from './fields';
import { agreedText, fileFor } from './into-calendar';
import { showAnswer, spokenText } from './show-answer';
import { datesAsText, showDates } from './show-dates';
import { showRings } from './show-rings';
import { showStrip } from './show-strip';
import { showYear } from './show-year';
import { viewOf, whenText, type Page, type View } from './view';

/** What a person may change, and undo. */
interface Said {
  readonly values: FormValues;
  readonly shifts: Shifts;
  readonly remembers: boolean;
}

/** How long nothing must change before the plan is stored, and before the answer is read out. */
const SAVE_MS = 300;
const SPEAK_MS = 800;

/** Wakes the page: what is chosen is answered in its own frame, kept with the mentorship, and can be undone. */
export function wakePlanner(): void {
  const root = need(document, '#plan');
  const storage = root.dataset['storage'] ?? '';
  const words = JSON.parse(root.dataset['words'] ?? '') as CadenceWords;
  const page: Page = { root, words, language: root.dataset['language'] ?? 'en' };
  const plans = openPlans(storage);
  const fromProgramme = root.dataset['fromProgramme'] ?? '';
  /** What the site's own programme sets, where it has one. */
  const site = JSON.parse(root.dataset['siteProgramme'] ?? 'null') as {
    readonly name: string;
    readonly inputs: PlanInputs;
  } | null;
  const fields = openFields(page);
  const show = {
    answer: showAnswer(page),
    strip: showStrip(page),
    rings: showRings(page),
    year: showYear(page),
    dates: showDates(page),
  };
  const stale = need(root, '.stale');
  const kept = need(root, '.kept');
  const undo = need(root, '[data-do=undo]');
  const said = need(root, '.plan-said');
  const spoken = need(root, '.spoken');
  const copySaid = need(root, '.copy-said');

  let state: Said = { values: firstValues(today(new Date())), shifts: {}, remembers: false };
  let view: View | undefined;
  /** What was before the last change, and the control it was made in: a word typed is one change. */
  let before: Said | undefined;
  let lastChanged: string | undefined;
  let wholeList = false;
  /** The plan as this page last saw it stored. */
  let seen = '';
  let saving: ReturnType<typeof setTimeout> | undefined;
  let speaking: ReturnType<typeof setTimeout> | undefined;
  /** Parts of the page that are to follow the answer. */
  let waiting: (() => void)[] = [];
  let frame = 0;

  load();
  root.hidden = false;
  root.dataset['awake'] = '';
  root.addEventListener('input', ({ target }) => typed(target));
  root.addEventListener('focusout', () => (lastChanged = undefined));
  root.addEventListener('submit', (event) => event.preventDefault());
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button) void act(button);
  });
  window.addEventListener('pagehide', saveNow);
  beforePrint(drawRest);
  plans.onChange(() => {
    if (saving === undefined && JSON.stringify(plans.current()) !== seen) load();
  });

  /** Begins with what is stored for the mentorship that is open, or with what is known of it. */
  function load(): void {
    const plan = plans.current();
    const day = today(new Date());
    seen = JSON.stringify(plan);
    state = plan
      ? { values: valuesOf(plan.inputs), shifts: plan.shifts, remembers: plan.calendarRemembers }
      : { values: known(day), shifts: {}, remembers: false };
    // A plan that today would not be taken, years later, is shown all the same.
    const inputs = plan?.inputs ?? site?.inputs;
    view = inputs && viewOf(inputs, plan?.shifts ?? {}, day);
    before = undefined;
    setHidden(undo, true);
    write();
    const programme = plans.programme() ?? (plan ? undefined : site?.name);
    setOptional(kept, plans.trouble ? words.notKept : programme && fill(fromProgramme, { programme }));
  }

  function known(day: string): FormValues {
    const first = firstValues(day);
    const { rhythm, ends } = plans.mentorship() ?? {};
    return {
      ...(site ? valuesOf(site.inputs) : first),
      ...(rhythm && { howOften: HOW_OFTEN.find((one) => one === rhythm) ?? first.howOften }),
      ...(ends !== undefined && ends >= day && { ends }),
    };
  }

  /** Writes what is said into the form, and answers it. */
  function write(): void {
    fields.write(state.values);
    for (const radio of root.querySelectorAll<HTMLInputElement>('[name=remembers]'))
      radio.checked = (radio.value !== '') === state.remembers;
    answer();
  }

  /** Reads the form and shows what follows; when something in it is wrong the last good answer stays, and says so. */
  function answer(): boolean {
    const day = today(new Date());
    const reading = readInputs(typedIn(state.values), day);
    if (reading.state === 'ok') view = viewOf(reading.inputs, state.shifts, day);
    fields.remark(reading, state.values);
    setHidden(stale, reading.state === 'ok');
    draw(view, reading.state !== 'ok');
    return reading.state === 'ok';
  }

  /**
   * The answer’s words in this frame; in the frames after, one part in each, the fields that now matter, the pictures,
   * and what stands below.
   */
  function draw(view: View | undefined, isStale: boolean): void {
    if (view) show.answer(view);
    waiting = [
      () => {
        fields.arrange(state.values, view);
        root.classList.toggle('is-stale', isStale);
      },
    ];
    if (view)
      waiting.push(
        () => {
          show.strip(view);
          show.rings(view);
        },
        () => show.year(view),
        () => show.dates(view, wholeList),
      );
    cancelAnimationFrame(frame);
    if (root.hidden) drawRest();
    else frame = requestAnimationFrame(() => (frame = requestAnimationFrame(drawNext)));
  }

  function drawNext(): void {
    waiting.shift()?.();
    if (waiting.length > 0) frame = requestAnimationFrame(drawNext);
  }

  function drawRest(): void {
    cancelAnimationFrame(frame);
    for (const part of waiting.splice(0)) part();
  }

  function typed(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    // A number of one's own is a choice, and the choice of one begins with the number that is.
    if (target.name === 'own') fields.set('choice', 'own');
    if (target.name === 'choice' && target.value === 'own' && view) {
      const { choice } = view.inputs;
      fields.set('own', String(choice.kind === 'own' ? choice.n : view.cadence.n));
    }
    const remembers = root.querySelector('[name=remembers]:checked')?.getAttribute('value') !== '';
    change({ ...state, values: fields.read(), remembers }, target.id);
  }

  /** Takes a change of the person's: shows it, then keeps it, and offers the way back. */
  function change(next: Said, where: string): void {
    if (where !== lastChanged) before = state;
    lastChanged = where;
    state = next;
    wholeList &&= where === 'dates';
    const isGood = answer();
    setHidden(undo, false);
    setText(said, '');
    clearTimeout(saving);
    saving = isGood ? setTimeout(saveNow, SAVE_MS) : undefined;
    speakSoon(isGood);
  }

  function speakSoon(isGood: boolean): void {
    clearTimeout(speaking);
    speaking = setTimeout(
      () => setText(spoken, isGood && view ? spokenText(view, page) : words.stale),
      SPEAK_MS,
    );
  }

  function saveNow(): void {
    if (saving === undefined) return;
    clearTimeout(saving);
    saving = undefined;
    save();
  }

  function save(exported = plans.current()?.exported): Plan | undefined {
    if (!view) return undefined;
    const written = plans.save({
      inputs: view.inputs,
      shifts: view.cadence.schedule.shifts,
      calendarRemembers: state.remembers,
      ...(exported && { exported }),
    });
    seen = JSON.stringify(plans.current());
    const isNewer = written.state === 'unsaved' && written.trouble === 'newer';
    setOptional(kept, written.state === 'saved' ? words.saved : isNewer ? words.newer : words.notKept);
    return written.data;
  }

  async function act(button: HTMLElement): Promise<void> {
    switch (button.dataset['do']) {
      case 'use':
        choose(button.closest<HTMLElement>('[data-choice]')?.dataset['choice'] ?? '');
        return;
      case 'shorter':
        fields.set('checkInMinutes', String(view?.cadence.burden.shorter?.minutes ?? ''));
        change({ ...state, values: fields.read() }, 'shorter');
        undo.focus();
        return;
      case 'away-add':
        fields.addRange();
        return;
      case 'away-remove':
        fields.removeRange(button);
        change({ ...state, values: fields.read() }, 'away');
        return;
      case 'before':
      case 'after':
      case 'reset':
        move(button.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? '', button.dataset['do']);
        return;
      case 'rest':
        wholeList = true;
        if (view) show.dates(view, wholeList);
        need(root, '.dates tbody button').focus();
        return;
      case 'undo':
        takeBack();
        return;
      case 'calendar':
        await toCalendar();
        return;
      case 'print':
        printPage('plan');
        return;
      case 'copy':
        await copy();
        return;
      case 'link':
        await copyLink();
        return;
    }
  }

  function choose(choice: string): void {
    fields.set('choice', choice);
    change({ ...state, values: fields.read() }, 'rings');
  }

  /** Moves one check-in to the meeting before or after, or back to where the rule has it; the others stay. */
  function move(key: string, how: 'before' | 'after' | 'reset'): void {
    if (!view) return;
    const basis = basisOf(view.inputs, state.shifts);
    const to = how === 'before' ? 'meeting-before' : 'meeting-after';
    const shifts = how === 'reset' ? withoutShift(state.shifts, key) : shiftedBy(basis, key, to);
    if (shifts) change({ ...state, shifts }, 'dates');
    drawRest();
    // Each press is a change by itself.
    lastChanged = undefined;
    const moved = view.cadence.schedule.checkIns.find((one) => one.key === key);
    const sentence = how === 'reset' ? words.putBack : words.moved;
    const text = moved && fill(sentence, { kind: words.kinds[moved.kind], date: whenText(moved, words) });
    clearTimeout(speaking);
    setText(copySaid, shifts ? (text ?? '') : words.cannotMove);
    const row = [...root.querySelectorAll<HTMLElement>('[data-key]')].find(
      ({ dataset }) => dataset['key'] === key,
    );
    row?.querySelector<HTMLElement>(`[data-do=${how === 'reset' ? 'after' : how}]`)?.focus();
  }

  function takeBack(): void {
    if (!before) return;
    state = before;
    before = undefined;
    lastChanged = undefined;
    write();
    clearTimeout(saving);
    saving = undefined;
    save();
    setHidden(undo, true);
    setText(said, words.undone);
    need(root, '[data-do=calendar]').focus();
  }

  /** What both agreed, and a link to their sheet where one can be made. */
  async function remembered(day: string): Promise<string | undefined> {
    const { linkToLastSheet } = await import('./links');
    const link = await linkToLastSheet(storage, JSON.parse(root.dataset['hidden'] ?? '[]') as string[]);
    const parts = [
      agreedText(storage, plans.mentorship(), day, words),
      link && fill(words.calendar.sheet, { link }),
    ].filter((part) => part !== undefined);
    return parts.length > 0 ? parts.join('\n\n') : undefined;
  }

  async function toCalendar(): Promise<void> {
    clearTimeout(saving);
    saving = undefined;
    const plan = save();
    if (!plan || !view) return;
    const remembers = state.remembers ? await remembered(view.today) : undefined;
    const { text, record } = fileFor(plan, view, words.calendar, remembers);
    if (text === undefined) {
      setText(said, words.nothingToAdd);
      return;
    }
    const file = `${words.file}.ics`;
    downloadText(file, text);
    save([...record]);
    const off = record.filter(({ cancelled }) => cancelled).length;
    const [first] = view.ahead;
    setText(
      said,
      [
        fill(words.downloaded, { file }),
        ...(off > 0 ? [counted(off, words.downloadedOff)] : []),
        ...(first ? [fill(words.until, { date: whenText(first, words) })] : []),
      ].join(' '),
    );
  }

  /** The plan as a link that opens it in the other person's browser. What it takes is fetched with the first press. */
  async function copyLink(): Promise<void> {
    saveNow();
    if (!view) return;
    const { inputs, shifts } = view;
    const { linkForPlan } = await import('./links');
    const link = await linkForPlan(storage, { id: plans.current()?.id ?? 'plan', inputs, shifts });
    setText(
      copySaid,
      link === undefined ? words.linkFailed : (await copyText(link)) ? words.linkCopied : words.copyFailed,
    );
  }

  async function copy(): Promise<void> {
    if (!view) return;
    const { meet, every, about, share } = answerText(view.inputs, view.cadence, words, page.language);
    const answer = [meet, every, about, share].filter((text) => text !== '').join(' ');
    const isCopied = await copyText(datesAsText(answer, view, words));
    setText(copySaid, isCopied ? words.copied : words.copyFailed);
  }
}
