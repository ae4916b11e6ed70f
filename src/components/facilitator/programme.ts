import { siteRoot } from '../../browser/address';
import { copyText, downloadText } from '../../browser/hand-over';
import { openOwnProgramme } from '../../browser/own-programme';
import { openParcels } from '../../browser/parcels';
import {
  firstTyped,
  keptOf,
  NO_TEXTS,
  readProgramme,
  typedOf,
  type ProgrammeReading,
  type ProgrammeTyped,
} from '../../domain/facilitator/programme';
import type { CalendarWords, Exported } from '../../domain/cadence/calendar';
import type { CadenceWords } from '../../domain/cadence/say';
import type { ProgrammeTexts } from '../../domain/records/programme';
import { counted } from '../../domain/words/count';
import { fill } from '../../domain/words/fill';
import type { ProgrammeWords } from '../../domain/words/interface';
import { openFields } from '../cadence/fields';
import { fileFor } from '../cadence/into-calendar';
import { showDates } from '../cadence/show-dates';
import { showYear } from '../cadence/show-year';
import { viewOf, type Page, type View } from '../cadence/view';
import { need, setAttribute, setHidden, setText } from '../site/dom';
import { today } from '../worksheets/dates';
import { openFirstSheets } from './first-sheets';

/** How long nothing must change before the programme is stored and its link made. */
const SAVE_MS = 300;

/** Wakes a facilitator's page of their programme: what is typed is kept, made into a link, and shown as dates. */
export function wakeProgramme(): void {
  const root = need(document, '#plan');
  const storage = root.dataset['storage'] ?? '';
  const cadence = JSON.parse(root.dataset['words'] ?? '') as CadenceWords;
  const words = JSON.parse(root.dataset['programme'] ?? '') as ProgrammeWords['page'];
  const siteTexts = JSON.parse(root.dataset['texts'] ?? '') as Partial<ProgrammeTexts>;
  const page: Page = { root, words: cadence, language: root.dataset['language'] ?? 'en' };
  const own = openOwnProgramme(storage);
  const parcels = openParcels(storage);
  const fields = openFields(page);
  const sheets = openFirstSheets(root, words);
  const texts = [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-text]')];
  const year = showYear(page);
  const dates = showDates(page, false);
  const kept = need(root, '.kept');
  const another = need(root, '[data-do=another]');
  const undo = need(root, '[data-do=undo]');
  const said = need(root, '.plan-said');
  const sendSaid = need(root, '.send-said');
  const calendarSaid = need(root, '.calendar-said');
  const see = need(root, '.see', HTMLAnchorElement);

  let reading: ProgrammeReading;
  let view: View | undefined;
  let wholeList = false;
  /** The link as it was last made: it must be at hand when the button is pressed. */
  let link: string | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let gone: string | undefined;
  let seen = '';

  load();
  root.hidden = false;
  root.dataset['awake'] = '';
  root.addEventListener('input', ({ target }) => {
    if (target instanceof Element && !target.closest('#handouts')) changed();
  });
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (button) void act(button);
  });
  window.addEventListener('pagehide', saveNow);
  own.onChange(() => {
    if (saving === undefined && JSON.stringify(own.current()) !== seen) load();
  });

  function load(): void {
    const day = today(new Date());
    const programme = own.current();
    seen = JSON.stringify(programme);
    const first = firstTyped(day);
    const typed = programme
      ? typedOf(programme, day)
      : { ...first, texts: { ...NO_TEXTS, ...siteTexts } satisfies ProgrammeTexts };
    for (const control of texts) control.value = typed.texts[nameOf(control)];
    sheets.write(typed.worksheets);
    fields.write(typed.values);
    setHidden(another, !programme);
    setText(kept, own.trouble ? words.notKept : programme ? words.saved : '');
    show(typed);
    void makeLink();
  }

  function typedNow(): ProgrammeTyped {
    return {
      texts: {
        ...NO_TEXTS,
        ...Object.fromEntries(texts.map((control) => [nameOf(control), control.value])),
      },
      worksheets: sheets.read(),
      values: fields.read(),
    };
  }

  /** Shows what follows from what is typed; where something is wrong the last good dates stay, and say so. */
  function show(typed: ProgrammeTyped): void {
    const day = today(new Date());
    reading = readProgramme(typed, own.id(), day);
    const { dates: read, problems } = reading;
    if (read.state === 'ok') view = viewOf(read.inputs, {}, day);
    fields.remark(read, typed.values);
    fields.arrange(typed.values, view);
    setHidden(need(root, '.stale'), read.state === 'ok');
    root.classList.toggle('is-stale', read.state !== 'ok');
    for (const control of texts) {
      const name = nameOf(control);
      const problem = problems.get(name);
      // Nobody is told off for a name that they have not come to yet.
      const isTold =
        problem !== undefined && (problem !== 'missing' || control.dataset['asked'] !== undefined);
      setText(need(root, `#${control.id}-problem`), isTold ? words.problems[problem] : '');
      setAttribute(control, 'aria-invalid', String(isTold));
    }
    if (!view) return;
    year(view);
    dates(view, wholeList);
  }

  function changed(): void {
    wholeList = false;
    sheets.grow();
    show(typedNow());
    for (const line of [said, sendSaid, calendarSaid]) setText(line, '');
    setHidden(undo, true);
    clearTimeout(saving);
    saving = setTimeout(saveNow, SAVE_MS);
  }

  function saveNow(): void {
    if (saving === undefined) return;
    clearTimeout(saving);
    saving = undefined;
    save();
    void makeLink();
  }

  function save(exported: readonly Exported[] | undefined = own.current()?.exported): void {
    const written = own.save({ ...keptOf(typedNow()), ...(exported && { exported: [...exported] }) });
    seen = JSON.stringify(own.current());
    const isNewer = written.state === 'unsaved' && written.trouble === 'newer';
    setText(kept, written.state === 'saved' ? words.saved : isNewer ? words.newer : words.notKept);
    setHidden(another, false);
  }

  async function makeLink(): Promise<void> {
    const { handed } = reading;
    const fragment = handed && (await parcels.presetLink(handed));
    // Something else was typed meanwhile.
    if (handed !== reading.handed) return;
    link = fragment && new URL(`open/${fragment}`, siteRoot()).href;
    see.href = link ?? new URL('open/', siteRoot()).href;
    setHidden(see, link === undefined);
  }

  async function act(button: HTMLElement): Promise<void> {
    switch (button.dataset['do']) {
      case 'copy':
        await copy();
        return;
      case 'file':
        file();
        return;
      case 'calendar':
        toCalendar();
        return;
      case 'another':
        begin();
        return;
      case 'undo':
        takeBack();
        return;
      case 'away-add':
        fields.addRange();
        return;
      case 'away-remove':
        fields.removeRange(button);
        changed();
        return;
      case 'rest':
        wholeList = true;
        if (view) dates(view, wholeList);
        return;
    }
  }

  /** Whether all is right; if not, leads to the first field that is not. */
  function isReady(): boolean {
    for (const control of texts) control.dataset['asked'] = '';
    saveNow();
    show(typedNow());
    if (reading.handed) return true;
    setText(sendSaid, words.wrong);
    const wrong = root.querySelector<HTMLElement>('.about [aria-invalid=true]');
    wrong?.closest('details')?.setAttribute('open', '');
    wrong?.focus();
    return false;
  }

  async function copy(): Promise<void> {
    if (!isReady()) return;
    if (link === undefined) await makeLink();
    if (link === undefined) setText(sendSaid, words.tooLong);
    else setText(sendSaid, (await copyText(link)) ? words.copied : words.copyFailed);
  }

  function file(): void {
    if (!isReady() || !reading.handed) return;
    const { fileName, text } = parcels.presetFile(reading.handed);
    downloadText(fileName, text);
    setText(sendSaid, fill(words.downloaded, { file: fileName }));
  }

  function toCalendar(): void {
    saveNow();
    const { dates: read } = reading;
    if (!view || read.state !== 'ok') return;
    const { exported } = own.current() ?? {};
    const { text, record } = fileFor({ id: own.id(), ...(exported && { exported }) }, view, calendarWords());
    if (text === undefined) {
      setText(calendarSaid, cadence.nothingToAdd);
      return;
    }
    const name = `${cadence.file}.ics`;
    downloadText(name, text);
    save(record);
    const off = record.filter(({ cancelled }) => cancelled).length;
    const lines = [
      fill(cadence.downloaded, { file: name }),
      ...(off > 0 ? [counted(off, cadence.downloadedOff)] : []),
    ];
    setText(calendarSaid, lines.join(' '));
  }

  /** Events are the facilitator's own: they name the programme, and not what two people do. */
  function calendarWords(): CalendarWords {
    const programme = typedNow().texts.name.trim() || words.title;
    const titled = (kind: keyof typeof words.events) => fill(words.events[kind], { programme });
    return {
      ...cadence.calendar,
      summary: {
        'check-in': titled('check-in'),
        'early-look': titled('early-look'),
        'closing-review': titled('closing-review'),
      },
      description: {
        'check-in': words.eventText,
        'early-look': words.eventText,
        'closing-review': words.eventText,
      },
      weekBefore: fill(words.weekBefore, { programme }),
      dayBefore: fill(words.dayBefore, { programme }),
    };
  }

  function begin(): void {
    saveNow();
    const id = own.id();
    if (!own.discard()) {
      setText(said, words.notKept);
      return;
    }
    gone = id;
    for (const control of texts) delete control.dataset['asked'];
    load();
    setText(said, words.anotherDone);
    setHidden(undo, false);
    undo.focus();
  }

  function takeBack(): void {
    if (gone === undefined || !own.restore(gone)) return;
    gone = undefined;
    load();
    setHidden(undo, true);
    setText(said, words.undone);
    texts[0]?.focus();
  }
}

const nameOf = ({ dataset }: HTMLElement) => dataset['text'] as keyof ProgrammeTexts;
