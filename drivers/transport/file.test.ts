import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLine } from './open.ts';

/** A pipe with a name: the kernel's nearest thing to `/dev/usb/lp0` that needs no printer. */
function deviceFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-lp-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'lp0');
  execFileSync('mkfifo', [path]);
  return path;
}

/** The printer's end: takes bytes only while it is asked to. */
function printerAt(path: string) {
  const stream = createReadStream(path);
  onTestFinished(() => void stream.destroy());
  const parts: Buffer[] = [];
  stream.on('data', (bytes: string | Buffer) => void parts.push(Buffer.from(bytes)));
  stream.pause();
  return { stream, taken: () => Buffer.concat(parts) };
}

const nobody = { onData: () => undefined, onClose: () => undefined };

async function opened(path: string, onClose = (): void => undefined) {
  for (;;) {
    try {
      return await openLine({ kind: 'file', path }, { ...nobody, onClose });
    } catch {
      // The other end of the pipe is not open yet.
      await nextTurn();
    }
  }
}

describe.runIf(process.platform !== 'win32')('a device file', () => {
  it('takes a whole slip from a printer that reads slowly', async () => {
    const path = deviceFile();
    const { stream, taken } = printerAt(path);
    const line = await opened(path);
    const slip = Buffer.alloc(500_000, 'Đồng');
    const written = line.write(slip);
    stream.resume();
    await written;
    expect(await line.oneWay?.endJob()).toBe('taken');
    line.close();
    await once(stream, 'close');
    expect(taken().equals(slip)).toBe(true);
  });

  it('that takes nothing holds nothing up: closing ends the write', async () => {
    const path = deviceFile();
    printerAt(path);
    let closes = 0;
    const line = await opened(path, () => void (closes += 1));
    const stuck = line.write(Buffer.alloc(500_000));
    line.close();
    await expect(stuck).rejects.toThrow(/closed|EBADF/);
    expect(closes).toBe(1);
    expect(await line.oneWay?.endJob()).toBe('unknown');
  });

  it('whose printer is pulled out ends the line once', async () => {
    const path = deviceFile();
    // A process, because a reader in this one waits in the kernel and cannot be pulled out.
    const printer = spawn('cat', [path], { stdio: 'ignore' });
    let closes = 0;
    const line = await opened(path, () => void (closes += 1));
    expect(await line.oneWay?.isThere()).toBe(true);
    printer.kill();
    await once(printer, 'exit');
    await expect(line.write(Buffer.alloc(100))).rejects.toThrow('EPIPE');
    expect(closes).toBe(1);
    rmSync(path);
    expect(await line.oneWay?.isThere()).toBe(false);
  });

  it('that is not there is not made', async () => {
    const path = join(tmpdir(), 'no-such-folder', 'lp0');
    await expect(openLine({ kind: 'file', path }, nobody)).rejects.toThrow('ENOENT');
  });
});
