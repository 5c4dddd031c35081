import { cp, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { natives } from './natives.ts';

export interface Target {
  /** As `process.platform` and `process.arch` say them. */
  readonly platform: string;
  readonly arch: string;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Copies the natives and everything they load at run time from `project/node_modules` to `app/node_modules`,
 * keeping their places: without sources, documentation and the binaries of other systems. Throws when a package
 * has no binary for the target, which is what happens when packaging for a system npm did not install for.
 */
export async function copyNatives(project: string, app: string, target: Target): Promise<void> {
  const folders = new Set<string>();
  for (const name of natives) await closure(project, join(project, 'node_modules', name), folders, target);
  for (const folder of folders) {
    const copied: string[] = [];
    await cp(folder, join(app, relative(project, folder)), {
      recursive: true,
      filter: (source) => {
        const path = relative(folder, source);
        const wanted = path === '' || isNeeded(path.split(sep), target);
        if (wanted) copied.push(path);
        return wanted;
      },
    });
    if (existsSync(join(folder, 'prebuilds')) && !copied.some((path) => path.endsWith('.node'))) {
      throw new Error(`${relative(project, folder)} has no binary for ${target.platform}-${target.arch}`);
    }
  }
}

/** Folder of a package and, first found upwards from it as Node does, of everything it depends on. */
async function closure(project: string, folder: string, found: Set<string>, target: Target): Promise<void> {
  if (found.has(folder)) return;
  found.add(folder);
  // The manifest of an installed package: npm has checked it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  for (const name of Object.keys(manifest.dependencies ?? {})) {
    if (buildTools.has(name)) continue;
    const at = findPackage(project, folder, name);
    if (at === null) throw new Error(`${relative(project, folder)} needs ${name}, which is not installed`);
    await closure(project, at, found, target);
  }
  const forTarget = Object.keys(manifest.optionalDependencies ?? {}).filter((name) =>
    isForTarget(name.split('/').at(-1) ?? '', target),
  );
  const installed = forTarget.map((name) => findPackage(project, folder, name)).filter((at) => at !== null);
  if (forTarget.length > 0 && installed.length === 0) {
    throw new Error(`${forTarget.join(' or ')} is not installed: npm install --os=… --cpu=… for the target`);
  }
  for (const at of installed) await closure(project, at, found, target);
}

function findPackage(project: string, from: string, name: string): string | null {
  for (let folder = from; folder.startsWith(project); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
  }
  return null;
}

/** Needed to compile an addon, never to load one. */
const buildTools: ReadonlySet<string> = new Set(['node-addon-api']);

/** `src` is not one of them: `debug` runs from it. */
const unusedFolders: ReadonlySet<string> = new Set(['deps', 'hidapi', 'docs', 'test', 'node_modules']);
const unusedFiles = /(\.(md|map|css|scss|gypi?|cc?|cpp|hpp|h|[cm]?ts)|sbom\.cdx\.json)$/i;
const usedFonts = /^be-vietnam-pro-(latin|latin-ext|vietnamese)-(500|700)-normal\.woff2$/;

function isNeeded(path: readonly string[], target: Target): boolean {
  const [top = '', second] = path;
  const file = path.at(-1) ?? '';
  if (unusedFolders.has(top)) return false;
  if (top === 'prebuilds')
    return second === undefined || (isForTarget(second, target) && isForTarget(file, target));
  if (/\.woff2?$/.test(file)) return usedFonts.test(file);
  return !unusedFiles.test(file) || /^licen[cs]e/i.test(file);
}

/**
 * Whether a name such as `linux-x64`, `HID_hidraw-linux-arm64`, `canvas-win32-x64-msvc` or `darwin-x64+arm64` is
 * for the target; a name that names no system is for every system. Electron runs on glibc only.
 */
function isForTarget(name: string, { platform, arch }: Target): boolean {
  const words = spelledOurWay(name.toLowerCase()).split(/[-+_.@]/);
  if (words.some((word) => word.endsWith('musl') || word === 'bun')) return false;
  const systems = words.filter((word) => platforms.has(word));
  const cpus = words.filter((word) => architectures.has(word));
  return (systems.length === 0 || systems.includes(platform)) && (cpus.length === 0 || cpus.includes(arch));
}

/** Names that compilers give systems and processors, as Node says them. */
function spelledOurWay(name: string): string {
  return name
    .replace('x86_64', 'x64')
    .replace('aarch64', 'arm64')
    .replace(/x86(?!_)/u, 'ia32')
    .replace('windows', 'win32')
    .replace('macos', 'darwin');
}

const platforms: ReadonlySet<string> = new Set(['linux', 'win32', 'darwin', 'android', 'freebsd']);
const architectures: ReadonlySet<string> = new Set([
  'x64',
  'arm64',
  'arm',
  'ia32',
  'riscv64',
  'armv6',
  'armv7',
]);
