import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import type { CardHandlers, OpenCardReader } from '../transport/pcsc.ts';
import type { CardContent } from './config.ts';
import { createCardReaderDevice } from './device.ts';
import { createVirtualCard, createVirtualReader, type VirtualCard } from './emulator.ts';
import type { CardRead } from './read-card.ts';

const patient = { timeout: 15_000, interval: 5 };
const closers: (() => void)[] = [];
const uid: CardContent = { kind: 'uid', format: { kind: 'hex', order: 'as-read', letters: 'upper' } };
const card = createVirtualCard(Uint8Array.of(0xde, 0xad, 0xbe, 0xef));

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The system's smart card service, with one reader that can be pulled out. */
function service(): {
  readonly open: OpenCardReader;
  plugged: boolean;
  put(card: VirtualCard): Promise<void>;
  unplug(): void;
} {
  let handlers: CardHandlers | null = null;
  const made = {
    plugged: true,
    async open(name: string, taken: CardHandlers) {
      if (!made.plugged) throw new Error(`no card reader "${name}"`);
      handlers = taken;
      return { close: () => taken.onClose() };
    },
    put: async ({ answer }: VirtualCard) => handlers?.onCard({ transmit: async (apdu) => answer(apdu) }),
    unplug() {
      made.plugged = false;
      handlers?.onClose();
    },
  };
  return made;
}

function start(open: OpenCardReader): {
  readonly cards: CardRead[];
  readonly trouble: string[];
  becomes(state: string): Promise<boolean>;
} {
  const cards: CardRead[] = [];
  const states: string[] = [];
  const trouble: string[] = [];
  const device = createCardReaderDevice({
    config: {
      id: 'cards',
      kind: 'card-reader',
      name: 'Đầu đọc thẻ',
      transport: { kind: 'pcsc', reader: 'ACR122' },
      content: uid,
    },
    openCardReader: open,
    onHealth: (health, problem) => states.push(problem === null ? health : `${health} ${problem}`),
    onCard: (read) => cards.push(read),
    onTrouble: (reason) => trouble.push(reason),
  });
  closers.push(() => device.close());
  return { cards, trouble, becomes: (state) => vi.waitUntil(() => states.at(-1) === state, patient) };
}

test('a card is read when it is put on; a reader that was pulled out is found again', async () => {
  const system = service();
  const { cards, becomes, trouble } = start(system.open);
  await becomes('ready');
  await system.put(card);
  system.unplug();
  await becomes('lost unreachable');
  await vi.waitUntil(() => trouble.length > 0, patient);
  system.plugged = true;
  await becomes('ready');
  await system.put(card);
  expect(cards).toEqual([
    { ok: true, text: 'DEADBEEF' },
    { ok: true, text: 'DEADBEEF' },
  ]);
  expect(trouble).toEqual(['no card reader "ACR122"']);
});

test('a first answer that fails is asked for again; a second one is told', async () => {
  const system = service();
  const { cards, becomes } = start(system.open);
  await becomes('ready');
  let failures = 1;
  const moving: VirtualCard = {
    answer: (apdu) => (failures-- > 0 ? Uint8Array.of(0x63, 0x00) : card.answer(apdu)),
  };
  await system.put(moving);
  failures = 2;
  await system.put(moving);
  expect(cards).toEqual([
    { ok: true, text: 'DEADBEEF' },
    { ok: false, failure: 'refused', detail: '6300' },
  ]);
});

test('a computer without a smart card service, or without this reader, says so and goes on', async () => {
  // The real library: pcscd is not there on most machines, and no ACR122 on the others.
  const { openCardReader } = await import('../transport/pcsc.ts');
  const { becomes, trouble } = start(openCardReader);
  await becomes('lost unreachable');
  await vi.waitUntil(() => trouble.length > 0, patient);
  expect(trouble[0]).toMatch(/NoService|no card reader "ACR122"|addon dependency not found/);
});

test('the virtual reader answers in the frames of vpcd, however they are cut', async () => {
  const calls: Socket[] = [];
  const server = createServer((socket) => void calls.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  const reader = createVirtualReader(address.port);
  closers.push(
    () => reader.takeAway(),
    () => server.close(),
  );
  reader.put(card);
  await vi.waitUntil(() => calls.length === 1, patient);
  let answers = '';
  calls[0]?.on('data', (bytes: Buffer) => (answers += bytes.toString('hex')));
  // Power on, answer to reset, get UID.
  const asked = Uint8Array.of(0, 1, 1, 0, 1, 4, 0, 5, 0xff, 0xca, 0, 0, 0);
  for (const byte of asked) calls[0]?.write(Uint8Array.of(byte));
  await vi.waitUntil(() => answers.endsWith('9000'), patient);
  expect(answers).toBe('00143b8f8001804f0ca000000306030001000000006a0006deadbeef9000');
  reader.takeAway();
  await vi.waitUntil(() => calls[0]?.destroyed === true || calls[0]?.readableEnded === true, patient);
});
