import { createOneTechFramer, writeOneTechEvent, type OneTechSide } from './one-tech-codec.ts';

/** A ONE TECH turnstile to walk through. */
export interface OneTechEmulator {
  /** The side that is open for one person, or null. */
  open(): OneTechSide | null;
  /** How often it was opened. */
  readonly openings: () => number;
  receive(bytes: Uint8Array): void;
  /** The person it is open for goes through. */
  pass(): void;
  /** Its time is up, or the person pushed against the direction. */
  reset(): void;
  /** Somebody goes through a side that is always free. */
  passFreely(side: OneTechSide): void;
}

/** @param send its way out, with the faults of a wire where one asks for them */
export function createOneTechEmulator(send: (bytes: Uint8Array) => void): OneTechEmulator {
  const framer = createOneTechFramer();
  let open: OneTechSide | null = null;
  let openings = 0;
  const end = (kind: 'passed' | 'reset'): void => {
    if (open === null) return;
    const side = open;
    open = null;
    send(writeOneTechEvent({ kind, side }));
  };
  return {
    open: () => open,
    openings: () => openings,
    receive(bytes) {
      for (const { kind, side } of framer.push(bytes)) {
        if (kind !== 'open') continue;
        open = side;
        openings += 1;
      }
    },
    pass: () => end('passed'),
    reset: () => end('reset'),
    passFreely: (side) => send(writeOneTechEvent({ kind: 'passed', side })),
  };
}
