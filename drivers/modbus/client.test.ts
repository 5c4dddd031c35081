import { once } from 'node:events';
import modbusSerial from 'modbus-serial';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../../main/testing/free-port.ts';
import { emulatedLine, type EmulatedLine } from '../testing/emulated-line.ts';
import { openLine } from '../transport/open.ts';
import type { ModbusCarriage } from './answer.ts';
import { createModbusClient, type ModbusClient } from './client.ts';
import { createModbusSlave, type ModbusSlave } from './emulator.ts';

const unit = 17;
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

interface Talk {
  readonly client: ModbusClient;
  readonly slave: ModbusSlave;
  readonly line: EmulatedLine;
}

async function connect(
  line: EmulatedLine,
  carriage: ModbusCarriage,
  timeoutMs: number,
): Promise<ModbusClient> {
  const early: Uint8Array[] = [];
  let client: ModbusClient | null = null;
  const opened = await openLine(line.transport, {
    onData: (bytes) => (client === null ? early.push(bytes) : client.receive(bytes)),
    onClose: () => client?.lost(),
  });
  closers.push(() => opened.close());
  client = await createModbusClient({ carriage, unit, timeoutMs, write: (bytes) => opened.write(bytes) });
  return client;
}

async function talk(kind: 'serial' | 'tcp', carriage: ModbusCarriage, timeoutMs = 5_000): Promise<Talk> {
  const line = await emulatedLine(kind, (bytes) => slave.receive(bytes));
  const slave = createModbusSlave({ carriage, unit, send: (bytes) => line.wire.send(bytes) });
  closers.push(() => line.close());
  return { client: await connect(line, carriage, timeoutMs), slave, line };
}

describe.each([
  ['serial', 'rtu'],
  ['tcp', 'rtu'],
  ['tcp', 'tcp'],
] as const)('over a %s line, carried as %s', (kind, carriage) => {
  test('coils, inputs and registers are read and coils written', async () => {
    const { client, slave } = await talk(kind, carriage);
    slave.inputs.set(9, true);
    slave.holding.set(0x6b, 0xae41);
    slave.inputRegisters.set(2, 7);
    expect(await client.writeCoil(3, true)).toEqual({ ok: true, value: null });
    expect(slave.coils.get(3)).toBe(true);
    expect(await client.read('coil', 3)).toEqual({ ok: true, value: 1 });
    expect(await client.read('coil', 4)).toEqual({ ok: true, value: 0 });
    expect(await client.read('discrete-input', 9)).toEqual({ ok: true, value: 1 });
    expect(await client.read('holding-register', 0x6b)).toEqual({ ok: true, value: 0xae41 });
    expect(await client.read('input-register', 2)).toEqual({ ok: true, value: 7 });
  });

  test('many questions at once are answered each by its own answer', async () => {
    const { client, slave } = await talk(kind, carriage);
    for (let address = 0; address < 30; address += 1) slave.holding.set(address, address * 11);
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, address) => client.read('holding-register', address)),
    );
    expect(answers).toEqual(Array.from({ length: 30 }, (_, at) => ({ ok: true, value: at * 11 })));
  });

  test('split, delayed and noisy answers are understood', async () => {
    const { client, slave, line } = await talk(kind, carriage);
    slave.holding.set(1, 0x0102);
    line.wire.next(
      { kind: 'split', bytes: 1 },
      { kind: 'before', bytes: Uint8Array.of(unit, 3, 2, unit, 3) },
      { kind: 'before', bytes: Uint8Array.of(unit ^ 1, 3, 2, 9, 9, 0, 0) },
    );
    for (const _ of [1, 2, 3]) {
      expect(await client.read('holding-register', 1)).toEqual({ ok: true, value: 0x0102 });
    }
  });

  test('silence ends by the time-out, and the next question is answered', async () => {
    const { client, slave, line } = await talk(kind, carriage, 150);
    slave.holding.set(1, 5);
    line.wire.next({ kind: 'silence' });
    expect(await client.read('holding-register', 1)).toMatchObject({ ok: false, failure: 'no-answer' });
    expect(await client.read('holding-register', 1)).toEqual({ ok: true, value: 5 });
  });

  test('an exception is told with its code', async () => {
    const { client, slave } = await talk(kind, carriage);
    slave.refusal = 2;
    expect(await client.writeCoil(1, true)).toEqual({ ok: false, failure: 'refused', detail: '2' });
    expect(slave.coils.get(1)).toBeUndefined();
  });

  test('a line that breaks in the middle of an answer ends what waits, at once', async () => {
    const { client, line } = await talk(kind, carriage, 60_000);
    line.wire.next({ kind: 'cut', after: 3 });
    const waiting = [client.read('coil', 1), client.read('coil', 2)];
    expect(await Promise.all(waiting)).toMatchObject([{ failure: 'line-lost' }, { failure: 'line-lost' }]);
    expect(await client.writeCoil(1, true)).toMatchObject({ failure: 'line-lost' });
  });
});

test('a wrong CRC is refused, not believed', async () => {
  const { client, slave, line } = await talk('serial', 'rtu', 150);
  slave.holding.set(1, 0x0102);
  line.wire.next({ kind: 'flip', at: 3 }, { kind: 'flip', at: -1 });
  expect(await client.read('holding-register', 1)).toMatchObject({ failure: 'no-answer' });
  expect(await client.read('holding-register', 1)).toMatchObject({ failure: 'no-answer' });
  expect(await client.read('holding-register', 1)).toEqual({ ok: true, value: 0x0102 });
});

test("modbus-serial's own server, which is not ours, understands and is understood", async () => {
  const coils = new Map<number, boolean>();
  const port = await freePort();
  const server = new modbusSerial.ServerTCP(
    {
      getCoil: (address: number) => coils.get(address) ?? false,
      setCoil: (address: number, on: boolean) => void coils.set(address, on),
      getDiscreteInput: (address: number) => address === 4,
      getHoldingRegister: (address: number) => address + 100,
    },
    { host: '127.0.0.1', port, unitID: unit },
  );
  closers.push(() => server.close(() => undefined));
  await once(server, 'initialized');
  const opened = await openLine(
    { kind: 'tcp', host: '127.0.0.1', port },
    { onData: (bytes) => client.receive(bytes), onClose: () => undefined },
  );
  closers.push(() => opened.close());
  const client = await createModbusClient({
    carriage: 'tcp',
    unit,
    timeoutMs: 5_000,
    write: (bytes) => opened.write(bytes),
  });
  expect(await client.writeCoil(2, true)).toEqual({ ok: true, value: null });
  expect(coils.get(2)).toBe(true);
  expect(await client.read('coil', 2)).toEqual({ ok: true, value: 1 });
  expect(await client.read('discrete-input', 4)).toEqual({ ok: true, value: 1 });
  expect(await client.read('holding-register', 7)).toEqual({ ok: true, value: 107 });
});
