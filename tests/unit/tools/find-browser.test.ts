// The search for a browser takes the one that was named, then the nearest, and passes over what does not start.
import { describe, expect, it } from 'vitest';
import { findChromium, findFirefox, type Probe } from '../../../tools/find-browser.mjs';

/** A machine on which these paths exist; a path with "stub" in it does not start. */
function machine(paths: string[], more: Partial<Probe> = {}): Probe {
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    home: '/home/ana',
    exists: (path) => paths.includes(path),
    works: (path) => !path.includes('stub'),
    playwrightsOwn: () => '/home/ana/.cache/ms-playwright/chrome',
    ...more,
  };
}

const PLAYWRIGHTS = '/home/ana/.cache/ms-playwright/chrome';

describe('Chromium', () => {
  it('is the named one first', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/mine' };
    expect(findChromium(machine(['/opt/mine', '/usr/bin/chromium', PLAYWRIGHTS], { env }))).toBe('/opt/mine');
  });

  it('is one on the PATH next, Chromium before Chrome', () => {
    const paths = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/opt/google/chrome/chrome', PLAYWRIGHTS];
    expect(findChromium(machine(paths))).toBe('/usr/bin/chromium');
    expect(findChromium(machine(paths.filter((path) => path !== '/usr/bin/chromium')))).toBe(
      '/usr/bin/google-chrome',
    );
  });

  it('is one in a usual place next, Playwright’s last', () => {
    expect(findChromium(machine(['/opt/google/chrome/chrome', PLAYWRIGHTS]))).toBe(
      '/opt/google/chrome/chrome',
    );
    expect(findChromium(machine([PLAYWRIGHTS]))).toBe(PLAYWRIGHTS);
  });

  it('is not one that does not start', () => {
    const env = { PATH: '/stub:/usr/bin', CHROME_PATH: '/nowhere' };
    expect(findChromium(machine(['/stub/chromium-browser', '/usr/bin/google-chrome'], { env }))).toBe(
      '/usr/bin/google-chrome',
    );
  });

  it('is nowhere on a bare machine', () => {
    expect(findChromium(machine([], { env: {}, playwrightsOwn: () => undefined }))).toBeUndefined();
  });

  it('is found on a Mac, for one person or for all', () => {
    const own = '/home/ana/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findChromium(machine([own], { platform: 'darwin' }))).toBe(own);
  });

  it('is found on Windows', () => {
    const env = { PROGRAMFILES: 'C:/Program Files', LOCALAPPDATA: 'C:/Users/ana' };
    const edge = 'C:/Program Files/Microsoft/Edge/Application/msedge.exe';
    const chrome = 'C:/Users/ana/Google/Chrome/Application/chrome.exe';
    expect(findChromium(machine([edge, chrome], { platform: 'win32', env }))).toBe(chrome);
    expect(findChromium(machine([edge], { platform: 'win32', env }))).toBe(edge);
  });
});

describe('Firefox', () => {
  it('is the named one, then one on the PATH, then one in a usual place', () => {
    const paths = ['/opt/mine', '/usr/bin/firefox-esr', '/opt/firefox/firefox'];
    const env = { PATH: '/usr/bin', FIREFOX_PATH: '/opt/mine' };
    expect(findFirefox(machine(paths, { env }))).toBe('/opt/mine');
    expect(findFirefox(machine(paths))).toBe('/usr/bin/firefox-esr');
    expect(findFirefox(machine(['/opt/firefox/firefox']))).toBe('/opt/firefox/firefox');
    const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findFirefox(machine([mac], { platform: 'darwin' }))).toBe(mac);
  });

  it('is never Playwright’s Chromium', () => {
    expect(findFirefox(machine([PLAYWRIGHTS]))).toBeUndefined();
  });
});
