import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createRfidDevice, type RfidConfig } from '../../drivers/rfid/device.ts';
import { defaultAirSettings } from '../../drivers/rfid/air.ts';
import { createTagField, hfTag, type EmulatedHfTag } from '../../drivers/rfid/emulator/field.ts';
import { createFeigAir } from '../../drivers/rfid/feig/air.ts';
import { createFeigEmulator } from '../../drivers/rfid/feig/emulator.ts';
import { tagReader } from '../../drivers/rfid/read-tag.ts';
import { encodeTag } from '../../drivers/rfid/tags/index.ts';
import { openLine } from '../../drivers/transport/open.ts';
import type { Bench } from '../measure.ts';
import { figure, median } from '../measure.ts';

const pileSize = 10;
const piles = 31;
/** What one command of the emulated reader takes on air (ms): `LUU_THONG_AIR_MS`, 5 as a usual block read does. */
const airMs = Number(process.env['LUU_THONG_AIR_MS'] ?? 5);

/**
 * Our share of listing a pile of ten HF tags: from laying it down to the tenth tag told, less the time that the reader
 * spent on air. The baseline is as many question and answer pairs over a bare socket.
 */
export const rfidPile: Bench = {
  name: 'rfid-pile',
  run: async () => {
    const reader = await startReader();
    const shares: number[] = [];
    const bare: number[] = [];
    for (let pile = 0; pile < piles; pile += 1) {
      const { ms, questions } = await reader.lay(books(pile));
      shares.push(ms);
      bare.push(await roundTrips(questions));
      await reader.lift();
    }
    await reader.close();
    return figure({
      name: 'rfid-pile',
      value: median(shares),
      unit: 'ms',
      baseline: median(bare),
      against: 'as many round trips over a bare socket',
      target: '100 or less',
    });
  },
};

function books(pile: number): readonly EmulatedHfTag[] {
  return Array.from({ length: pileSize }, (_, index) => {
    const number = pile * pileSize + index;
    const encoded = encodeTag('iso28560-3', {
      kind: 'item',
      itemId: `VV.${String(number).padStart(6, '0')}`,
    });
    if (!encoded.ok || encoded.tag.technology !== 'hf') throw new Error('the tag cannot be written');
    const { bytes, dsfid, afi } = encoded.tag;
    return hfTag(`E0040100${number.toString(16).padStart(8, '0')}`, bytes, { dsfid, afi });
  });
}

/** A FEIG reader on loopback TCP, run as the driver process runs it. */
async function startReader() {
  const field = createTagField();
  const air = { ms: 0, questions: 0, since: 0 };
  const server = createServer({ noDelay: true }, (socket) => {
    const answers: Uint8Array[] = [];
    const emulator = createFeigEmulator(field, (bytes) => answers.push(bytes));
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      const heard = performance.now();
      setTimeout(() => {
        emulator.receive(bytes);
        air.ms += performance.now() - Math.max(heard, air.since);
        air.questions += 1;
        for (const answer of answers.splice(0)) socket.write(answer);
      }, airMs);
    });
  });
  const port = await listening(server);
  const config: RfidConfig = {
    id: 'pad',
    kind: 'rfid',
    name: 'Bàn đọc',
    transport: { kind: 'tcp', host: '127.0.0.1', port },
    family: 'feig',
    settings: {
      address: 0xff,
      accessPassword: '00000000',
      security: 'afi',
      afi: { on: 0x07, off: 0xc2 },
      profiles: 'auto',
    },
  };
  let told = 0;
  let waiting: (() => void) | null = null;
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      waiting = () => {
        if (told === count) resolve();
      };
      waiting();
    });
  const device = createRfidDevice({
    config,
    openLine,
    createAir: (line) => createFeigAir(line, defaultAirSettings),
    ...tagReader(config.settings),
    onState: () => undefined,
    onTag({ kind }) {
      if (kind !== 'item') throw new Error(`a tag was read as ${kind}`);
      told += 1;
      waiting?.();
    },
    onTagsLeft(addresses) {
      told -= addresses.length;
      waiting?.();
    },
  });
  return {
    async lay(tags: readonly EmulatedHfTag[]) {
      const start = performance.now();
      Object.assign(air, { ms: 0, questions: 0, since: start });
      field.put(...tags);
      await until(pileSize);
      return { ms: performance.now() - start - air.ms, questions: air.questions };
    },
    async lift() {
      field.clear();
      await until(0);
    },
    async close() {
      device.close();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Milliseconds of so many questions and answers of the size of a block read. */
async function roundTrips(count: number): Promise<number> {
  const server = createServer({ noDelay: true }, (socket) => void socket.pipe(socket));
  const port = await listening(server);
  const socket: Socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await once(socket, 'connect');
  const question = new Uint8Array(60);
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    socket.write(question);
    await once(socket, 'data');
  }
  const ms = performance.now() - start;
  socket.destroy();
  server.close();
  return ms;
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return address.port;
}
