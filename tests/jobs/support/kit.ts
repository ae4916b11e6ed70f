// A kit as it lies in the browser, made by hand, and the two pages for it as a person uses them: My kit, Open a file.
import type { Locator, Page } from '@playwright/test';
import { planRecord, type Plan } from '../../../src/domain/cadence/plan';
import { packBackup } from '../../../src/domain/parcels/backup';
import { writeParcel } from '../../../src/domain/parcels/envelope';
import {
  RECORD_KINDS,
  writeRecord,
  type RecordKind,
  type RecordType,
} from '../../../src/domain/records/envelope';
import { handfulRecord } from '../../../src/domain/records/handful';
import { mentorshipRecord, type Mentorship } from '../../../src/domain/records/mentorship';
import { questionRecord } from '../../../src/domain/records/question';
import { settingsRecord, SETTINGS_ID, type Settings } from '../../../src/domain/records/settings';
import { sheetRecord, type AnswerValue, type Sheet } from '../../../src/domain/records/sheet';
import { beforeWeTalk, records, SheetPage } from './sheet';
import { expect } from './test';
import { site, words, worksheets } from './words';

const labels = words.kit;

/** Texts by their keys, as they lie in storage. */
export type Stored = Record<string, string>;

export const keyFor = (kind: RecordKind | 'journal' | 'trash', id: string): string =>
  `${site.storage}:${kind}:${id}`;

/** When the records of a kit made by hand were written, unless a test says otherwise. */
const LONG_AGO = '2026-02-02T09:00:00.000Z';

const record = <Data>(type: RecordType<Data>, id: string, data: Data, savedAt = LONG_AGO): Stored => ({
  [keyFor(type.kind, id)]: writeRecord(type, data, 0, new Date(savedAt)),
});

export const mentorship = (id: string, more: Partial<Mentorship> = {}, savedAt?: string): Stored =>
  record(mentorshipRecord, id, { id, started: '2026-01-05T09:00:00.000Z', actions: {}, ...more }, savedAt);

/** A sheet with these answers by field; those named `hidden`, and those of private fields, are private. */
export function sheet(
  id: string,
  answers: Record<string, AnswerValue>,
  { hidden = [], savedAt, ...more }: Partial<Sheet> & { hidden?: string[]; savedAt?: string } = {},
): Stored {
  const { sections } = worksheets.find(({ id }) => id === more.worksheet) ?? beforeWeTalk;
  const fields = sections.flatMap((section) => section.fields);
  const all = Object.entries(answers).map(([name, value]) => {
    const field = fields.find((one) => one.id === name);
    const isPrivate = hidden.includes(name) || field?.private;
    return [name, { asked: field?.label ?? name, value, ...(isPrivate && { private: true }) }] as const;
  });
  const data: Sheet = {
    id,
    worksheet: beforeWeTalk.id,
    mentorship: 'amira',
    started: '2026-02-01T08:00:00.000Z',
    answers: Object.fromEntries(all),
    nudged: [],
    ...more,
  };
  return record(sheetRecord, id, data, savedAt);
}

export const question = (id: string, text: string): Stored =>
  record(questionRecord, id, { id, mentorship: 'amira', text, order: 1, made: LONG_AGO });

/** The plan of a pair that meets every week for an hour from that day on and checks in as the site recommends. */
export const plan = (id: string, inputs: Partial<Plan['inputs']> = {}, more: Partial<Plan> = {}): Stored =>
  record(planRecord, id, {
    id,
    mentorship: 'amira',
    made: LONG_AGO,
    inputs: {
      rhythm: { every: 'weeks', n: 1 },
      pair: 'new',
      meetingMinutes: 60,
      checkInMinutes: 30,
      choice: { kind: 'balanced' },
      next: '2027-01-05',
      away: [],
      earlyLook: false,
      ...inputs,
    },
    shifts: {},
    calendarRemembers: false,
    ...more,
  });

export const handful = (...questions: string[]): Stored => record(handfulRecord, 'next-talk', { questions });

export const settings = (data: Settings): Stored => record(settingsRecord, SETTINGS_ID, data);

/** The text of a copy that holds these records, as another browser's My kit would make it. */
export function copyOf(stored: Stored): string {
  const raw = Object.entries(stored).map(([key, text]) => {
    const [kind = '', ...id] = key.slice(`${site.storage}:`.length).split(':');
    return { kind, id: id.join(':'), text };
  });
  return writeParcel(packBackup('another-kit', raw, [], new Date('2026-11-01T09:00:00Z')));
}

/** A page of the site that touches no record, to look at the storage from, or to prepare it. */
export const elsewhere = 'guide/';

/** Puts records into the browser, as if they had been written on an earlier visit. */
export async function store(page: Page, stored: Stored): Promise<void> {
  await page.goto(elsewhere);
  await page.evaluate((all) => {
    for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
  }, stored);
}

/** Fills what room there is, down to the last letter. */
export const fillStorage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let at = 0;
    for (let size = 4 << 20; size >= 1;) {
      try {
        localStorage.setItem(`other-site:${at}`, 'x'.repeat(size));
        at++;
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });

/** What a record says, without its envelope; undefined when there is none. */
export async function dataOf<Data>(page: Page, kind: RecordKind, id: string): Promise<Data | undefined> {
  const text = (await records(page))[keyFor(kind, id)];
  return text === undefined ? undefined : (JSON.parse(text) as { data: Data }).data;
}

/** What all records say, by key, without when and how often they were written. */
export async function allData(page: Page): Promise<Record<string, unknown>> {
  const kinds = RECORD_KINDS.map((kind) => keyFor(kind, ''));
  const all = Object.entries(await records(page)).filter(([key]) =>
    kinds.some((kind) => key.startsWith(kind)),
  );
  return Object.fromEntries(all.map(([key, text]) => [key, (JSON.parse(text) as { data?: unknown }).data]));
}

/** A day as the page writes it. */
export const dayText = (time: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(new Date(time));

/** Presses a button and gives the file it offers. */
export const downloaded = (page: Page, button: Locator): Promise<{ name: string; text: string }> =>
  new SheetPage(page).download(button);

/** Opens a fold by its words, unless it is open. */
export async function unfold(within: Page | Locator, name: string): Promise<void> {
  const summary = within.locator('summary').getByText(name, { exact: true });
  const fold = summary.locator('xpath=ancestor-or-self::details[1]');
  if ((await fold.getAttribute('open')) === null) await summary.click();
}

/** My kit. */
export class KitPage {
  readonly said: Locator;
  readonly trouble: Locator;
  readonly which: Locator;
  /** The rows of the mentorship's sheets, and of what was agreed. */
  readonly sheets: Locator;
  readonly agreed: Locator;
  readonly trash: Locator;
  readonly ask: Locator;

  constructor(readonly page: Page) {
    this.said = page.locator('.kit > .said');
    this.trouble = page.getByRole('alert');
    this.which = page.getByLabel(labels.which, { exact: true });
    const section = (name: string) => page.getByRole('region', { name, exact: true });
    this.sheets = section(labels.sheets).getByRole('listitem');
    this.agreed = section(labels.actions).getByRole('listitem');
    this.trash = page.locator('details', { hasText: labels.trashText }).getByRole('listitem');
    this.ask = page.getByRole('dialog', { name: labels.allAsk });
  }

  async open(): Promise<this> {
    await this.page.goto('kit/');
    return this.alive();
  }

  async reload(): Promise<this> {
    await this.page.reload();
    return this.alive();
  }

  async alive(): Promise<this> {
    await expect(this.page.locator('.kit[data-alive]')).toBeAttached();
    return this;
  }

  /** The heading above a mentorship. */
  heading = (name: string): Locator => this.page.getByRole('heading', { level: 2, name, exact: true });
  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });
  link = (name: string): Locator => this.page.getByRole('link', { name, exact: true });
  field = (name: 'other' | 'me' | 'side' | 'rhythm' | 'begins' | 'ends'): Locator =>
    this.page.getByLabel(labels[name], { exact: true });

  /** Writes names and dates, and saves them. */
  async write(values: Partial<Record<'other' | 'me' | 'begins' | 'ends', string>>): Promise<void> {
    await unfold(this.page, labels.name);
    for (const [name, value] of Object.entries(values)) await this.field(name as 'other').fill(value);
    await this.button(labels.save).click();
  }

  /** Deletes the sheet of that row. */
  delete = (row: Locator): Promise<void> => row.getByRole('button').click();

  copy = (): Promise<{ name: string; text: string }> => downloaded(this.page, this.button(labels.copyNow));
}

/** Open a file. */
export class OpenPage {
  readonly refused: Locator;
  readonly preview: Locator;
  readonly said: Locator;

  constructor(readonly page: Page) {
    this.refused = page.getByRole('alert');
    this.preview = page.locator('section.preview');
    this.said = page.locator('.open > .said');
  }

  async open(fragment = ''): Promise<this> {
    await this.page.goto(`open/${fragment}`);
    return this.alive();
  }

  async alive(): Promise<this> {
    await expect(this.page.locator('.open[data-alive]')).toBeAttached();
    return this;
  }

  button = (name: string): Locator => this.page.getByRole('button', { name, exact: true });
  heading = (name: string): Locator => this.page.getByRole('heading', { level: 2, name, exact: true });
  fileField = (): Locator => this.page.getByLabel(words.open.choose, { exact: true });

  /** Chooses a file with that text. */
  async file(text: string, name = 'copy.json'): Promise<void> {
    await this.fileField().setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }

  async paste(text: string): Promise<void> {
    await unfold(this.page, words.open.paste);
    await this.page.getByRole('textbox', { name: words.open.paste }).fill(text);
    await this.button(words.open.pasteOpen).click();
  }

  /** What is asked of one record that differs, by its words; without them, of all alike. */
  differing = (name: string | RegExp = words.open.alike): Locator =>
    this.preview.getByRole('group', { name, exact: true });

  async choose(choice: 'mine' | 'theirs' | 'both', name?: string | RegExp): Promise<void> {
    await this.differing(name).getByLabel(words.open[choice], { exact: true }).check();
  }

  /** Says yes to what the preview shows. */
  async putIn(): Promise<void> {
    await this.button(words.open.putIn).or(this.button(words.open.putInSheet)).click();
    await expect(this.preview).toHaveCount(0);
  }
}
