import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { fragment } from '../../browser/address';
import { openKit, type Kit } from '../../browser/kit';
import { whenLeaving } from '../../browser/leave';
import { whenOthersWrite } from '../../browser/other-tabs';
import type { SetAside, Written } from '../../browser/records';
import type { Trouble } from '../../browser/storage';
import type { Mentorship } from '../../domain/records/mentorship';
import {
  answerOf,
  chosen,
  isBlank,
  isSame,
  mergeParts,
  type Answer,
  type Sheet,
  type SheetPart,
  type TalkSoFar,
} from '../../domain/records/sheet';
import {
  earlyFields,
  fieldsOf,
  fromForm,
  isEmpty,
  toForm,
  withEarly,
  type FormValues,
} from '../../domain/worksheets/answers';
import type { FormSheet } from './form';
import type { Nudged } from './nudged';

/** How long after a change it is saved, however long the person types on: a crash costs at most the last second. */
const SAVE_AFTER_MS = 700;

/** What the page says of the sheet's keeping. */
export type Keeping =
  | { readonly state: 'nothing-yet' }
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'unsaved'; readonly trouble: Trouble | 'newer' | 'gone' };

/** A sheet in its form: which it is, how it is kept, and what can be done with it. */
export interface OpenSheet {
  /** Undefined until the page has come alive. */
  readonly sheet: Sheet | undefined;
  readonly keeping: Keeping;
  /** The sheet that was finished before this one, when this one is still blank. */
  readonly earlier: Sheet | undefined;
  /** Whether a sheet of this worksheet was finished before. */
  readonly hasEarlier: boolean;
  /** The other person's sheet of the same worksheet. */
  readonly received: Sheet | undefined;
  /** Between whom a sheet can be, and how to go to the sheet of another mentorship. */
  readonly mentorships: readonly Mentorship[];
  readonly switchTo: (mentorship: string) => void;
  readonly damaged: readonly SetAside[];
  /** Counts the sheets put into the form, so that fields with a state of their own begin anew. */
  readonly loaded: number;
  /** Writes what is in the form at once and gives the sheet as it is now. */
  readonly flush: () => Sheet | undefined;
  readonly setDone: (done: boolean) => void;
  readonly show: (sheet: Sheet) => void;
  readonly startNew: () => void;
  /** Empties the sheet; false when no way back could be kept. */
  readonly clear: () => boolean;
  readonly undoClear: () => boolean;
  readonly forget: (aside: SetAside) => void;
  /** Settles a field that was written in two tabs: own words, all, or one of the others. */
  readonly choose: (field: string, choice: 'own' | 'all' | number) => void;
  readonly nudged: Omit<Nudged, 'loaded'>;
  /** Notes how far the talk has come that the page leads. */
  readonly setTalk: (next: (talk: TalkSoFar | undefined) => TalkSoFar) => void;
}

/** Opens the worksheet's sheet in a form, saves as the person types, and saves again when the page goes away. */
export function useSheet(
  form: UseFormReturn<FormValues>,
  worksheet: FormSheet,
  storageName: string,
): OpenSheet {
  const { id, sections } = worksheet;
  const kit = useRef<Kit>(undefined);
  const current = useRef<Sheet>(undefined);
  /** The sheet as this tab last saw it stored. */
  const base = useRef<Sheet>(undefined);
  /** Answers this tab has just saved, and what was there before. */
  const own = useRef(new Map<string, Saved>());
  /** While what another tab wrote is put into the form, nothing counts as changed here. */
  const takingOver = useRef(false);
  const cleared = useRef<{ readonly sheet: Sheet; readonly next: string | undefined }>(undefined);
  const changed = useRef(new Set<SheetPart>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const [sheet, setSheet] = useState<Sheet>();
  const [keeping, setKeeping] = useState<Keeping>({ state: 'nothing-yet' });
  const [earlier, setEarlier] = useState<Sheet>();
  const [received, setReceived] = useState<Sheet>();
  const [mentorships, setMentorships] = useState<readonly Mentorship[]>([]);
  const [damaged, setDamaged] = useState<readonly SetAside[]>([]);
  const [loaded, setLoaded] = useState(0);

  const put = useCallback((next: Sheet) => {
    current.current = next;
    setSheet(next);
  }, []);

  const heed = useCallback(
    (written: Written<Sheet>) => {
      put(written.data);
      // Also when it could not be stored: these words are this tab's own, and no other's.
      base.current = written.data;
      setKeeping(
        written.state === 'saved'
          ? { state: 'saved', at: written.at }
          : { state: 'unsaved', trouble: written.trouble },
      );
      return written.data;
    },
    [put],
  );

  /** Brings the form up to what a sheet holds, field by field, so that the focus stays where it is. */
  const fillIn = useCallback(
    (sheet: Sheet) => {
      takingOver.current = true;
      const before = form.getValues();
      const after = toForm(sheet, sections);
      if (after.side !== before.side) form.setValue('side', after.side);
      for (const field of fieldsOf(sections)) {
        const name = `answers.${field.id}` as const;
        const answer = after.answers?.[field.id];
        const shown = before.answers?.[field.id];
        // A blank that is being typed is kept by no sheet, and stays in its field all the same.
        const isNews = !isSame(answer?.value, shown?.value);
        if (isNews && !(isEmpty(answer?.value) && isEmpty(shown?.value))) {
          form.setValue(`${name}.value`, answer?.value);
        }
        if (Boolean(answer?.private) !== Boolean(shown?.private)) {
          form.setValue(`${name}.private`, answer?.private);
        }
        if ((answer?.deeper?.value ?? '') !== (shown?.deeper?.value ?? '')) {
          form.setValue(`${name}.deeper`, answer?.deeper);
          // The field of a deeper question is drawn anew with what it holds now.
          setLoaded((n) => n + 1);
        }
      }
      takingOver.current = false;
    },
    [form, sections],
  );

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!kit.current || !current.current || changed.current.size === 0) return current.current;
    const parts = changed.current;
    changed.current = new Set();
    const mine = fromForm(current.current, form.getValues(), sections);
    const before = base.current;
    const saved = heed(kit.current.save(mine, parts, before));
    noteOwn(own.current, parts, before, kit.current.stored(saved)?.revision ?? 0);
    // What another tab wrote came along: it belongs into this form too, or the next save would take it out.
    if (!isSame(saved, mine)) fillIn(saved);
    return saved;
  }, [form, sections, heed, fillIn]);

  const changedPart = useCallback(
    (part: SheetPart) => {
      changed.current.add(part);
      timer.current ??= setTimeout(flush, SAVE_AFTER_MS);
    },
    [flush],
  );

  const show = useCallback(
    (next: Sheet, early: FormValues = {}) => {
      put(next);
      base.current = kit.current?.stored(next)?.sheet;
      own.current.clear();
      setReceived(kit.current?.received(next));
      setMentorships(kit.current?.mentorships(next) ?? []);
      if (kit.current?.isNewer(next)) setKeeping({ state: 'unsaved', trouble: 'newer' });
      form.reset(withEarly(toForm(next, sections), early, sections));
      setLoaded((n) => n + 1);
      for (const field of earlyFields(early)) changedPart(`answers.${field}`);
      if (early.side) changedPart('side');
    },
    [form, sections, put, changedPart],
  );

  useEffect(() => {
    // No default values were given, so the form holds what was typed before the page came alive.
    const early = form.getValues();
    const opened = openKit(storageName);
    kit.current = opened;
    const sheet = opened.open(id, fragment());
    setEarlier(opened.lastDone(id));
    setDamaged(opened.damaged());
    setKeeping(keepingOf(opened, sheet, opened.trouble));
    show(sheet, early);
    return whenLeaving(flush);
  }, [form, id, storageName, show, flush]);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          const part = name && partOf(name);
          if (part && !takingOver.current) changedPart(part);
        },
      }),
    [form, changedPart],
  );

  /** Puts what another tab wrote into this one, except where something was typed here that is not saved yet. */
  const takeOver = useCallback(() => {
    const mine = current.current;
    if (!kit.current || !mine) return;
    const { sheet: stored, revision = 0 } = kit.current.stored(mine) ?? {};
    setReceived(kit.current.received(mine));
    setMentorships(kit.current.mentorships(mine));
    if (!stored) {
      if (base.current) setKeeping({ state: 'unsaved', trouble: 'gone' });
      base.current = undefined;
      // Another tab has begun the sheet that this one shows blank.
      const begun = isBlank(mine) && changed.current.size === 0 ? kit.current.open(id) : mine;
      if (begun.id !== mine.id) {
        setKeeping(keepingOf(kit.current, begun));
        show(begun);
      }
      return;
    }
    if (isSame(stored, base.current)) return;
    const typed = fromForm(mine, form.getValues(), sections);
    const lost = lostAnswers(own.current, stored, typed, revision);
    for (const [field] of lost) changedPart(`answers.${field}`);
    const merged = mergeParts(stored, typed, changed.current, withAnswers(base.current ?? stored, lost));
    base.current = stored;
    put(merged);
    if (changed.current.size === 0) setKeeping(keepingOf(kit.current, stored));
    fillIn(merged);
  }, [form, id, sections, put, show, fillIn, changedPart]);

  useEffect(
    () =>
      whenOthersWrite((key) => {
        if (key === null || /:(sheet|mentorship):/.test(key)) takeOver();
      }),
    [takeOver],
  );

  const setDone = (done: boolean) => {
    const now = flush();
    if (!kit.current || !now) return;
    const written = heed(kit.current.setDone(now, done));
    if (!done) show(written);
  };

  const choose = (field: string, choice: 'own' | 'all' | number) => {
    const now = flush();
    const answer = now && answerOf(now, field);
    if (!kit.current || !answer) return;
    const next = { ...now, answers: { ...now.answers, [field]: chosen(answer, choice) } };
    show(heed(kit.current.save(next, new Set([`answers.${field}`] as const), base.current)));
  };

  const switchTo = (mentorship: string) => {
    flush();
    if (!kit.current) return;
    kit.current.setCurrent(mentorship);
    const next = kit.current.open(id);
    setEarlier(kit.current.lastDone(id));
    setKeeping(keepingOf(kit.current, next));
    show(next);
  };

  const startNew = () => {
    flush();
    if (!kit.current) return;
    setEarlier(kit.current.lastDone(id));
    const next = kit.current.open(id);
    setKeeping(keepingOf(kit.current, next));
    show(next);
  };

  const clear = () => {
    const now = flush();
    if (!kit.current || !now || !kit.current.discard(now)) return false;
    const next = kit.current.open(id);
    cleared.current = { sheet: now, next: isBlank(next) ? next.id : undefined };
    setKeeping(keepingOf(kit.current, next));
    show(next);
    return true;
  };

  const undoClear = () => {
    if (!kit.current || !cleared.current) return false;
    const { sheet, next } = cleared.current;
    const since = flush();
    const back = kit.current.restore(sheet);
    // What was typed since goes into the sheet that comes back: two open sheets would hide one of them.
    const isSince = since !== undefined && since.id === next;
    if (isSince) kit.current.discard(since);
    if (back) setKeeping(keepingOf(kit.current, sheet));
    show(sheet, isSince ? form.getValues() : {});
    return back;
  };

  const forget = (aside: SetAside) => {
    kit.current?.forget(aside);
    setDamaged(kit.current?.damaged() ?? []);
  };

  const nudged = useMemo(
    () => ({
      count: () => current.current?.nudged.length ?? 0,
      has: (field: string) => current.current?.nudged.includes(field) ?? false,
      add: (field: string) => {
        if (!current.current) return;
        current.current = { ...current.current, nudged: [...current.current.nudged, field] };
        changedPart('nudged');
      },
    }),
    [changedPart],
  );

  const setTalk = useCallback(
    (next: (talk: TalkSoFar | undefined) => TalkSoFar) => {
      if (!current.current) return;
      put({ ...current.current, talk: next(current.current.talk) });
      changedPart('talk');
    },
    [put, changedPart],
  );

  return {
    sheet,
    keeping,
    setTalk,
    hasEarlier: earlier !== undefined,
    earlier: sheet && isBlank(sheet) && earlier?.id !== sheet.id ? earlier : undefined,
    received,
    mentorships,
    switchTo,
    damaged,
    loaded,
    flush,
    choose,
    setDone,
    show,
    startNew,
    clear,
    undoClear,
    forget,
    nudged,
  };
}

/** An answer as it was before this tab saved it, and that save. */
interface Saved {
  readonly before: Answer | undefined;
  readonly revision: number;
  readonly at: number;
}

/** Two tabs that save in the same moment do not see each other's record; after so long they have. */
const SEEN_AFTER_MS = 10_000;

function noteOwn(
  own: Map<string, Saved>,
  parts: ReadonlySet<SheetPart>,
  base: Sheet | undefined,
  revision: number,
): void {
  const at = Date.now();
  for (const [field, saved] of own) if (at - saved.at > SEEN_AFTER_MS) own.delete(field);
  for (const part of parts) {
    const [head, field] = part.split('.');
    if (head !== 'answers' || field === undefined) continue;
    const before = own.has(field) ? own.get(field)?.before : base && answerOf(base, field);
    own.set(field, { before, revision, at });
  }
}

/**
 * Answers that this tab has just saved and that another tab's record, made without having seen them, took away. With
 * each, what was there before, so that the merge knows what both tabs started from.
 */
function lostAnswers(
  own: ReadonlyMap<string, Saved>,
  stored: Sheet,
  mine: Sheet,
  revision: number,
): [string, Answer | undefined][] {
  return [...own]
    .filter(([field, saved]) => {
      const there = answerOf(stored, field);
      // Each save counts on from what it has read, so a record that has seen ours is later than ours.
      const isUnseen = revision <= saved.revision && Date.now() - saved.at <= SEEN_AFTER_MS;
      return isUnseen && !isSame(there, answerOf(mine, field));
    })
    .map(([field, { before }]) => [field, before]);
}

function withAnswers(sheet: Sheet, answers: readonly [string, Answer | undefined][]): Sheet {
  const all = { ...sheet.answers };
  for (const [field, answer] of answers) {
    if (answer) all[field] = answer;
    else delete all[field];
  }
  return { ...sheet, answers: all };
}

/** What to say of a sheet that was just opened. Room may have come back since the storage was opened. */
function keepingOf(
  kit: Kit,
  sheet: Sheet,
  trouble: Trouble | undefined = kit.trouble === 'blocked' ? 'blocked' : undefined,
): Keeping {
  if (trouble) return { state: 'unsaved', trouble };
  const at = kit.savedAt(sheet);
  return at ? { state: 'saved', at } : { state: 'nothing-yet' };
}

/** The part of the sheet an input's name belongs to: `answers.x.value` and `answers.x.deeper.value` are one answer. */
function partOf(name: string): SheetPart | undefined {
  const [head, field] = name.split('.');
  if (head === 'side') return 'side';
  return head === 'answers' && field ? `answers.${field}` : undefined;
}
