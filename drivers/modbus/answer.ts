import {
  largestRtuFrame,
  mbapHeader,
  readRtuFrame,
  readTcpFrame,
  writeRtuFrame,
  writeTcpFrame,
  type ModbusFrame,
} from './frame.ts';

/** How requests are carried: on RS-485 or through a gateway that passes RTU on, or as Modbus TCP. */
export type ModbusCarriage = 'rtu' | 'tcp';

export interface AnswerReader {
  /** The bytes to send for a request. What came before is forgotten: it answers something else. */
  ask(request: ModbusFrame): Uint8Array;
  /** The answer to the last request once it is whole, else null. Anything else on the line is passed over. */
  push(bytes: Uint8Array): ModbusFrame | null;
}

/** An exception answers with the function code + 80 and one byte. */
const exceptionBit = 0x80;

/** More than two frames were never asked for; what is older cannot be the answer. */
const keptBytes = 2 * (largestRtuFrame + mbapHeader);

/**
 * Finds the answer to one request in whatever a line carries. The length of an answer follows from its request, so a
 * false start in front of it, or a frame of another unit, costs nothing.
 */
export function createAnswerReader(carriage: ModbusCarriage): AnswerReader {
  let request: ModbusFrame | null = null;
  let transaction = 0;
  let held: Uint8Array = new Uint8Array(0);

  const at = (start: number): ModbusFrame | null => {
    if (request === null) return null;
    const header = carriage === 'rtu' ? 0 : mbapHeader;
    const trailer = carriage === 'rtu' ? 2 : 0;
    const code = held[start + header + 1];
    const body = code === undefined ? null : answerLength(request.pdu, code);
    if (body === null || held[start + header] !== request.unit) return null;
    const end = start + header + 1 + body + trailer;
    if (end > held.length) return null;
    const bytes = held.subarray(start, end);
    if (carriage === 'rtu') return accepted(request, readRtuFrame(bytes));
    const frame = readTcpFrame(bytes);
    return frame?.transaction === transaction ? accepted(request, frame) : null;
  };

  return {
    ask(next) {
      request = next;
      held = new Uint8Array(0);
      transaction = (transaction + 1) & 0xffff;
      return carriage === 'rtu' ? writeRtuFrame(next) : writeTcpFrame(transaction, next);
    },
    push(bytes) {
      if (request === null) return null;
      held = Buffer.concat([held, bytes]).subarray(-keptBytes);
      for (let start = 0; start < held.length; start += 1) {
        const answer = at(start);
        if (answer === null) continue;
        request = null;
        held = new Uint8Array(0);
        return { unit: answer.unit, pdu: answer.pdu };
      }
      return null;
    },
  };
}

/** Length of the answer's PDU, or null when `code` answers something else. Function codes 1 to 6, 15 and 16. */
function answerLength(request: Uint8Array, code: number): number | null {
  const asked = request[0];
  if (asked === undefined) return null;
  if (code === (asked | exceptionBit)) return 2;
  if (code !== asked) return null;
  const count = (request[3] ?? 0) * 256 + (request[4] ?? 0);
  switch (asked) {
    case 1:
    case 2:
      return 2 + Math.ceil(count / 8);
    case 3:
    case 4:
      return 2 + 2 * count;
    case 5:
    case 6:
    case 15:
    case 16:
      return 5;
    default:
      return null;
  }
}

/** A read counts its own bytes and a write is echoed: an answer that says otherwise is not ours. */
function accepted(request: ModbusFrame, answer: ModbusFrame | null): ModbusFrame | null {
  if (answer === null) return null;
  const [code = 0] = answer.pdu;
  if (code & exceptionBit) return answer;
  if (code <= 4) return answer.pdu[1] === answer.pdu.length - 2 ? answer : null;
  return answer.pdu.every((byte, index) => byte === request.pdu[index]) ? answer : null;
}
