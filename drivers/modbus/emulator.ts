import type { ModbusCarriage } from './answer.ts';
import { mbapHeader, readRtuFrame, readTcpFrame, writeRtuFrame, writeTcpFrame } from './frame.ts';

/** A Modbus unit to talk to: relay board, turnstile controller. What it holds may be changed while it runs. */
export interface ModbusSlave {
  readonly coils: Map<number, boolean>;
  readonly inputs: Map<number, boolean>;
  readonly holding: Map<number, number>;
  readonly inputRegisters: Map<number, number>;
  /** Answers every request with this exception code; null: as it should. */
  refusal: number | null;
  /** Requests understood so far. */
  readonly requests: () => number;
  /** What comes in from the line, cut up in whatever way. */
  receive(bytes: Uint8Array): void;
}

export interface ModbusSlaveOptions {
  readonly carriage: ModbusCarriage;
  readonly unit: number;
  readonly send: (bytes: Uint8Array) => void;
  /** A coil was written. */
  readonly onCoil?: (address: number, on: boolean) => void;
}

/** Requests of function codes 1 to 6 are 8 bytes on a serial line. */
const requestBytes = 8;
const illegalFunction = 1;
const coilOn = 0xff;

export function createModbusSlave({ carriage, unit, send, onCoil }: ModbusSlaveOptions): ModbusSlave {
  const size = carriage === 'rtu' ? requestBytes : requestBytes + mbapHeader - 2;
  let held: Uint8Array = new Uint8Array(0);
  let understood = 0;

  const bitAnswer = (code: number, bits: Map<number, boolean>, first: number, count: number): number[] => {
    const bytes = Array.from({ length: Math.ceil(count / 8) }, () => 0);
    for (let index = 0; index < count; index += 1) {
      if (bits.get(first + index) === true) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
    }
    return [code, bytes.length, ...bytes];
  };
  const wordAnswer = (code: number, words: Map<number, number>, first: number, count: number): number[] => {
    const values = Array.from({ length: count }, (_, index) => words.get(first + index) ?? 0);
    return [code, count * 2, ...values.flatMap((value) => [value >> 8, value & 0xff])];
  };

  const answer = (pdu: Uint8Array): number[] => {
    const [code = 0, ah = 0, al = 0, high = 0, low = 0] = pdu;
    const first = ah * 256 + al;
    const value = high * 256 + low;
    if (slave.refusal !== null) return [code | 0x80, slave.refusal];
    switch (code) {
      case 1:
        return bitAnswer(code, slave.coils, first, value);
      case 2:
        return bitAnswer(code, slave.inputs, first, value);
      case 3:
        return wordAnswer(code, slave.holding, first, value);
      case 4:
        return wordAnswer(code, slave.inputRegisters, first, value);
      case 5:
        slave.coils.set(first, high === coilOn);
        onCoil?.(first, high === coilOn);
        return [...pdu];
      case 6:
        slave.holding.set(first, value);
        return [...pdu];
      default:
        return [code | 0x80, illegalFunction];
    }
  };

  const take = (bytes: Uint8Array): boolean => {
    const tcp = carriage === 'tcp' ? readTcpFrame(bytes) : null;
    const frame = carriage === 'rtu' ? readRtuFrame(bytes) : tcp;
    if (frame === null || frame.unit !== unit) return false;
    understood += 1;
    const pdu = Uint8Array.from(answer(frame.pdu));
    send(tcp === null ? writeRtuFrame({ unit, pdu }) : writeTcpFrame(tcp.transaction, { unit, pdu }));
    return true;
  };

  const slave: ModbusSlave = {
    coils: new Map(),
    inputs: new Map(),
    holding: new Map(),
    inputRegisters: new Map(),
    refusal: null,
    requests: () => understood,
    receive(bytes) {
      held = Buffer.concat([held, bytes]);
      while (held.length >= size) held = held.subarray(take(held.subarray(0, size)) ? size : 1);
    },
  };
  return slave;
}
