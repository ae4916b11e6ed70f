// The small doors to the browser: the address, leaving the page, printing, the clipboard.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fragment } from '../../../src/browser/address';
import { copyText, downloadText } from '../../../src/browser/hand-over';
import { whenLeaving } from '../../../src/browser/leave';
import { beforePrint, printPage, setPrint } from '../../../src/browser/print';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the address’s fragment', () => {
  it.each([
    ['', ''],
    ['#', ''],
    ['#id1', 'id1'],
    ['#a%20b%C3%A4', 'a bä'],
    ['#a#b', 'a#b'],
    ['#%', ''],
    ['#%E0%A4', ''],
  ])('%j is %j', (hash, expected) => {
    vi.stubGlobal('window', { location: { hash } });
    expect(fragment()).toBe(expected);
  });
});

describe('leaving the page', () => {
  function open() {
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const window = new EventTarget();
    vi.stubGlobal('document', page);
    vi.stubGlobal('window', window);
    const saved = vi.fn();
    const stop = whenLeaving(saved);
    const turn = (state: string) => {
      page.visibilityState = state;
      page.dispatchEvent(new Event('visibilitychange'));
    };
    return { saved, stop, turn, hide: () => window.dispatchEvent(new Event('pagehide')) };
  }

  it('saves when the page is hidden or closed, not when it comes back', () => {
    const { saved, turn, hide } = open();
    turn('hidden');
    expect(saved).toHaveBeenCalledTimes(1);
    turn('visible');
    expect(saved).toHaveBeenCalledTimes(1);
    hide();
    expect(saved).toHaveBeenCalledTimes(2);
  });

  it('saves no more once it is stopped', () => {
    const { saved, stop, turn, hide } = open();
    stop();
    turn('hidden');
    hide();
    expect(saved).not.toHaveBeenCalled();
  });
});

describe('printing', () => {
  function open() {
    const dataset: Record<string, string> = {};
    const window = Object.assign(new EventTarget(), { print: vi.fn() });
    vi.stubGlobal('document', { documentElement: { dataset } });
    vi.stubGlobal('window', window);
    return { dataset, window, finish: () => window.dispatchEvent(new Event('afterprint')) };
  }

  it('one paper once, then what the browser’s own print gives again', () => {
    const { dataset, window, finish } = open();
    setPrint('filled');
    window.print.mockImplementation(() => expect(dataset['print']).toBe('with-private'));
    printPage('with-private');
    expect(window.print).toHaveBeenCalledOnce();
    finish();
    expect(dataset['print']).toBe('filled');
  });

  it('leaves no choice behind where there was none', () => {
    const { dataset, finish } = open();
    printPage('blank');
    expect(dataset['print']).toBe('blank');
    finish();
    expect(dataset).toEqual({});
    printPage('with-private');
    finish();
    expect(dataset).toEqual({});
  });

  it('calls back before any printing until it is stopped', () => {
    const { window } = open();
    const ready = vi.fn();
    const stop = beforePrint(ready);
    window.dispatchEvent(new Event('beforeprint'));
    stop();
    window.dispatchEvent(new Event('beforeprint'));
    expect(ready).toHaveBeenCalledOnce();
  });
});

describe('copying text', () => {
  function open({
    writeText,
    execCommand,
  }: {
    writeText?: () => Promise<void>;
    execCommand?: () => boolean;
  }) {
    const area = { value: '', readOnly: false, className: '', select: vi.fn(), remove: vi.fn() };
    vi.stubGlobal('navigator', { clipboard: writeText && { writeText } });
    vi.stubGlobal('HTMLElement', Object);
    vi.stubGlobal('document', {
      createElement: () => area,
      body: { append: vi.fn() },
      activeElement: null,
      execCommand,
    });
    return area;
  }

  it('uses the clipboard', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    open({ writeText });
    expect(await copyText('We start late')).toBe(true);
    expect(writeText).toHaveBeenCalledWith('We start late');
  });

  it.each([
    ['the browser refuses', () => Promise.reject(new DOMException('', 'NotAllowedError'))],
    ['there is no clipboard', undefined],
  ])('goes the old way when %s', async (_, writeText) => {
    const area = open({ ...(writeText && { writeText }), execCommand: () => true });
    expect(await copyText('We start late')).toBe(true);
    expect(area.value).toBe('We start late');
    expect(area.select).toHaveBeenCalledOnce();
    expect(area.remove).toHaveBeenCalledOnce();
  });

  it.each([
    ['says no', () => false],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ])('says so when the old way %s too, and tidies up', async (_, execCommand) => {
    const area = open({ execCommand });
    expect(await copyText('x')).toBe(false);
    expect(area.remove).toHaveBeenCalledOnce();
  });
});

describe('downloading text', () => {
  it('gives the file its name and its words, and lets go of them later', async () => {
    vi.useFakeTimers();
    const link = { href: '', download: '', click: vi.fn() };
    vi.stubGlobal('document', { createElement: () => link });
    const create = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    downloadText('before-we-talk-2026-02-14.txt', 'Wörter');
    expect(link).toMatchObject({ href: 'blob:1', download: 'before-we-talk-2026-02-14.txt' });
    expect(link.click).toHaveBeenCalledOnce();
    const blob = create.mock.calls[0]![0] as Blob;
    expect(await blob.text()).toBe('Wörter');
    expect(blob.type).toBe('text/plain;charset=utf-8');
    expect(revoke).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(revoke).toHaveBeenCalledWith('blob:1');
  });
});
