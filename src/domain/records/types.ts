import { planRecord, type Plan } from '../cadence/plan';
import type { RecordKind, RecordType } from './envelope';
import { handfulRecord, type Handful } from './handful';
import { mentorshipRecord, type Mentorship } from './mentorship';
import { presetRecord, type Preset } from './preset';
import { programmeRecord, type Programme } from './programme';
import { questionRecord, type OwnQuestion } from './question';
import { settingsRecord, type Settings } from './settings';
import { sheetRecord, type Sheet } from './sheet';

/** What each kind of record holds. */
export interface DataOf {
  sheet: Sheet;
  mentorship: Mentorship;
  question: OwnQuestion;
  plan: Plan;
  preset: Preset;
  programme: Programme;
  handful: Handful;
  settings: Settings;
}

/** How each kind of record is read and written. */
export const RECORD_TYPES: { readonly [Kind in RecordKind]: RecordType<DataOf[Kind]> } = {
  sheet: sheetRecord,
  mentorship: mentorshipRecord,
  question: questionRecord,
  plan: planRecord,
  preset: presetRecord,
  programme: programmeRecord,
  handful: handfulRecord,
  settings: settingsRecord,
};
