import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { AuditedHead, AuditHead } from './heads.ts';
import { auditHeadSchema, rootOf } from './heads.ts';

export interface HeadFile {
  readonly name: string;
  readonly sha256: string;
  /** Null when it is not what such a file holds. */
  readonly head: AuditHead | null;
}

/** Writes the heads of a day into `folder`, after the newest file that is there. Returns the path. */
export function writeHeadFile(
  folder: string,
  { journals, epoch }: { readonly journals: readonly AuditedHead[]; readonly epoch: string },
  now: number,
): string {
  mkdirSync(folder, { recursive: true });
  const files = readHeadFiles(folder);
  const newest = files.toSorted((a, b) => madeAt(a) - madeAt(b)).at(-1);
  const head: AuditHead = {
    v: 1,
    madeAt: new Date(now).toISOString(),
    epoch,
    before: newest ? { file: newest.name, sha256: newest.sha256 } : null,
    root: rootOf(journals),
    journals: [...journals],
  };
  const path = join(folder, freeName(dayOf(now), new Set(files.map(({ name }) => name))));
  // An auditor may have a copy of any of them already: none is ever written again.
  writeFileSync(path, `${JSON.stringify(head, null, 1)}\n`, { flag: 'wx', mode: 0o640 });
  return path;
}

/** Every head file of a folder, by name. */
function readHeadFiles(folder: string): readonly HeadFile[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}(?:-\d+)?\.json$/u.test(name))
    .sort()
    .map((name) => readHeadFile(join(folder, name)));
}

export function readHeadFile(path: string): HeadFile {
  const bytes = readFileSync(path);
  return {
    name: basename(path),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    head: readHead(bytes.toString('utf8')),
  };
}

/** What is wrong with a file itself: its own words, its root, and the file before it where that lies beside it. */
export function fileFaults(path: string): readonly string[] {
  const { name, head } = readHeadFile(path);
  if (!head) return [`${name}: not a head file, or altered`];
  const faults = rootOf(head.journals) === head.root ? [] : [`${name}: its root is not that of its journals`];
  const beside = new Set(readdirSync(dirname(path)));
  if (!head.before || !beside.has(head.before.file)) return faults;
  const { sha256 } = readHeadFile(join(dirname(path), head.before.file));
  return sha256 === head.before.sha256
    ? faults
    : [...faults, `${head.before.file}: not the file that ${name} was made after`];
}

function readHead(text: string): AuditHead | null {
  try {
    return auditHeadSchema.parse(JSON.parse(text));
  } catch {
    // What the file is instead is of no interest.
    return null;
  }
}

function madeAt({ head }: HeadFile): number {
  return head ? Date.parse(head.madeAt) : 0;
}

/** The day by the libraries' clock. */
function dayOf(now: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
}

function freeName(day: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${day}.json` : `${day}-${number}.json`;
    if (!taken.has(name)) return name;
  }
}
