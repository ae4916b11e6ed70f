// A copy of the project in a folder of its own, to be changed as an owner would change it, and built.
import { exec, execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, parseDocument } from 'yaml';
import { serve } from '../../../tools/serve.mjs';

const repository = join(import.meta.dirname, '../../..');
const PARTS = ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'];
/** Git as it is on a new computer: with a name, and nothing else set. */
const GIT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'An owner'],
      [`GIT_${who}_EMAIL`, 'owner@mentoring.example.org'],
    ]),
  ),
};
/** What is in a copy for the tests' sake, and what a build leaves there. */
const NOT_OURS = ['node_modules', 'here.config.mjs', '.cache', '.astro', 'dist'];

export class OwnCopy {
  private constructor(readonly folder: string) {}

  static async make(): Promise<OwnCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'own-copy-'));
    for (const part of PARTS) await cp(join(repository, part), join(folder, part), { recursive: true });
    return new OwnCopy(folder).furnish();
  }

  /** Puts the copy under git, as the project is published. */
  async publish(): Promise<void> {
    await this.type('git init --quiet --initial-branch=main');
    await this.leaveOut();
    await this.type('git add --all');
    await this.type('git commit --quiet --message "A version"');
  }

  /** What an owner gets who clones it. */
  async clone(): Promise<OwnCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'own-clone-'));
    await this.type(`git clone --quiet . "${folder}"`);
    const clone = await new OwnCopy(folder).furnish();
    await clone.leaveOut();
    return clone;
  }

  /** Types a line into a terminal in this folder. @throws with all that was answered, if it failed */
  async type(line: string): Promise<void> {
    const options = { cwd: this.folder, env: { ...process.env, ...GIT } };
    await promisify(exec)(line, options).catch((reason: unknown) => {
      const { stdout, stderr } = reason as { stdout: string; stderr: string };
      throw new Error(`${line}\n${stdout}${stderr}`);
    });
  }

  read = (path: string): Promise<string> => readFile(join(this.folder, path), 'utf8');
  write = (path: string, text: string): Promise<void> => writeFile(join(this.folder, path), text);

  /** Puts another text in the place of the whole file. */
  async change(path: string, change: (text: string) => string): Promise<void> {
    await this.write(path, change(await this.read(path)));
  }

  /** Sets keys of a YAML file, as a person changes or adds a line. */
  setKeys = (path: string, keys: Readonly<Record<string, unknown>>): Promise<void> =>
    this.change(path, (text) => {
      const document = parseDocument(text);
      for (const [key, value] of Object.entries(keys)) document.set(key, value);
      return document.toString();
    });

  /** @throws with what the build said */
  build = (): Promise<void> => this.run('build', '--force', '--config', 'here.config.mjs');
  /** Reads all content and stops at what is wrong with it, as the build does first. */
  check = (): Promise<void> => this.run('sync', '--force', '--config', 'here.config.mjs');
  serve = () => serve({ root: join(this.folder, 'dist'), base: '/', compress: true });
  remove = (): Promise<void> => rm(this.folder, { recursive: true, force: true });

  private async furnish(): Promise<this> {
    await symlink(join(repository, 'node_modules'), join(this.folder, 'node_modules'));
    // What a build remembers stays out of the folder that all builds share.
    await this.write(
      'here.config.mjs',
      `import config from './astro.config.mjs';\nexport default { ...config, cacheDir: './.cache' };\n`,
    );
    return this;
  }

  private leaveOut = () => this.write('.git/info/exclude', NOT_OURS.join('\n'));

  private async run(...command: string[]): Promise<void> {
    await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', ...command], {
      cwd: this.folder,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  }
}

/** The lines that a chapter of the README gives to copy, one text for each block in that language. */
export async function readmeBlocks(heading: string, language: string): Promise<string[]> {
  const readme = await readFile(join(repository, 'README.md'), 'utf8');
  const chapter = readme.split(/^#{2,} /m).find((text) => text.startsWith(`${heading}\n`));
  const blocks = [...(chapter ?? '').matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```$/gm)];
  const texts = blocks.flatMap(([, of, text]) => (of === language ? [text!] : []));
  if (texts.length === 0) throw new Error(`README.md gives no ${language} under "${heading}"`);
  return texts;
}

/** The keys that a chapter of the README sets, read as YAML. */
export async function readmeKeys(heading: string): Promise<Record<string, unknown>> {
  return parse((await readmeBlocks(heading, 'yaml'))[0]!) as Record<string, unknown>;
}
