import type { ModbusRTU } from 'modbus-serial/ModbusRTU.js';
import type { ModbusCarriage } from './answer.ts';
import { createModbusPort } from './port.ts';

/**
 * `no-answer` nothing valid came in time · `line-lost` the line broke · `refused` the device answered with an exception
 * (`detail` is its code: 1 no such function, 2 no such address, 4 failure …).
 */
export type ModbusFailure = 'no-answer' | 'line-lost' | 'refused';

export type ModbusResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ModbusFailure; readonly detail: string | null };

/** Where a value is read. Coils and discrete inputs are bits, registers are 16-bit numbers. */
type ModbusSource = 'coil' | 'discrete-input' | 'holding-register' | 'input-register';

/** One unit on one open line. Requests wait for each other. Nothing rejects. */
export interface ModbusClient {
  /** The bytes that came in from the line, cut up in whatever way. */
  receive(bytes: Uint8Array): void;
  /** The line broke: what is under way answers `line-lost`, and so does everything later. */
  lost(): void;
  /** @param address as in the frame, from 0 @returns 0 or 1 for a bit, 0 … 65535 for a register */
  read(source: ModbusSource, address: number): Promise<ModbusResult<number>>;
  writeCoil(address: number, on: boolean): Promise<ModbusResult<null>>;
}

export interface ModbusClientOptions {
  readonly carriage: ModbusCarriage;
  /** 1 … 247; with `tcp` often 1 or 255. */
  readonly unit: number;
  /** Longest wait for one answer (ms). */
  readonly timeoutMs: number;
  readonly write: (bytes: Uint8Array) => Promise<void>;
}

const lineLost = { ok: false, failure: 'line-lost', detail: null } as const;

export async function createModbusClient(options: ModbusClientOptions): Promise<ModbusClient> {
  // Loaded only where a Modbus device is configured.
  const { default: modbusSerial } = await import('modbus-serial');
  const gone = Promise.withResolvers<typeof lineLost>();
  let isGone = false;
  const lose = (): void => {
    isGone = true;
    gone.resolve(lineLost);
  };
  const { port, receive } = createModbusPort(options.carriage, (bytes) => {
    options.write(bytes).catch(lose);
  });
  const modbus = new modbusSerial.default(port);
  modbus.open(() => undefined);
  modbus.setID(options.unit);
  modbus.setTimeout(options.timeoutMs);

  let before: Promise<unknown> = Promise.resolve();
  /** A serial line carries no transaction numbers: two questions at once could swap their answers. */
  const inTurn = <Value>(ask: () => Promise<Value>): Promise<ModbusResult<Value>> => {
    const result = before.then(() => {
      if (isGone) return lineLost;
      const answer = ask().then((value): ModbusResult<Value> => ({ ok: true, value }), failureOf);
      return Promise.race([answer, gone.promise]);
    });
    before = result;
    return result;
  };

  return {
    receive,
    lost: lose,
    read: (source, address) => inTurn(() => readOne(modbus, source, address)),
    writeCoil: (address, on) => inTurn(() => modbus.writeCoil(address, on).then(() => null)),
  };
}

async function readOne(modbus: ModbusRTU, source: ModbusSource, address: number): Promise<number> {
  switch (source) {
    case 'coil':
      return Number((await modbus.readCoils(address, 1)).data[0] ?? false);
    case 'discrete-input':
      return Number((await modbus.readDiscreteInputs(address, 1)).data[0] ?? false);
    case 'holding-register':
      return (await modbus.readHoldingRegisters(address, 1)).data[0] ?? 0;
    case 'input-register':
      return (await modbus.readInputRegisters(address, 1)).data[0] ?? 0;
  }
}

/** modbus-serial rejects with its own objects: an exception carries `modbusCode`, everything else went unanswered. */
function failureOf(error: unknown): ModbusResult<never> {
  if (typeof error === 'object' && error !== null && 'modbusCode' in error) {
    return { ok: false, failure: 'refused', detail: String(error.modbusCode) };
  }
  return { ok: false, failure: 'no-answer', detail: null };
}
