import { downloadText } from '../../../browser/hand-over';
import { openParcels } from '../../../browser/parcels';
import type { Sheet } from '../../../domain/records/sheet';
import { fill } from '../../../domain/words/fill';
import type { WorksheetWords } from '../../../domain/words/interface';
import { sheetAsMarkdown } from '../../../domain/worksheets/markdown';
import type { TextWords } from '../../../domain/worksheets/text';
import type { FormSheet } from '../form';

interface What {
  readonly sheet: Sheet;
  readonly worksheet: FormSheet;
  readonly words: TextWords;
  readonly labels: WorksheetWords;
  readonly storage: string;
}

/** Downloads the sheet as Markdown. Like the other two, gives what to say of it. */
export function markdown({ sheet, worksheet, words, labels }: What): string {
  const file = `${worksheet.id}-${sheet.started.slice(0, 10)}.md`;
  downloadText(file, sheetAsMarkdown(sheet, worksheet.sections, words));
  return fill(labels.downloaded, { file });
}

/** Downloads a file that the other person opens in a kit of their own. */
export function send({ sheet, worksheet, labels, storage }: What): string {
  const { fileName, text } = openParcels(storage).sheetFile(sheet, worksheet.sections);
  downloadText(fileName, text);
  return fill(labels.sent, { file: fileName });
}

/** Downloads a copy of the whole kit. */
export function keepCopy({ labels, storage }: What): string {
  const parcels = openParcels(storage);
  const { fileName, text } = parcels.backup();
  downloadText(fileName, text);
  parcels.markCopied();
  return fill(labels.copyKept, { file: fileName });
}
