/** Modbus frames: "MODBUS over Serial Line" V1.02 (RTU, CRC) and "MODBUS Messaging on TCP/IP" V1.0b (MBAP). */

/** What both ways of carrying have in common: a unit and a protocol data unit, which begins with the function code. */
export interface ModbusFrame {
  readonly unit: number;
  readonly pdu: Uint8Array;
}

/** Largest frame on a serial line; the PDU is at most 253 bytes. */
export const largestRtuFrame = 256;

/** Unit, function code and CRC. */
const smallestRtuFrame = 4;

/** Transaction, protocol and length, before the unit. */
export const mbapHeader = 6;

/** CRC-16/MODBUS: polynomial A001 reflected, initial value FFFF. */
export function modbusCrc(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}

/** A whole RTU frame, or null when it is too short, too long or its CRC is wrong. */
export function readRtuFrame(bytes: Uint8Array): ModbusFrame | null {
  const end = bytes.length - 2;
  const [unit, low, high] = [bytes[0], bytes[end], bytes[end + 1]];
  if (bytes.length < smallestRtuFrame || bytes.length > largestRtuFrame) return null;
  if (unit === undefined || low === undefined || high === undefined) return null;
  if (modbusCrc(bytes.subarray(0, end)) !== low + high * 256) return null;
  return { unit, pdu: Uint8Array.from(bytes.subarray(1, end)) };
}

/** The CRC goes low byte first. */
export function writeRtuFrame({ unit, pdu }: ModbusFrame): Uint8Array {
  const frame = new Uint8Array(pdu.length + 3);
  frame[0] = unit;
  frame.set(pdu, 1);
  const crc = modbusCrc(frame.subarray(0, -2));
  frame.set([crc & 0xff, crc >> 8], pdu.length + 1);
  return frame;
}

/** @param transaction 0 … 65535, echoed by the other side */
export function writeTcpFrame(transaction: number, { unit, pdu }: ModbusFrame): Uint8Array {
  const frame = new Uint8Array(mbapHeader + 1 + pdu.length);
  const view = new DataView(frame.buffer);
  view.setUint16(0, transaction);
  view.setUint16(4, pdu.length + 1);
  frame[mbapHeader] = unit;
  frame.set(pdu, mbapHeader + 1);
  return frame;
}

/** A whole frame of Modbus TCP, or null when the protocol is not 0 or the length is not that of the frame. */
export function readTcpFrame(bytes: Uint8Array): (ModbusFrame & { readonly transaction: number }) | null {
  if (bytes.length < mbapHeader + 2) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint16(2) !== 0 || view.getUint16(4) !== bytes.length - mbapHeader) return null;
  return {
    transaction: view.getUint16(0),
    unit: view.getUint8(mbapHeader),
    pdu: Uint8Array.from(bytes.subarray(mbapHeader + 1)),
  };
}
