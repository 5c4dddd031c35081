import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { endReadsOnHangUp, type PollablePort } from './hang-up.ts';

const opened: number[] = [];

afterEach(() => {
  for (const fd of opened.splice(0)) closeSync(fd);
});

/** A port that gives 0 bytes for ever, as a hung-up terminal does. */
function gonePort(poll: (done: (error: Error | null) => void) => void): PollablePort {
  const fd = openSync(devNull, 'r');
  opened.push(fd);
  const port: PollablePort = {
    fd,
    poller: { once: (_event, done) => poll(done) },
    read: () => Promise.reject(new Error('not replaced')),
  };
  endReadsOnHangUp(port);
  return port;
}

test('a read of a port that is gone fails, whether the poller notices or not', async () => {
  const unnoticed = gonePort((done) => done(null));
  await expect(unnoticed.read(Buffer.alloc(8), 0, 8)).rejects.toThrow('the serial device is gone');
  const noticed = gonePort((done) => done(new Error('bad file descriptor')));
  await expect(noticed.read(Buffer.alloc(8), 0, 8)).rejects.toThrow('bad file descriptor');
});

test('the poller of a port that was closed during a read is left alone', async () => {
  let polls = 0;
  const port = gonePort(() => (polls += 1));
  const reading = port.read(Buffer.alloc(8), 0, 8);
  port.fd = null;
  await expect(reading).rejects.toMatchObject({ canceled: true });
  expect(polls).toBe(0);
});

test('a read of a port that was closed here is canceled, not a loss', async () => {
  const port: PollablePort = { ...gonePort((done) => done(null)), fd: null };
  endReadsOnHangUp(port);
  await expect(port.read(Buffer.alloc(8), 0, 8)).rejects.toMatchObject({ canceled: true });
});
