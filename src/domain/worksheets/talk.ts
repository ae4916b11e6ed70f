import { SIDES, type Side } from '../records/mentorship';
import type { Field, Section } from './definition';

/** One turn of a step: a side's own, or both together. */
export type Turn = Side | 'together';

/** A section as a talk comes to it. */
export interface Step {
  readonly section: string;
  readonly title: string;
  readonly minutes: number;
  /** What it is: marks are made unseen and then shown, words are said in turns, the rest is done together. */
  readonly kind: 'marks' | 'words' | 'together';
  /** In the order they are taken; marks end with a look at both. */
  readonly turns: readonly Turn[];
}

/**
 * The steps of a talk in so many minutes: one a section, without those under "more", and without those that can be
 * spared when there is less time than the worksheet takes. Minutes are whole, at least one each, and add up to what was
 * asked for as long as there is one for each. Who begins changes from step to step, so that neither always speaks first.
 *
 * @param title what a section without one is called
 */
export function planTalk(sections: readonly Section[], minutes: number, title: string): Step[] {
  const main = sections.filter(({ more }) => !more);
  const usual = sum(main.map((section) => section.minutes));
  const kept = minutes < usual ? main.filter(({ spare }) => !spare) : main;
  const shares = share(
    minutes,
    kept.map((section) => section.minutes),
  );
  let takenInTurns = 0;
  return kept.map((section, at): Step => {
    const kind = kindOf(section.fields);
    // The mentee begins: who has less to say in the rest of the meetings is heard first here.
    const inTurns = takenInTurns % 2 === 0 ? [...SIDES].reverse() : [...SIDES];
    if (kind !== 'together') takenInTurns++;
    return {
      section: section.id,
      title: section.title ?? title,
      minutes: shares[at] ?? 1,
      kind,
      turns: kind === 'marks' ? [...inTurns, 'together'] : kind === 'words' ? inTurns : ['together'],
    };
  });
}

/** Marks where all that both are asked is to be marked, words where both have something to say. */
function kindOf(fields: readonly Field[]): Step['kind'] {
  const both = fields.filter(({ side }) => side !== undefined);
  if (both.length > 0 && both.every(({ kind }) => kind === 'scale')) return 'marks';
  const isSaid = ({ kind }: Field) => kind === 'short-text' || kind === 'long-text' || kind === 'question';
  return both.some(isSaid) ? 'words' : 'together';
}

/** Shares whole minutes out by weight, one for each at least: what rounding leaves goes to those who lost most by it. */
function share(minutes: number, weights: readonly number[]): number[] {
  const exact = weights.map((weight) => (minutes * weight) / sum(weights));
  const shares = exact.map((part) => Math.max(1, Math.floor(part)));
  const lost = (at: number) => (exact[at] ?? 0) - (shares[at] ?? 0);
  for (let left = minutes - sum(shares); left !== 0; left -= Math.sign(left)) {
    const places = shares.flatMap((part, at) => (left > 0 || part > 1 ? [at] : []));
    if (places.length === 0) break;
    const most = places.reduce((a, b) => (Math.sign(left) * (lost(b) - lost(a)) > 0 ? b : a));
    shares[most] = (shares[most] ?? 0) + Math.sign(left);
  }
  return shares;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** The turn that follows, in this step or the next; undefined at the talk's end. */
export function after(steps: readonly Step[], at: number, turn: number): Place | undefined {
  if (turn + 1 < (steps[at]?.turns.length ?? 0)) return { at, turn: turn + 1 };
  return at + 1 < steps.length ? { at: at + 1, turn: 0 } : undefined;
}

/** The turn before, in this step or the one before it; undefined at the talk's beginning. */
export function before(steps: readonly Step[], at: number, turn: number): Place | undefined {
  if (turn > 0) return { at, turn: turn - 1 };
  return at > 0 ? { at: at - 1, turn: (steps[at - 1]?.turns.length ?? 1) - 1 } : undefined;
}

/** A step, by its place from 0, and a turn in it. */
export interface Place {
  readonly at: number;
  readonly turn: number;
}
