import { watch, type FSWatcher } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that somebody put into the folder, whole. */
interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FileDropHandlers {
  /**
   * Called for one file after the other. When it resolves the file is done and moved away; when it rejects the file
   * stays, and is offered again after it has changed or the drop was opened anew.
   */
  onFile(file: DroppedFile): Promise<void>;
  /** The folder is gone or cannot be read; nothing more comes. */
  onClose(): void;
}

export interface FileDropOptions {
  /** A file is whole when its size and time have not changed for so long (ms). */
  readonly settleMs: number;
  /** How often the folder is looked at when the system tells of no change: network folders do not (ms). */
  readonly rescanMs: number;
}

/** USB copies of a handheld's program write in bursts well below a second apart. */
const fileDropDefaults: FileDropOptions = { settleMs: 1_500, rescanMs: 5_000 };

/** Files that were taken are moved here. */
const doneFolder = 'done';

/** Largest file that is read; a million lines come to less. */
const largestFile = 128 * 1024 * 1024;

/** Names under which programs write what is not finished. */
const unfinished = /^[.~]|\.(?:tmp|temp|part|partial|crdownload|download|filepart)$/iu;

export interface FileDrop {
  close(): void;
}

/** What a file looked like. */
interface Look {
  readonly size: number;
  readonly modified: number;
  /** When it was first seen so, by a clock that never jumps (ms). */
  readonly since: number;
}

/**
 * Watches a folder for files of handhelds. Rejects when the folder cannot be read. Every whole file is told once: it
 * is moved to `done` afterwards, and remembered as well, should it not let itself be moved.
 */
export async function openFileDrop(
  folder: string,
  handlers: FileDropHandlers,
  options: FileDropOptions = fileDropDefaults,
): Promise<FileDrop> {
  const looks = new Map<string, Look>();
  /** Size and time of files that were told and are still here. */
  const told = new Map<string, string>();
  let closed = false;
  let scanning = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  const close = (): void => {
    if (closed) return;
    closed = true;
    clearTimeout(timer);
    watcher.close();
    handlers.onClose();
  };

  /** Offers what has become whole; says how long the next one needs (ms). */
  const scan = async (): Promise<number> => {
    const names = (await readdir(folder, { withFileTypes: true }))
      .filter((entry) => entry.isFile() && !unfinished.test(entry.name))
      .map(({ name }) => name)
      .sort();
    forgetAllBut(new Set(names), looks, told);
    let wait = options.rescanMs;
    for (const name of names) {
      const state = await stat(join(folder, name)).catch(() => null);
      // Gone meanwhile, told before, or growing into something that is no list of codes.
      if (closed || state === null || state.size > largestFile) continue;
      const mark = `${state.size} ${state.mtimeMs}`;
      if (told.get(name) === mark) continue;
      const now = performance.now();
      const before = looks.get(name);
      const isSame = before?.size === state.size && before.modified === state.mtimeMs;
      const look = isSame ? before : { size: state.size, modified: state.mtimeMs, since: now };
      looks.set(name, look);
      const left = look.since + options.settleMs - now;
      if (left > 0) wait = Math.min(wait, left);
      else if (await offer(name, state.size)) told.set(name, mark);
    }
    return wait;
  };

  /** False when the file could not be read whole: its writer still holds it. */
  const offer = async (name: string, size: number): Promise<boolean> => {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes === null || bytes.length !== size) {
      looks.delete(name);
      return false;
    }
    const isTaken = await handlers.onFile({ name, bytes }).then(
      () => true,
      () => false,
    );
    if (isTaken) await moveAway(folder, name);
    return true;
  };

  const look = async (): Promise<void> => {
    if (scanning) {
      again = true;
      return;
    }
    scanning = true;
    try {
      do {
        again = false;
        clearTimeout(timer);
        const wait = await scan();
        if (!closed) timer = setTimeout(() => void look(), Math.max(1, wait));
      } while (again && !closed);
    } catch {
      close();
    }
    scanning = false;
  };

  await readdir(folder);
  const watcher: FSWatcher = watch(folder, () => void look());
  watcher.on('error', close);
  void look();
  return { close };
}

function forgetAllBut(names: ReadonlySet<string>, ...maps: readonly Map<string, unknown>[]): void {
  for (const map of maps) for (const name of map.keys()) if (!names.has(name)) map.delete(name);
}

/** Under a name of its own, so that a second file of the same name replaces none. It may stay: it is remembered. */
async function moveAway(folder: string, name: string): Promise<void> {
  try {
    await mkdir(join(folder, doneFolder), { recursive: true });
    const there = new Set(await readdir(join(folder, doneFolder)));
    let target = name;
    for (let number = 2; there.has(target); number += 1) target = `${number}-${name}`;
    await rename(join(folder, name), join(folder, doneFolder, target));
  } catch {
    // A folder that may only be read: its files are told once all the same.
  }
}
