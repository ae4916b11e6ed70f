// A copy of the project in a folder of its own, to be changed as an owner would change it, and built.
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, parseDocument } from 'yaml';
import { serve } from '../../../tools/serve.mjs';

const repository = join(import.meta.dirname, '../../..');
const PARTS = ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'];

export class OwnCopy {
  private constructor(readonly folder: string) {}

  static async make(): Promise<OwnCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'own-copy-'));
    for (const part of PARTS) await cp(join(repository, part), join(folder, part), { recursive: true });
    await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
    // What a build remembers stays out of the folder that all builds share.
    await writeFile(
      join(folder, 'here.config.mjs'),
      `import config from './astro.config.mjs';\nexport default { ...config, cacheDir: './.cache' };\n`,
    );
    return new OwnCopy(folder);
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
