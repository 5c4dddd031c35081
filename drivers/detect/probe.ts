import { setTimeout as delay } from 'node:timers/promises';
import type { RfidFamily, Transport } from '../../contract/devices/config.ts';
import { rfidFamilies } from '../../contract/devices/config.ts';
import type { Probed } from '../../contract/devices/detection.ts';
import { statusQuestion } from '../printer/status.ts';
import type { Air } from '../rfid/air.ts';
import { defaultAirSettings } from '../rfid/air.ts';
import { airOf } from '../rfid/families.ts';
import type { Line, OpenLine } from '../transport/line.ts';
import { rfidLine } from '../../contract/devices/factory.ts';
import { printerOn, rfidOn } from './suggest.ts';

/** Longest wait for an answer to one question (ms): readers answer within 100. */
const answerMs = 400;
/** Longest that a port takes to close (ms), and pause and number of tries to open one that another just had. */
const closeMs = 500;
const againMs = 60;
const attempts = 5;
/** Speeds that receipt printers leave their factories with. */
const printerSpeeds = [9_600, 115_200] as const;

/**
 * Asks whatever hangs on a line who it is, in the words of every family this program speaks, and gives the first that
 * answers. Only questions that change nothing are sent (`Air.identify`, `DLE EOT 1`). Takes some seconds when nobody
 * answers. Null: nobody did, or the line could not be opened.
 */
export async function probe(transport: Transport, openLine: OpenLine): Promise<Probed | null> {
  if (transport.kind !== 'tcp' && transport.kind !== 'serial') return null;
  // A printer first: it would print the questions of the others.
  const printer = await probePrinter(transport, openLine);
  if (printer === 'no-line') return null;
  return printer ?? probeFamilies(transport, openLine);
}

async function probeFamilies(transport: Transport, openLine: OpenLine): Promise<Probed | null> {
  for (const family of rfidFamilies) {
    const line = lineFor(transport, family);
    if (line === null) continue;
    const probed = await probeFamily(line, family, openLine);
    if (probed !== null) return probed;
  }
  return null;
}

/** LLRP is a network protocol; a serial line is set to the family's own speed. */
function lineFor(transport: Transport, family: RfidFamily): Transport | null {
  if (transport.kind !== 'serial') return transport;
  return family === 'llrp' ? null : { ...transport, ...rfidLine[family] };
}

async function probeFamily(
  transport: Transport,
  family: RfidFamily,
  openLine: OpenLine,
): Promise<Probed | null> {
  const create = await airOf(family);
  let air: Air | null = null;
  const line = await opened(openLine, transport, (bytes) => air?.receive(bytes));
  if (line === null) return null;
  air = create(
    { write: (bytes) => line.write(bytes), onTags: () => undefined },
    { ...defaultAirSettings, timeoutMs: answerMs },
  );
  const answer = await air.identify();
  air.lost();
  await line.close();
  if (!answer.ok) return null;
  const { model, firmware } = answer.value;
  return { kind: 'rfid', model, firmware, suggestion: rfidOn(transport, family, model || family) };
}

async function probePrinter(transport: Transport, openLine: OpenLine): Promise<Probed | 'no-line' | null> {
  for (const baudRate of transport.kind === 'serial' ? printerSpeeds : [0]) {
    const on = transport.kind === 'serial' ? { ...transport, baudRate, parity: 'none' as const } : transport;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    // A status byte is `0xx1xx10` (reference/devices.md §6.1).
    const line = await opened(openLine, on, ([first = 0]) => resolve((first & 0x93) === 0x12));
    if (line === null) return 'no-line';
    const timer = setTimeout(() => resolve(false), answerMs);
    line.write(statusQuestion(1)).catch(() => resolve(false));
    const answered = await promise;
    clearTimeout(timer);
    await line.close();
    if (answered)
      return { kind: 'printer', model: 'ESC/POS', firmware: '', suggestion: printerOn(on, 'ESC/POS') };
  }
  return null;
}

interface ProbedLine {
  readonly write: Line['write'];
  /** Resolves when the line is free for the next question. */
  close(): Promise<void>;
}

/** A port that was closed a moment ago is still busy: it is tried for a while. Null: it cannot be opened. */
async function opened(
  openLine: OpenLine,
  transport: Transport,
  onData: (bytes: Uint8Array) => void,
): Promise<ProbedLine | null> {
  const closed = Promise.withResolvers<undefined>();
  for (let attempt = 0; ; attempt += 1) {
    const line = await openLine(transport, { onData, onClose: () => closed.resolve(undefined) }).catch(
      () => null,
    );
    if (line !== null)
      return {
        write: (bytes) => line.write(bytes),
        async close() {
          line.close();
          await Promise.race([closed.promise, delay(closeMs)]);
        },
      };
    if (attempt === attempts || transport.kind !== 'serial') return null;
    await delay(againMs);
  }
}
