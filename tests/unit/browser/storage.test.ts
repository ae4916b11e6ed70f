import { afterEach, describe, expect, it, vi } from 'vitest';
import { isFull, openStorage, type KeyValue } from '../../../src/browser/storage';
import { FakeStorage } from './fakes';

afterEach(() => vi.unstubAllGlobals());

/** What a page could store and find again. */
function worksInMemory({ storage }: { storage: KeyValue }) {
  storage.setItem('a', '1');
  storage.setItem('b', '2');
  storage.setItem('a', '3');
  expect([storage.getItem('a'), storage.getItem('b'), storage.getItem('c')]).toEqual(['3', '2', null]);
  expect([storage.length, storage.key(0), storage.key(1), storage.key(2)]).toEqual([2, 'a', 'b', null]);
  storage.removeItem('a');
  storage.removeItem('never there');
  expect([storage.length, storage.getItem('a'), storage.key(0)]).toEqual([1, null, 'b']);
}

describe('a browser that keeps what is stored', () => {
  it('is used as it is, and the try leaves nothing behind', () => {
    const local = new FakeStorage();
    local.setItem('other:site', 'stays');
    const opened = openStorage(() => local);
    expect(opened).toEqual({ storage: local });
    expect(opened.storage).toBe(local);
    expect(local.keys).toEqual(['other:site']);
  });

  it('is found at window.localStorage when nothing else is said', () => {
    const local = new FakeStorage();
    vi.stubGlobal('window', { localStorage: local });
    expect(openStorage().storage).toBe(local);
  });
});

describe('a browser that keeps nothing', () => {
  it.each<[string, () => Storage | null | undefined]>([
    [
      'forbids even to look (an exception on access)',
      () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    ],
    ['has storage switched off (null)', () => null],
    ['has none at all (undefined)', () => undefined],
    [
      'lets one look but not write',
      () => {
        const local = new FakeStorage();
        local.refusal = new DOMException('Denied', 'SecurityError');
        return local;
      },
    ],
    [
      'throws something that is no error',
      () => {
        const local = new FakeStorage();
        local.setItem = () => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- old browsers threw numbers
          throw 22;
        };
        return local;
      },
    ],
  ])('because it %s is told as blocked, and the page works on in memory', (_, access) => {
    const opened = openStorage(access);
    expect(opened.trouble).toBe('blocked');
    worksInMemory(opened);
  });

  it('is told as blocked where there is no window', () => {
    expect(openStorage().trouble).toBe('blocked');
  });
});

describe('a browser without room', () => {
  it.each(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])(
    'is told as full (%s), and what it holds can still be read',
    (name) => {
      const local = new FakeStorage();
      local.setItem('how-are-we-doing:sheet:s1', 'words');
      local.refusal = new DOMException('No room', name);
      const opened = openStorage(() => local);
      expect(opened.trouble).toBe('full');
      expect(opened.storage).toBe(local);
      expect(opened.storage.getItem('how-are-we-doing:sheet:s1')).toBe('words');
    },
  );

  it('is told as full when not one character fits', () => {
    const local = new FakeStorage();
    local.leaveRoom(0);
    expect(openStorage(() => local).trouble).toBe('full');
  });
});

describe('telling full from forbidden', () => {
  it.each([
    [new DOMException('', 'QuotaExceededError'), true],
    [new DOMException('', 'NS_ERROR_DOM_QUOTA_REACHED'), true],
    [Object.assign(new Error(), { name: 'QuotaExceededError' }), true],
    [new DOMException('', 'SecurityError'), false],
    [new Error('QuotaExceededError'), false],
    ['QuotaExceededError', false],
    [undefined, false],
    [null, false],
  ])('%s: %s', (error, full) => {
    expect(isFull(error)).toBe(full);
  });
});
