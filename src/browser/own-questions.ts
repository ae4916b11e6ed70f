import type { Mentorship } from '../domain/records/mentorship';
import { questionRecord, type OwnQuestion } from '../domain/records/question';
import { inOrder, lastPlace, moved } from '../domain/questions/own';
import { keepMentorship, mentorshipInUse, openMentorships, randomId, type Surroundings } from './kit';
import { whenOthersWrite } from './other-tabs';
import { presetOf } from './presets';
import { openRecords } from './records';
import { openStorage, type Trouble } from './storage';

/** What a programme asks its pairs to ask. */
export interface HandedQuestions {
  readonly programme: string;
  readonly questions: readonly string[];
}

/** The questions of one's own, as their page and the worksheets use them. Nothing throws. */
export interface OwnQuestions {
  /** Those of the mentorship that is open, in their order, those put aside among them. */
  list(): readonly OwnQuestion[];
  /** Questions that the mentorship's programme handed out, where it did. */
  handed(): HandedQuestions | undefined;
  /** The mentorship they belong to, where there are several and one must know. */
  mentorship(): Mentorship | undefined;
  /** Why not all of it is kept, if so; what was written stays in this page until it closes. */
  trouble(): Trouble | 'newer' | undefined;
  /** Adds a question at the end; with the first one comes its mentorship. Gives its id. */
  add(text: string): string;
  edit(id: string, text: string): void;
  /** Moves a question up (-1) or down (1) among those that are not put aside. */
  move(id: string, by: -1 | 1): void;
  /** Puts a question aside, or takes it out again. */
  setRetired(id: string, retired: boolean): void;
  /** Moves a question to the trash for 30 days; false when there was no room to do so. */
  discard(id: string): boolean;
  /** Brings a discarded question back; false when it is not in the trash, or there was no room. */
  restore(id: string): boolean;
  /** Calls back when another tab wrote; returns how to stop. */
  onChange(callback: () => void): () => void;
}

/** Opens the questions of one's own under a storage name (from `site.yaml`). */
export function openOwnQuestions(name: string, surroundings: Surroundings = {}): OwnQuestions {
  const { opened = openStorage(), now = () => new Date(), newId = randomId } = surroundings;
  const records = openRecords(name, opened, now);
  /** The mentorship that the first question will make. */
  const first = newId();
  /** Questions as this page last saw them: what is typed is kept when another tab deletes one meanwhile. */
  const seen = new Map<string, OwnQuestion>();
  /** Why questions could not be stored; they are tried again with the next that can. */
  const unsaved = new Map<string, Trouble | 'newer'>();

  const all = () => records.all(questionRecord);
  const current = () => mentorshipInUse(records) ?? all()[0]?.mentorship ?? first;
  const list = () => {
    const mentorship = current();
    const questions = inOrder(all().filter((question) => question.mentorship === mentorship));
    for (const question of questions) seen.set(question.id, question);
    return questions;
  };

  const write = (id: string, change: (question: OwnQuestion) => OwnQuestion) => {
    const known = seen.get(id);
    if (!known) return;
    keepMentorship(records, known.mentorship, new Date(known.made));
    const written = records.write(questionRecord, id, (stored = known) => change(stored));
    seen.set(id, written.data);
    if (written.state === 'unsaved') {
      unsaved.set(id, written.trouble);
      return;
    }
    unsaved.delete(id);
    // There is room again: a write that failed is made up for.
    for (const [other, trouble] of unsaved) if (trouble === 'full') write(other, (question) => question);
  };

  return {
    list,
    handed() {
      const { name, questions = [] } = presetOf(records, current())?.handed ?? {};
      return name === undefined || questions.length === 0 ? undefined : { programme: name, questions };
    },
    mentorship() {
      const open = openMentorships(records);
      return open.length > 1 ? open.find(({ id }) => id === current()) : undefined;
    },
    trouble: () => (records.trouble === 'blocked' ? 'blocked' : [...unsaved.values()].at(-1)),
    add(text) {
      const question: OwnQuestion = {
        id: newId(),
        mentorship: current(),
        text: text.trim(),
        order: lastPlace(list()),
        made: now().toISOString(),
      };
      seen.set(question.id, question);
      write(question.id, (own) => own);
      return question.id;
    },
    edit: (id, text) => write(id, (question) => ({ ...question, text })),
    move(id, by) {
      const shown = list().filter(({ retired }) => retired === undefined);
      for (const [one, order] of moved(shown, id, by)) write(one, (question) => ({ ...question, order }));
    },
    setRetired: (id, isRetired) =>
      write(id, ({ retired: _, ...question }) =>
        isRetired ? { ...question, retired: now().toISOString() } : question,
      ),
    discard(id) {
      const isGone = records.discard(questionRecord, id);
      if (isGone) unsaved.delete(id);
      return isGone;
    },
    restore(id) {
      const isBack = records.restore(questionRecord, id);
      const question = isBack ? records.find(questionRecord, id) : undefined;
      if (question) keepMentorship(records, question.mentorship, new Date(question.made));
      return isBack;
    },
    onChange: (callback) =>
      whenOthersWrite((key) => {
        if (key === null || key.startsWith(`${name}:`)) callback();
      }),
  };
}
