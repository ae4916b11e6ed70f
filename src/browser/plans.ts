import { planRecord, type Plan } from '../domain/cadence/plan';
import type { Mentorship } from '../domain/records/mentorship';
import { presetRecord } from '../domain/records/preset';
import { allMentorships, keepMentorship, mentorshipInUse, randomId, type Surroundings } from './kit';
import { whenOthersWrite } from './other-tabs';
import { planFrom, presetOf } from './presets';
import { openRecords, type Records, type Written } from './records';
import { openStorage, type Trouble } from './storage';

/** What a page says of a plan; the rest comes with it. */
export type PlanSaid = Omit<Plan, 'id' | 'mentorship' | 'made'>;

/** The plans of check-ins, one a mentorship. Nothing throws. */
export interface Plans {
  /** Trouble found when the storage was opened. */
  readonly trouble: Trouble | undefined;
  /** The mentorship that is open, where there is one. */
  mentorship(): Mentorship | undefined;
  /** Its plan; one that its programme set, until there is one of their own. */
  current(): Plan | undefined;
  /** The name of the programme that set the plan, as long as it is not their own. */
  programme(): string | undefined;
  /** Plans of all mentorships that are in use. */
  all(): readonly { readonly plan: Plan; readonly mentorship: Mentorship }[];
  /** Stores the plan of the mentorship that is open, which comes into being with the first. */
  save(said: PlanSaid): Written<Plan>;
  /**
   * Changes a plan that is stored, of whatever mentorship, on top of what another tab wrote meanwhile; undefined when
   * there is none of that id any more.
   */
  change(id: string, change: (plan: Plan) => PlanSaid): Written<Plan> | undefined;
  /** Moves the plan to the trash; false when there was no room to do so. */
  discard(id: string): boolean;
  restore(id: string): boolean;
  /** Calls back when another tab wrote; returns how to stop. */
  onChange(callback: () => void): () => void;
}

/** Opens the plans under a storage name (from `site.yaml`). */
export function openPlans(name: string, surroundings: Surroundings = {}): Plans {
  const { opened = openStorage(), now = () => new Date(), newId = randomId } = surroundings;
  const records = openRecords(name, opened, now);
  /** The mentorship and the plan that the first save will make. */
  const first = { mentorship: newId(), plan: newId() };
  const open = () => mentorshipInUse(records) ?? first.mentorship;
  const current = () => ownOrSet(records, open());

  return {
    trouble: records.trouble,
    mentorship: () => allMentorships(records).find(({ id }) => id === open()),
    current,
    programme: () => (planOf(records, open()) ? undefined : presetOf(records, open())?.handed.name),
    all: () =>
      allMentorships(records).flatMap((mentorship) => {
        const plan = mentorship.archived === undefined ? ownOrSet(records, mentorship.id) : undefined;
        return plan ? [{ plan, mentorship }] : [];
      }),
    save(said) {
      const mentorship = open();
      const before = current();
      const id = before?.id ?? first.plan;
      keepMentorship(records, mentorship, now());
      return records.write(planRecord, id, (stored = before) => ({
        id,
        mentorship,
        made: stored?.made ?? now().toISOString(),
        // What was skipped is said elsewhere, and stays whatever is planned.
        ...(stored?.skipped !== undefined && { skipped: stored.skipped }),
        ...said,
      }));
    },
    change(id, change) {
      const known = records.find(planRecord, id) ?? presetPlan(records, id);
      if (!known) return undefined;
      keepMentorship(records, known.mentorship, now());
      return records.write(planRecord, id, (stored = known) => {
        const { mentorship, made } = stored;
        return { ...change(stored), id, mentorship, made };
      });
    },
    discard: (id) => records.discard(planRecord, id),
    restore: (id) => records.restore(planRecord, id),
    onChange: (callback) =>
      whenOthersWrite((key) => {
        if (key === null || key.startsWith(`${name}:`)) callback();
      }),
  };
}

/** The plan of a mentorship: their own, else what their programme set. */
const ownOrSet = (records: Records, mentorship: string): Plan | undefined =>
  planOf(records, mentorship) ?? planFrom(presetOf(records, mentorship));

/** The plan of that id that a programme set. */
const presetPlan = (records: Records, id: string): Plan | undefined =>
  planFrom(records.find(presetRecord, id));

/** The plan of a mentorship that is their own. Of two, as an opened copy can bring along, the one that was made last. */
export const planOf = (records: Records, mentorship: string): Plan | undefined =>
  records
    .all(planRecord)
    .filter((plan) => plan.mentorship === mentorship)
    .sort((a, b) => b.made.localeCompare(a.made) || a.id.localeCompare(b.id))[0];
