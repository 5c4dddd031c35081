import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];

/** The part of PGlite's Emscripten module that gives a folder of this machine its file operations. */
interface FolderModule {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: OpenFile) => number } };
  readonly FS: { readonly isDir: (mode: number) => boolean };
}

interface OpenFile {
  /** Descriptor of the file on this machine. */
  readonly nfd: number;
  readonly node: { readonly mode: number };
}

/**
 * A database folder whose commits are on the disk when they are answered. PGlite starts PostgreSQL with
 * `fsync` off and its folders ignore the call: a power cut could take back what stations were told is safe, or
 * leave a folder that does not open.
 */
class DurableFolder extends NodeFS {
  readonly #flush: (descriptor: number) => void;

  constructor(folder: string, flush: (descriptor: number) => void) {
    super(folder);
    this.#flush = flush;
  }

  override async init(pglite: Parameters<Init>[0], options: Parameters<Init>[1]): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(pglite, options);
    const giveFsync = (module: unknown): void => {
      // Emscripten hands its module to every `preRun`; PGlite declares no type for the file system in it.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const { NODEFS, FS } = module as FolderModule;
      NODEFS.stream_ops.fsync = ({ nfd, node }) => {
        // Windows flushes no directories; its file system keeps them consistent by itself.
        if (process.platform !== 'win32' || !FS.isDir(node.mode)) this.#flush(nfd);
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), giveFsync] } };
  }
}

const settings = [
  // The default, `fdatasync`, never leaves PGlite's own system call layer.
  'wal_sync_method=fsync',
  // Enough for one branch's tables, and 70 MB less of a small machine's memory than the default.
  'shared_buffers=32MB',
  // What has to be replayed after `kill -9`, at most: keeps a start short.
  'max_wal_size=64MB',
];

/** `-F` is the switch for `fsync=off`; without it PostgreSQL's default holds, which is on. */
const startParameters = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...settings.flatMap((setting) => ['-c', setting]),
];

/** Opens the embedded database in `folder`, which it makes if need be. `flush` is for tests to watch. */
export async function openDurable(
  folder: string,
  flush: (descriptor: number) => void = fsyncSync,
): Promise<PGlite> {
  return PGlite.create({ fs: new DurableFolder(folder, flush), startParams: startParameters });
}
