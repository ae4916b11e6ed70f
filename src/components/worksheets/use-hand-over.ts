import { useState } from 'react';
import { copyText, downloadText } from '../../browser/hand-over';
import type { Sheet } from '../../domain/records/sheet';
import { fill } from '../../domain/words/fill';
import { sheetAsText, type TextWords } from '../../domain/worksheets/text';
import { dateText } from './dates';
import type { FormSheet, FormWords } from './form';
import type { OpenSheet } from './use-sheet';

/** The ways a sheet can take out of the page. */
export type HandOver = ReturnType<typeof useHandOver>;

/** Takes the sheet out of the page, without what is private, and says how that went. */
export function useHandOver(open: OpenSheet, worksheet: FormSheet, { worksheet: labels }: FormWords) {
  const [said, setSaid] = useState<string>();

  const wordsOf = (sheet: Sheet): TextWords => ({
    title: worksheet.title,
    mentor: labels.mentor,
    mentee: labels.mentee,
    scaleMark: labels.scaleMark,
    date: dateText(sheet.started),
  });
  const copy = async () => {
    const sheet = open.flush();
    if (!sheet) return;
    const text = sheetAsText(sheet, worksheet.sections, wordsOf(sheet));
    setSaid((await copyText(text)) ? labels.copied : labels.copyFailed);
  };
  const download = (ending: string, textOf: (sheet: Sheet) => string) => {
    const sheet = open.flush();
    if (!sheet) return;
    const file = `${worksheet.id}-${sheet.started.slice(0, 10)}.${ending}`;
    downloadText(file, textOf(sheet));
    setSaid(fill(labels.downloaded, { file }));
  };
  /** What is rarely asked for is fetched when it is. */
  const rarely = async (task: () => Promise<void>) => {
    try {
      await task();
    } catch {
      setSaid(labels.notFetched);
    }
  };

  return {
    said,
    copy: () => void copy(),
    download: () => download('txt', (sheet) => sheetAsText(sheet, worksheet.sections, wordsOf(sheet))),
    markdown: () =>
      void rarely(async () => {
        const { sheetAsMarkdown } = await import('../../domain/worksheets/markdown');
        download('md', (sheet) => sheetAsMarkdown(sheet, worksheet.sections, wordsOf(sheet)));
      }),
    /** A file that the other person opens in a kit of their own. */
    send: (storage: string) =>
      void rarely(async () => {
        const { openParcels } = await import('../../browser/parcels');
        const sheet = open.flush();
        if (!sheet) return;
        const { fileName, text } = openParcels(storage).sheetFile(sheet, worksheet.sections);
        downloadText(fileName, text);
        setSaid(fill(labels.sent, { file: fileName }));
      }),
    /** A copy of the whole kit. */
    keepCopy: (storage: string) =>
      void rarely(async () => {
        const { openParcels } = await import('../../browser/parcels');
        open.flush();
        const parcels = openParcels(storage);
        const { fileName, text } = parcels.backup();
        downloadText(fileName, text);
        parcels.markCopied();
        setSaid(fill(labels.copyKept, { file: fileName }));
      }),
  };
}
