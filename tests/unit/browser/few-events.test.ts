import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HEARD, hearFew } from '../../../src/browser/few-events';

/** React's names for events that do not bubble: it listens to them on the element itself. */
const ON_THEMSELVES = ['onToggle', 'onClose'];

describe('a sheet’s root', () => {
  it('hears what its parts handle, and Astro’s own events', () => {
    const heard: string[] = [];
    const root = { addEventListener: (type: string) => heard.push(type) };
    hearFew([root as unknown as Element]);
    for (const type of ['keydown', 'click', 'pointermove', 'input', 'astro:unmount', 'beforeinput'])
      root.addEventListener(type);
    expect(heard).toEqual(['click', 'input', 'astro:unmount']);
  });

  it('hears every event that a part of a sheet handles', () => {
    const handled = globSync('src/components/worksheets/**/*.tsx').flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\s(on[A-Z]\w+)=\{/g)].map(([, name = '']) => ({ path, name })),
    );
    expect(handled.length).toBeGreaterThan(20);
    const unheard = handled.filter(
      ({ name }) => !ON_THEMSELVES.includes(name) && !HEARD.has(name.slice(2).toLowerCase()),
    );
    expect(unheard).toEqual([]);
  });
});
