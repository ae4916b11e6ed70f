import * as v from 'valibot';
import { day, id, time, type RecordType } from './envelope';

export const SIDES = ['mentor', 'mentee'] as const;
export type Side = (typeof SIDES)[number];

/** How often two people meet. */
export const RHYTHMS = [
  'twice-a-week',
  'weekly',
  'every-two-weeks',
  'monthly',
  'every-two-months',
  'quarterly',
  'half-yearly',
] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What became of an action; one without any is still open. */
export const OUTCOMES = ['kept', 'changed', 'dropped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const mentorship = v.object({
  id,
  /** When the first sheet of it was begun, as an ISO time in UTC. */
  started: time,
  /** Names or initials, as the person wrote them. */
  other: v.exactOptional(v.string()),
  me: v.exactOptional(v.string()),
  side: v.exactOptional(v.picklist(SIDES)),
  rhythm: v.exactOptional(v.picklist(RHYTHMS)),
  /** First and last day of it, where there are any. */
  begins: v.exactOptional(day),
  ends: v.exactOptional(day),
  /** When it was put away. */
  archived: v.exactOptional(time),
  /** What became of actions, by their ids. The sheet that holds an action stays what was said. */
  actions: v.record(v.string(), v.object({ outcome: v.picklist(OUTCOMES), at: time })),
});

/** One mentoring relationship. The first needs no name; it comes into being with its first sheet. */
export type Mentorship = v.InferOutput<typeof mentorship>;

export const mentorshipRecord: RecordType<Mentorship> = {
  kind: 'mentorship',
  format: 2,
  schema: mentorship,
  migrations: [(first) => ({ ...(first as object), actions: {} })],
};

export const newMentorship = (id: string, now: Date): Mentorship => ({
  id,
  started: now.toISOString(),
  actions: {},
});

/** What a person may set; `undefined` takes it away. */
export type MentorshipChange = {
  readonly [Key in Exclude<keyof Mentorship, 'id' | 'started' | 'actions'>]?: Mentorship[Key] | undefined;
};

/**
 * Sets only what was changed, so that what another tab set beside it stays. Names are trimmed; an empty one is none.
 * What could not be read again, as a day in the year 20270, is not set: it would take all the rest with it.
 */
export function withChange(kept: Mentorship, change: MentorshipChange): Mentorship {
  const entries = Object.entries(change)
    .map(([key, value]) => [key as keyof MentorshipChange, value?.trim() || undefined] as const)
    .filter(([key, value]): boolean => value === undefined || v.is(mentorship.entries[key], value));
  const { id, started, actions, ...rest } = kept;
  const set: MentorshipChange = { ...rest, ...Object.fromEntries(entries) };
  return {
    id,
    started,
    actions,
    ...Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)),
  };
}

/** Says what became of an action; without an outcome it is open again. */
export function withOutcome(
  mentorship: Mentorship,
  action: string,
  outcome: Outcome | undefined,
  now: Date,
): Mentorship {
  const { [action]: _, ...others } = mentorship.actions;
  const actions = outcome ? { ...others, [action]: { outcome, at: now.toISOString() } } : others;
  return { ...mentorship, actions };
}
