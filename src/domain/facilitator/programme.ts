import { firstValues, typedIn, type FormField, type FormValues } from '../cadence/form';
import { readInputs, type InputsReading } from '../cadence/inputs';
import { MOST_HANDED, type Handed } from '../records/preset';
import type { Programme, ProgrammeTexts } from '../records/programme';

/** What may be wrong with a text of the form; the words for each are content. */
export const TEXT_PROBLEMS = ['missing', 'too-long', 'too-many', 'question-too-long'] as const;
export type TextProblem = (typeof TEXT_PROBLEMS)[number];

/** The form of a programme as it stands. */
export interface ProgrammeTyped {
  readonly texts: ProgrammeTexts;
  readonly worksheets: readonly string[];
  readonly values: FormValues;
}

export interface ProgrammeReading {
  /** What is handed out; undefined while anything is wrong. */
  readonly handed: Handed | undefined;
  readonly problems: ReadonlyMap<keyof ProgrammeTexts, TextProblem>;
  /** How the rhythm and the dates were read. */
  readonly dates: InputsReading;
}

export const NO_TEXTS: ProgrammeTexts = {
  name: '',
  organisation: '',
  contact: '',
  welcome: '',
  questions: '',
};

/** The form of a new programme. Its pairs are new to each other. */
export const firstTyped = (today: string): ProgrammeTyped => ({
  texts: NO_TEXTS,
  worksheets: [],
  values: { ...firstValues(today), newPair: 'on' },
});

/** The form that a kept programme was. What it does not say is as in a new form. */
export function typedOf({ texts, worksheets, controls, away }: Programme, today: string): ProgrammeTyped {
  const first = firstTyped(today);
  const known = Object.entries(controls).filter(([name]) => name !== 'away' && name in first.values);
  return { texts, worksheets, values: { ...first.values, ...Object.fromEntries(known), away } };
}

/** What is kept of the form. */
export function keptOf({ texts, worksheets, values }: ProgrammeTyped): Omit<Programme, 'id' | 'made'> {
  const { away, ...controls } = values satisfies Record<FormField | 'away', unknown>;
  return { texts, worksheets: [...worksheets], controls, away: [...away] };
}

/**
 * Reads the form of a programme. A line is a question; a worksheet named twice is shown once.
 *
 * @param id of the programme
 * @param today the day it is where the person is
 */
export function readProgramme(typed: ProgrammeTyped, id: string, today: string): ProgrammeReading {
  const { texts, worksheets, values } = typed;
  const dates = readInputs(typedIn(values), today);
  const questions = texts.questions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const text = (name: Exclude<keyof ProgrammeTexts, 'questions'>) => texts[name].trim();

  const problems = new Map<keyof ProgrammeTexts, TextProblem>();
  if (text('name') === '') problems.set('name', 'missing');
  for (const name of ['name', 'organisation', 'contact', 'welcome'] as const) {
    const most = name === 'organisation' ? MOST_HANDED.name : MOST_HANDED[name];
    if (text(name).length > most) problems.set(name, 'too-long');
  }
  if (questions.length > MOST_HANDED.questions) problems.set('questions', 'too-many');
  else if (questions.some((one) => one.length > MOST_HANDED.question))
    problems.set('questions', 'question-too-long');
  if (problems.size > 0 || dates.state !== 'ok') return { handed: undefined, problems, dates };

  const optional = (name: 'organisation' | 'contact' | 'welcome') =>
    text(name) === '' ? {} : { [name]: text(name) };
  const handed: Handed = {
    id,
    name: text('name'),
    ...optional('organisation'),
    ...optional('contact'),
    ...optional('welcome'),
    worksheets: [...new Set(worksheets.filter((one) => one !== ''))].slice(0, MOST_HANDED.worksheets),
    questions,
    inputs: dates.inputs,
  };
  return { handed, problems, dates };
}

/** Puts what is to come first before the rest, in its order; what is not there is passed over. */
export function firstOf<Thing extends { readonly id: string }>(
  all: readonly Thing[],
  first: readonly string[],
): { readonly first: readonly Thing[]; readonly rest: readonly Thing[] } {
  const wanted = first.flatMap((id) => all.find((one) => one.id === id) ?? []);
  return { first: wanted, rest: all.filter((one) => !wanted.includes(one)) };
}
