import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Transport } from '../../contract/devices/config.ts';
import { backOffMs } from './back-off.ts';
import type { Line } from './line.ts';
import { openLine } from './open.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(onSocket: (socket: Socket) => void): Promise<Transport> {
  const server = createServer(onSocket);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { kind: 'tcp', host: '127.0.0.1', port: address.port };
}

interface OpenedLine {
  readonly line: Line;
  readonly closed: Promise<void>;
  readonly closes: () => number;
  readonly received: () => string;
}

async function open(
  transport: Transport,
  onData: (bytes: Uint8Array) => void = () => undefined,
): Promise<OpenedLine> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let closes = 0;
  let received = '';
  const line = await openLine(transport, {
    onData(bytes) {
      received += Buffer.from(bytes).toString();
      onData(bytes);
    },
    onClose() {
      closes += 1;
      resolve();
    },
  });
  return { line, closed: promise, closes: () => closes, received: () => received };
}

const nobody = { onData: () => undefined, onClose: () => undefined };

describe('a TCP line', () => {
  test('carries bytes both ways', async () => {
    const transport = await listen((socket) => socket.pipe(socket));
    const { promise: echoed, resolve } = Promise.withResolvers<void>();
    const { line, received } = await open(transport, () => resolve());
    await line.write(Buffer.from('Nguyễn'));
    await echoed;
    expect(received()).toBe('Nguyễn');
    line.close();
  });

  test('ends once, whoever ends it, and then takes no more bytes', async () => {
    const remote = await listen((socket) => socket.end());
    const endedThere = await open(remote);
    await endedThere.closed;
    endedThere.line.close();
    await expect(endedThere.line.write(Buffer.from('x'))).rejects.toThrow('TCP line closed');
    expect(endedThere.closes()).toBe(1);

    const endedHere = await open(await listen(() => undefined));
    endedHere.line.close();
    endedHere.line.close();
    await endedHere.closed;
    expect(endedHere.closes()).toBe(1);
  });

  test('that breaks rejects the bytes the other side has not taken', async () => {
    const transport = await listen((socket) => {
      socket.on('error', () => undefined);
      socket.pause();
    });
    const { line } = await open(transport);
    const stuck = line.write(Buffer.alloc(64 * 1024 * 1024));
    line.close();
    await expect(stuck).rejects.toThrow(/ECANCELED|closed/);
  });

  test('to a port where nobody listens is refused', async () => {
    const transport = await listen(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    await expect(openLine(transport, nobody)).rejects.toThrow(/ECONNREFUSED/);
  });
});

test('a serial port that is not there is refused by the real binding', async () => {
  const path = process.platform === 'win32' ? 'COM250' : join(tmpdir(), 'no-such-port');
  await expect(openLine({ kind: 'serial', path, baudRate: 9_600 }, nobody)).rejects.toThrow(path);
});

test('a HID scanner that is not there is refused by the real binding', async () => {
  // hidapi needs libusb-1.0 of the system on Linux; a machine without it is told exactly that.
  await expect(openLine({ kind: 'hid', vendorId: 0xffff, productId: 0xffff }, nobody)).rejects.toThrow(
    process.platform === 'linux' ? /no HID device|libusb-1\.0/ : 'no HID device',
  );
});

test('waits double from 200 ms to 5 s, and less by up to half', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 1_000].map((attempt) => backOffMs(attempt, 0))).toEqual([
    200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000,
  ]);
  expect(backOffMs(0, 0.999)).toBe(100);
  expect(backOffMs(9, 0.5)).toBe(3_750);
});
