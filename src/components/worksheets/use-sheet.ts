import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { fragment } from '../../browser/address';
import { openKit, type Kit } from '../../browser/kit';
import { whenLeaving } from '../../browser/leave';
import type { SetAside, Written } from '../../browser/records';
import type { Trouble } from '../../browser/storage';
import { isBlank, type Sheet, type SheetPart } from '../../domain/records/sheet';
import { earlyFields, fromForm, toForm, withEarly, type FormValues } from '../../domain/worksheets/answers';
import type { FormSheet } from './form';
import type { Nudged } from './nudged';

/** How long after a change it is saved, however long the person types on: a crash costs at most the last second. */
const SAVE_AFTER_MS = 700;

/** What the page says of the sheet's keeping. */
export type Keeping =
  | { readonly state: 'nothing-yet' }
  | { readonly state: 'saved'; readonly at: Date }
  | { readonly state: 'unsaved'; readonly trouble: Trouble | 'newer' };

/** A sheet in its form: which it is, how it is kept, and what can be done with it. */
export interface OpenSheet {
  /** Undefined until the page has come alive. */
  readonly sheet: Sheet | undefined;
  readonly keeping: Keeping;
  /** The sheet that was finished before this one, when this one is still blank. */
  readonly earlier: Sheet | undefined;
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
  readonly nudged: Omit<Nudged, 'loaded'>;
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
  const cleared = useRef<{ readonly sheet: Sheet; readonly next: string | undefined }>(undefined);
  const changed = useRef(new Set<SheetPart>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const [sheet, setSheet] = useState<Sheet>();
  const [keeping, setKeeping] = useState<Keeping>({ state: 'nothing-yet' });
  const [earlier, setEarlier] = useState<Sheet>();
  const [damaged, setDamaged] = useState<readonly SetAside[]>([]);
  const [loaded, setLoaded] = useState(0);

  const put = useCallback((next: Sheet) => {
    current.current = next;
    setSheet(next);
  }, []);

  const heed = useCallback(
    (written: Written<Sheet>) => {
      put(written.data);
      setKeeping(
        written.state === 'saved'
          ? { state: 'saved', at: written.at }
          : { state: 'unsaved', trouble: written.trouble },
      );
      return written.data;
    },
    [put],
  );

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!kit.current || !current.current || changed.current.size === 0) return current.current;
    const parts = changed.current;
    changed.current = new Set();
    return heed(kit.current.save(fromForm(current.current, form.getValues(), sections), parts));
  }, [form, sections, heed]);

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
          if (part) changedPart(part);
        },
      }),
    [form, changedPart],
  );

  const setDone = (done: boolean) => {
    const now = flush();
    if (!kit.current || !now) return;
    const written = heed(kit.current.setDone(now, done));
    if (!done) show(written);
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

  return {
    sheet,
    keeping,
    earlier: sheet && isBlank(sheet) && earlier?.id !== sheet.id ? earlier : undefined,
    damaged,
    loaded,
    flush,
    setDone,
    show,
    startNew,
    clear,
    undoClear,
    forget,
    nudged,
  };
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
