import type { StatusQuestion } from '../status.ts';

/** Commands a printer obeys the moment they arrive, whatever waits before them. */
export type RealTimeCommand =
  | { readonly kind: 'status'; readonly question: StatusQuestion }
  | { readonly kind: 'recover'; readonly clear: boolean };

/**
 * Finds real-time commands in the raw stream, also where they are really picture data: real printers do the same
 * (Citizen CBM-1000 and Epson TM-L90 command references, notes to DLE EOT).
 */
export function createRealTimeScanner(): (bytes: Uint8Array) => readonly RealTimeCommand[] {
  let before = 0;
  let last = 0;
  return (bytes) => {
    const found: RealTimeCommand[] = [];
    for (const byte of bytes) {
      const command = before === 0x10 ? commandOf(last, byte) : null;
      if (command !== null) found.push(command);
      before = last;
      last = byte;
    }
    return found;
  };
}

function commandOf(verb: number, n: number): RealTimeCommand | null {
  if (verb === 0x04 && (n === 1 || n === 2 || n === 3 || n === 4)) return { kind: 'status', question: n };
  if (verb === 0x05 && (n === 1 || n === 2)) return { kind: 'recover', clear: n === 2 };
  return null;
}
