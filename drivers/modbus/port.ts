import { EventEmitter } from 'node:events';
import { createAnswerReader, type ModbusCarriage } from './answer.ts';
import { readRtuFrame, writeRtuFrame } from './frame.ts';

/**
 * The port modbus-serial is given instead of opening one itself (its constructor takes any port with these members).
 * So the device's line stays the only owner of the serial port or connection, is found again and logged like every
 * other, and an answer is looked for by its CRC and length: modbus-serial's own ports hand on the first bytes that look
 * like an answer.
 */
interface ModbusPort extends EventEmitter {
  readonly isOpen: boolean;
  open(done: (error: Error | null) => void): void;
  close(done?: (error: Error | null) => void): void;
  /** An RTU frame, however it is carried. */
  write(frame: Uint8Array): void;
}

export interface LineOfModbus {
  readonly port: ModbusPort;
  receive(bytes: Uint8Array): void;
}

/** @param send never throws; a line that broke is told to the client by its owner */
export function createModbusPort(carriage: ModbusCarriage, send: (bytes: Uint8Array) => void): LineOfModbus {
  const answers = createAnswerReader(carriage);
  const emitter = new EventEmitter();
  const port: ModbusPort = Object.assign(emitter, {
    isOpen: true,
    open: (done: (error: Error | null) => void) => done(null),
    close: (done?: (error: Error | null) => void) => done?.(null),
    write(bytes: Uint8Array) {
      const request = readRtuFrame(bytes);
      if (request !== null) send(answers.ask(request));
    },
  });
  return {
    port,
    receive(bytes) {
      const answer = answers.push(bytes);
      if (answer !== null) emitter.emit('data', Buffer.from(writeRtuFrame(answer)));
    },
  };
}
