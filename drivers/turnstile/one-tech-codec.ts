import type { Direction } from './turnstile.ts';

/**
 * Frames of the ONE TECH 2B-ATT203 tripod turnstile, `FE command direction 00 00 00 AB`, after page 14 of its manual
 * (manualshive.com 1635082). There is no checksum. Direction A is 01 and B is 02; which of them leads in depends on
 * how it was mounted.
 */
const frameStart = 0xfe;
const frameEnd = 0xab;
const frameBytes = 7;
const sides = { A: 0x01, B: 0x02 } as const;
const commands = { open: 0x80, passed: 0x81, reset: 0x44 } as const;

export type OneTechSide = keyof typeof sides;

/** `passed` somebody went through · `reset` nobody did in time, or they pushed against the direction. */
export interface OneTechEvent {
  readonly kind: 'passed' | 'reset';
  readonly side: OneTechSide;
}

function otherSide(side: OneTechSide): OneTechSide {
  return side === 'A' ? 'B' : 'A';
}

/** @param inward the side that leads in */
export function sideOf(direction: Direction, inward: OneTechSide): OneTechSide {
  return direction === 'in' ? inward : otherSide(inward);
}

export function writeOneTechOpen(side: OneTechSide): Uint8Array {
  return frame(commands.open, side);
}

/** The turnstile's side, for the emulator. */
export function writeOneTechEvent({ kind, side }: OneTechEvent): Uint8Array {
  return frame(commands[kind], side);
}

export interface OneTechFrame {
  readonly kind: 'open' | 'passed' | 'reset';
  readonly side: OneTechSide;
}

/** Both sides' frames. Keeps at most six bytes; reads on at the next good frame whatever came before. */
export function createOneTechFramer(): { push(bytes: Uint8Array): readonly OneTechFrame[] } {
  let held: Uint8Array = new Uint8Array(0);
  return {
    push(bytes) {
      const stream = Buffer.concat([held, bytes]);
      const frames: OneTechFrame[] = [];
      let at = 0;
      while (stream.length - at >= frameBytes) {
        const found = readFrame(stream.subarray(at, at + frameBytes));
        if (found !== null) frames.push(found);
        at += found === null ? 1 : frameBytes;
      }
      held = stream.subarray(at);
      return frames;
    },
  };
}

function frame(command: number, side: OneTechSide): Uint8Array {
  return Uint8Array.of(frameStart, command, sides[side], 0, 0, 0, frameEnd);
}

function readFrame(bytes: Uint8Array): OneTechFrame | null {
  if (bytes[0] !== frameStart || bytes[frameBytes - 1] !== frameEnd) return null;
  const side = bytes[2] === sides.A ? 'A' : bytes[2] === sides.B ? 'B' : null;
  if (side === null) return null;
  switch (bytes[1]) {
    case commands.open:
      return { kind: 'open', side };
    case commands.passed:
      return { kind: 'passed', side };
    case commands.reset:
      return { kind: 'reset', side };
    default:
      return null;
  }
}
