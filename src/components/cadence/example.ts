import type { PlanInputs } from '../../domain/cadence/inputs';

/** The pair of the worked example: weekly, an hour, half an hour for a check-in. */
export const WEEKLY: PlanInputs = {
  rhythm: { every: 'weeks', n: 1 },
  pair: 'established',
  meetingMinutes: 60,
  checkInMinutes: 30,
  choice: { kind: 'balanced' },
  next: '2027-01-05',
  away: [],
  earlyLook: false,
};
