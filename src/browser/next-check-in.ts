import {
  suggestionFor,
  worthIn,
  type Sign,
  type Suggestion,
  type Worth,
} from '../domain/cadence/burden-check';
import {
  agreedAtLast,
  heldIn,
  nearestFirst,
  nextCheckIn,
  type NextCheckIn,
} from '../domain/cadence/next-check-in';
import type { Plan } from '../domain/cadence/plan';
import type { Mentorship } from '../domain/records/mentorship';
import { dayAt } from './day';
import { openKit, type Surroundings } from './kit';
import { openPlans } from './plans';

/** When a pair checks in next, by its plan. */
export interface Turn {
  readonly plan: Plan;
  readonly mentorship: Mentorship;
  readonly next: NextCheckIn;
}

/** The next check-ins of all plans. Nothing throws. */
export interface NextCheckIns {
  /** The nearest first. */
  all(): Turn[];
  of(mentorship: string): Turn | undefined;
  /** The plan's date after the check-in that is held today. */
  afterToday(mentorship: string): string | undefined;
  /** What was said so far of whether check-ins are worth the time. */
  worth(mentorship: string): Worth[];
  /** What would make a plan lighter, by the signs that it is too much. */
  suggestion(turn: Turn, signs: ReadonlySet<Sign>): Suggestion;
  /** When the next check-in would be with other inputs. */
  withInputs(turn: Turn, inputs: Plan['inputs']): NextCheckIn;
  /** Changes a plan so; gives how to take that back, nothing when it could not be stored. */
  follow(turn: Turn, suggestion: Suggestion): (() => void) | undefined;
  /** Opens the mentorship, so that the pages that are led to are about it. */
  choose(turn: Turn): void;
  /** Moves on from a date that has passed; gives how to take that back, nothing when it could not be stored. */
  skip(turn: Turn): (() => void) | undefined;
}

/** Opens them under a storage name (from `site.yaml`). */
export function openNextCheckIns(name: string, surroundings: Surroundings = {}): NextCheckIns {
  const { now = () => new Date() } = surroundings;
  const plans = openPlans(name, surroundings);
  const kit = openKit(name, surroundings);
  const heldDays = (mentorship: string) =>
    heldIn(kit.sheets(), mentorship).map((time) => dayAt(new Date(time)));
  const turnOf = ({ plan, mentorship }: Omit<Turn, 'next'>): Turn => ({
    plan,
    mentorship,
    next: nextCheckIn(plan, heldDays(mentorship.id), dayAt(now()), agreedAtLast(kit.sheets(), mentorship.id)),
  });
  const planOf = (mentorship: string) => plans.all().find((one) => one.mentorship.id === mentorship);

  return {
    all: () => nearestFirst(plans.all().map(turnOf)),
    of(mentorship) {
      const found = planOf(mentorship);
      return found && turnOf(found);
    },
    afterToday(mentorship) {
      const found = planOf(mentorship);
      if (!found) return undefined;
      const today = dayAt(now());
      const next = nextCheckIn(found.plan, [...heldDays(mentorship), today], today);
      return next.state === 'upcoming' ? next.date : undefined;
    },
    worth: (mentorship) => worthIn(kit.sheets(), mentorship),
    suggestion({ plan: { inputs, shifts }, mentorship }, signs) {
      const [last] = worthIn(kit.sheets(), mentorship.id);
      const saidNo = last?.said.some(({ answer }) => answer === 'no') ?? false;
      return suggestionFor({ inputs, shifts, signs, saidNo, today: dayAt(now()) });
    },
    withInputs: ({ plan, mentorship }, inputs) =>
      nextCheckIn({ ...plan, inputs }, heldDays(mentorship.id), dayAt(now())),
    follow({ plan }, suggestion) {
      if (!('inputs' in suggestion)) return undefined;
      const { inputs } = suggestion;
      const written = plans.change(plan.id, (stored) => ({ ...stored, inputs }));
      if (written?.state !== 'saved') return undefined;
      return () => {
        plans.change(plan.id, (stored) => ({ ...stored, inputs: plan.inputs }));
      };
    },
    choose: ({ mentorship }) => kit.setCurrent(mentorship.id),
    skip({ plan, next }) {
      if (next.state !== 'overdue') return undefined;
      const { skipped } = plan;
      const written = plans.change(plan.id, (stored) => ({ ...stored, skipped: next.date }));
      if (written?.state !== 'saved') return undefined;
      return () => {
        plans.change(plan.id, ({ skipped: _, ...stored }) => ({
          ...stored,
          ...(skipped !== undefined && { skipped }),
        }));
      };
    },
  };
}
