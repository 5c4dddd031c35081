import { expect, it } from 'vitest';
import type { OpenLine } from '../transport/line.ts';
import { createPrinterDevice } from './device.ts';
import type { PrinterTiming } from './device.ts';
import { loanSlip } from './testing/documents.ts';

/** A printer of a few lines of code, for what the emulator cannot be brought to do. */
interface Puppet {
  /** Called for each write; true when the bytes are taken. */
  take(bytes: Uint8Array, answer: (...bytes: readonly number[]) => void): boolean;
}

function print(puppet: Puppet, timing: Partial<PrinterTiming>) {
  const openLine: OpenLine = (_, { onData }) =>
    Promise.resolve({
      write(bytes) {
        const taken = puppet.take(bytes, (...answer) => {
          onData(Uint8Array.from(answer));
        });
        return taken ? Promise.resolve() : new Promise<void>(() => {});
      },
      close: () => {},
    });
  const device = createPrinterDevice({
    config: {
      id: 'p',
      kind: 'printer',
      name: 'Máy in',
      transport: { kind: 'tcp', host: 'puppet', port: 9100 },
      dots: 384,
    },
    openLine,
    onState: () => {},
    timing: { watchMs: 5, ...timing },
  });
  return device.print('1', loanSlip).finally(() => {
    device.close();
  });
}

const isStatusQuestion = (bytes: Uint8Array): boolean => bytes[0] === 0x10 && bytes[1] === 0x04;
const isTurnQuestion = (bytes: Uint8Array): boolean => bytes[0] === 0x1d && bytes[1] === 0x72;
const isPicture = (bytes: Uint8Array): boolean => bytes[0] === 0x1d && bytes[1] === 0x76;

it('names paper as the reason when the printer takes no more and has said why', async () => {
  const result = await print(
    {
      take(bytes, answer) {
        if (isStatusQuestion(bytes)) answer(0x12);
        if (!isPicture(bytes)) return true;
        answer(0x18, 0x00, 0x0c, 0x00);
        return false;
      },
    },
    { stallMs: 30 },
  );
  expect(result).toEqual({ ok: false, code: 'LT-2202', begun: true });
});

it('names the line when the printer takes no more and has not said why', async () => {
  const result = await print(
    {
      take(bytes, answer) {
        if (isStatusQuestion(bytes)) answer(0x12);
        return !isPicture(bytes);
      },
    },
    { stallMs: 30 },
  );
  expect(result).toEqual({ ok: false, code: 'LT-2201', begun: true });
});

it('hears the turn also when it comes between a question and its answer', async () => {
  let turnAsked = false;
  const result = await print(
    {
      take(bytes, answer) {
        if (isTurnQuestion(bytes)) turnAsked = true;
        if (!isStatusQuestion(bytes)) return true;
        if (turnAsked) answer(0x00);
        answer(0x12);
        turnAsked = false;
        return true;
      },
    },
    { graceMs: 600_000 },
  );
  expect(result).toEqual({ ok: true });
});

it('does without the answers a clone does not know', async () => {
  const asked: number[] = [];
  const result = await print(
    {
      take(bytes, answer) {
        if (isTurnQuestion(bytes)) answer(0x00);
        if (!isStatusQuestion(bytes)) return true;
        asked.push(bytes[2] ?? 0);
        if (bytes[2] === 1) answer(0x12);
        return true;
      },
    },
    { answerMs: 20 },
  );
  expect(result).toEqual({ ok: true });
  // Twice is enough to know.
  expect(asked.filter((question) => question === 3)).toHaveLength(2);
});
