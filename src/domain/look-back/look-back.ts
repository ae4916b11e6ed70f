import type { Mentorship, Side } from '../records/mentorship';
import { agreedIn, type Agreed } from '../records/overview';
import {
  isActions,
  isFolded,
  isReceived,
  isSame,
  newestFirst,
  type Answer,
  type Sheet,
} from '../records/sheet';
import type { Field, ScaleField, Section, Worksheet } from '../worksheets/definition';
import { saidIn, shownAnswers, type ShownAnswer } from '../worksheets/shown';

/** What looking back needs to know of a worksheet. */
export type Asking = Pick<Worksheet, 'title' | 'who' | 'minutes'> & {
  readonly id: string;
  readonly sections: readonly Section[];
};

/** Who speaks in an answer: a side, or only oneself and the other where nobody said who is which, or both at once. */
export const VOICES = ['mentor', 'mentee', 'mine', 'theirs', 'together'] as const;
export type Voice = (typeof VOICES)[number];

/** A sheet in the order of time. */
export interface Past {
  readonly sheet: Sheet;
  /** Undefined when the worksheet is no longer there. */
  readonly title: string | undefined;
  readonly received: boolean;
  /** Of a check-in: how long it took, and whether the page counted that or the worksheet plans it. */
  readonly minutes: { readonly n: number; readonly counted: boolean } | undefined;
}

/** A mark of a scale on a day. */
export interface Mark {
  readonly day: string;
  readonly value: number;
}

/** One scale through time, a line for each voice. */
export interface Plate {
  readonly id: string;
  readonly asked: string;
  readonly ends: ScaleField['ends'];
  /** The oldest mark first. */
  readonly lines: readonly { readonly voice: Voice; readonly marks: readonly Mark[] }[];
}

/** The scales of one worksheet that were marked. */
export interface Marks {
  readonly worksheet: string;
  readonly title: string;
  readonly plates: readonly Plate[];
}

/** What one voice said to a question on a day. */
export interface Words {
  readonly voice: Voice;
  readonly field: Field | undefined;
  readonly answer: Answer;
  /** The question as it was put that day, where it was put in other words. */
  readonly asked: string | undefined;
}

/** A question with all that was said to it, the newest day first. */
export interface Question {
  readonly id: string;
  readonly asked: string;
  /** The worksheet no longer asks it. */
  readonly isOld: boolean;
  readonly days: readonly { readonly day: string; readonly words: readonly Words[] }[];
}

/** The questions of one worksheet that were answered in words. */
export interface Questions {
  readonly worksheet: string;
  readonly title: string | undefined;
  readonly questions: readonly Question[];
}

/** A mentorship as it looks from today. */
export interface LookBack {
  /** Days on which the two checked in, and the first of them. */
  readonly checkIns: number;
  readonly since: string | undefined;
  /** Minutes of this year's check-ins. */
  readonly minutes: number;
  /** Whether for all of them the page counted, for some, or for none. */
  readonly counted: 'all' | 'some' | 'none';
  /** Sheets of the other person that are not shown yet. */
  readonly folded: number;
  /** The newest first. */
  readonly past: readonly Past[];
  readonly agreed: readonly Agreed[];
  readonly marks: readonly Marks[];
  readonly words: readonly Questions[];
}

/** The day it is, and the day a moment was, where the person is: "2027-02-14". */
export interface Calendar {
  readonly today: string;
  readonly dayOf: (time: string) => string;
}

/** A sheet with what may be seen of it. */
interface Seen {
  readonly sheet: Sheet;
  readonly asking: Asking | undefined;
  readonly answers: readonly ShownAnswer[];
  readonly day: string;
  readonly together: boolean;
}

/**
 * Looks back on a mentorship. Nothing private is in it, nothing that is folded, and nothing of a facilitator's; marks
 * stand beside each other and are never added up. It does not depend on the order of the sheets.
 */
export function lookBack(
  mentorship: Mentorship,
  sheets: readonly Sheet[],
  askings: readonly Asking[],
  { today, dayOf }: Calendar,
): LookBack {
  const own = sheets.filter((sheet) => sheet.mentorship === mentorship.id);
  const seen = newestFirst(own.filter((sheet) => !isFolded(sheet, own))).flatMap((sheet) =>
    see(sheet, askings, dayOf),
  );
  const voiceOf = voices(mentorship, seen);
  // The check-ins themselves come first, then what each wrote alone.
  const inOrder = [...askings].sort((a, b) => Number(b.who === 'both') - Number(a.who === 'both'));
  const talks = talksIn(seen);
  const thisYear = talks.filter(({ day }) => day.slice(0, 4) === today.slice(0, 4));
  const days = new Set(talks.map(({ day }) => day));
  return {
    checkIns: days.size,
    since: [...days].sort()[0],
    minutes: Math.round(thisYear.reduce((sum, { seconds }) => sum + seconds, 0) / 60),
    counted: thisYear.every(({ counted }) => counted)
      ? 'all'
      : thisYear.some(({ counted }) => counted)
        ? 'some'
        : 'none',
    folded: own.filter((sheet) => isFolded(sheet, own)).length,
    past: seen.map((one) => ({
      sheet: one.sheet,
      title: one.asking?.title,
      received: isReceived(one.sheet),
      minutes: one.together ? minutesOf(one) : undefined,
    })),
    agreed: agreedIn(
      mentorship,
      seen.map(({ sheet }) => sheet),
      today,
    ),
    marks: marksIn(seen, inOrder, voiceOf),
    words: wordsIn(seen, inOrder, voiceOf),
  };
}

/** The one gate: from here on a sheet holds only what may be seen. One that holds nothing else is not there. */
function see(sheet: Sheet, askings: readonly Asking[], dayOf: Calendar['dayOf']): Seen[] {
  const asking = askings.find(({ id }) => id === sheet.worksheet);
  if (asking?.who === 'facilitator') return [];
  const answers = shownAnswers(sheet, asking?.sections ?? []).filter(({ answer }) => isSaid(answer));
  if (answers.length === 0) return [];
  return [
    {
      sheet: { ...sheet, answers: Object.fromEntries(answers.map(({ id, answer }) => [id, answer])) },
      asking,
      answers,
      day: dayOf(sheet.started),
      // Of a worksheet that is gone, its answers still tell that both were asked.
      together: asking ? asking.who === 'both' : answers.some(({ id }) => sideIn(id) !== undefined),
    },
  ];
}

const isSaid = (answer: Answer): boolean =>
  saidIn(answer).some(({ value, deeper }) => isFilled(value) || isFilled(deeper?.value ?? ''));

const isFilled = (value: Answer['value']) => typeof value === 'number' || value.length > 0;

/** The side in the id of a field that both were asked; see `sideId` of the definition. */
const sideIn = (id: string): Side | undefined =>
  id.endsWith('--mentor') ? 'mentor' : id.endsWith('--mentee') ? 'mentee' : undefined;

/** The id that the answers of both sides share. */
const questionId = ({ id, field }: ShownAnswer) =>
  field?.pair ?? (sideIn(id) === undefined ? id : id.slice(0, id.lastIndexOf('--')));

type VoiceOf = (one: Seen, answer: ShownAnswer) => Voice;

/** Who speaks where. My own side is known from the mentorship, or when all my sheets name the same. */
function voices(mentorship: Mentorship, seen: readonly Seen[]): VoiceOf {
  const named = new Set(
    seen.flatMap(({ sheet, together }) => (together || isReceived(sheet) || !sheet.side ? [] : [sheet.side])),
  );
  const mySide = mentorship.side ?? (named.size === 1 ? [...named][0] : undefined);
  const theirSide = mySide && (mySide === 'mentor' ? 'mentee' : 'mentor');
  return ({ sheet, together }, { id, field }) => {
    const asked = field ? field.side : sideIn(id);
    if (asked) return asked;
    if (together) return 'together';
    if (isReceived(sheet)) return sheet.side ?? theirSide ?? 'theirs';
    return sheet.side ?? mySide ?? 'mine';
  };
}

interface Talk {
  readonly day: string;
  readonly seconds: number;
  readonly counted: boolean;
}

/**
 * The talks that took place: sheets for two that are done. Those of one worksheet and one day are one talk, as when both
 * wrote it down and one sent it to the other.
 */
function talksIn(seen: readonly Seen[]): Talk[] {
  const talks = new Map<string, Talk>();
  for (const one of seen) {
    const { sheet, together, day } = one;
    if (!together || (sheet.done === undefined && !isReceived(sheet))) continue;
    const key = `${day} ${sheet.worksheet}`;
    const talk = { day, ...lengthOf(one) };
    const before = talks.get(key);
    if (!before || isBetter(talk, before)) talks.set(key, talk);
  }
  return [...talks.values()];
}

/** A counted length says more than a planned one; of two alike, the longer. */
const isBetter = (a: Talk, b: Talk) => (a.counted === b.counted ? a.seconds > b.seconds : a.counted);

/** Less than a minute on the page's clock is a look at it, not a talk. */
const SHORTEST = 60;

function lengthOf({ sheet: { talk }, asking }: Seen): Omit<Talk, 'day'> {
  if (talk?.led && talk.spent >= SHORTEST) return { seconds: talk.spent, counted: true };
  return { seconds: (talk?.minutes ?? asking?.minutes ?? 0) * 60, counted: false };
}

function minutesOf(one: Seen): Past['minutes'] {
  const { seconds, counted } = lengthOf(one);
  return seconds > 0 ? { n: Math.round(seconds / 60), counted } : undefined;
}

interface OpenPlate extends Plate {
  readonly lines: { readonly voice: Voice; readonly marks: Mark[] }[];
}

function marksIn(seen: readonly Seen[], askings: readonly Asking[], voiceOf: VoiceOf): Marks[] {
  return askings.flatMap(({ id: worksheet, title, sections }) => {
    const plates = new Map<string, OpenPlate>();
    // The order of the worksheet, whichever scale was marked first.
    for (const field of sections.flatMap(({ fields }) => fields)) {
      const id = field.pair ?? field.id;
      if (field.kind === 'scale' && !plates.has(id)) {
        plates.set(id, { id, asked: field.label, ends: field.ends, lines: [] });
      }
    }
    for (const one of [...seen].reverse()) {
      if (one.sheet.worksheet !== worksheet) continue;
      for (const shown of one.answers.filter(isMark)) {
        const lines = plates.get(questionId(shown))?.lines ?? [];
        const voice = voiceOf(one, shown);
        const line = lines.find((other) => other.voice === voice) ?? { voice, marks: [] };
        if (!lines.includes(line)) lines.push(line);
        const mark = { day: one.day, value: Number(shown.answer.value) };
        const isThere = line.marks.some(({ day, value }) => day === mark.day && value === mark.value);
        if (!isThere) line.marks.push(mark);
      }
    }
    const marked = [...plates.values()].filter(({ lines }) => lines.length > 0);
    marked.forEach(({ lines }) => lines.sort(byVoice));
    return marked.length > 0 ? [{ worksheet, title, plates: marked }] : [];
  });
}

const isMark = ({ field, answer: { value } }: ShownAnswer): boolean =>
  field?.kind === 'scale' && typeof value === 'number' && [1, 2, 3, 4, 5].includes(value);

/** What was agreed stands in its own place, with what became of it. */
const isAgreed = ({ answer: { value } }: ShownAnswer): boolean =>
  typeof value === 'object' && value.length > 0 && isActions(value);

const byVoice = (a: { voice: Voice }, b: { voice: Voice }) =>
  VOICES.indexOf(a.voice) - VOICES.indexOf(b.voice);

interface OpenQuestion extends Question {
  readonly days: { readonly day: string; readonly words: Words[] }[];
}

function wordsIn(seen: readonly Seen[], askings: readonly Asking[], voiceOf: VoiceOf): Questions[] {
  const ids = new Set([...askings.map(({ id }) => id), ...seen.map(({ sheet }) => sheet.worksheet)]);
  return [...ids].flatMap((worksheet) => {
    const asking = askings.find(({ id }) => id === worksheet);
    const fields = asking?.sections.flatMap((section) => section.fields) ?? [];
    const questions = new Map<string, OpenQuestion>();
    for (const { id, pair, label } of fields) {
      const key = pair ?? id;
      if (!questions.has(key)) questions.set(key, { id: key, asked: label, isOld: false, days: [] });
    }
    for (const one of seen) {
      if (one.sheet.worksheet !== worksheet) continue;
      for (const shown of one.answers) {
        if (isMark(shown) || isAgreed(shown)) continue;
        const { field, answer } = shown;
        // A question that is gone has a place of its own, also where a new one took its id.
        const key = field ? questionId(shown) : `old ${questionId(shown)}`;
        const question = questions.get(key) ?? { id: key, asked: answer.asked, isOld: true, days: [] };
        questions.set(key, question);
        const last = question.days.at(-1);
        const day = last?.day === one.day ? last : { day: one.day, words: [] };
        if (day !== last) question.days.push(day);
        const asked = answer.asked === question.asked ? undefined : answer.asked;
        const words = { voice: voiceOf(one, shown), field, answer, asked };
        if (!day.words.some((other) => isSame(saidBy(other), saidBy(words)))) day.words.push(words);
      }
    }
    const answered = [...questions.values()].filter(({ days }) => days.length > 0);
    answered.forEach(({ days }) => days.forEach(({ words }) => words.sort(byVoice)));
    return answered.length > 0 ? [{ worksheet, title: asking?.title, questions: answered }] : [];
  });
}

const saidBy = ({ voice, answer }: Words) => [voice, answer.asked, saidIn(answer)];
