/** What goes wrong on the way from an emulated device to the computer. Each is used up by the next bytes sent. */
export type WireFault =
  /** In pieces of so many bytes, each sent by itself. */
  | { readonly kind: 'split'; readonly bytes: number }
  /** Kept back and sent together with what follows. */
  | { readonly kind: 'hold' }
  /** One bit of the byte at this place flipped; negative counts from the end, so -1 hits most checksums. */
  | { readonly kind: 'flip'; readonly at: number }
  /** These bytes before it: noise, or a notification nobody asked for. */
  | { readonly kind: 'before'; readonly bytes: Uint8Array }
  | { readonly kind: 'silence' }
  /** Only the first so many bytes, then the cable is out. */
  | { readonly kind: 'cut'; readonly after: number };

export interface FaultyWire {
  /** What the emulated device sends goes through here. */
  send(bytes: Uint8Array): void;
  /** Queues a fault for bytes to come, one per `send`. */
  next(...faults: readonly WireFault[]): void;
}

/** @param unplug pulls the cable out; called for `cut` after its bytes went out */
export function faultyWire(
  send: (bytes: Uint8Array) => void,
  unplug: () => void = () => undefined,
): FaultyWire {
  const faults: WireFault[] = [];
  let held: Uint8Array[] = [];

  const out = (bytes: Uint8Array): void => {
    const whole = held.length === 0 ? bytes : Buffer.concat([...held, bytes]);
    held = [];
    send(whole);
  };

  return {
    next: (...more) => void faults.push(...more),
    send(bytes) {
      const fault = faults.shift();
      switch (fault?.kind) {
        case undefined:
          return out(bytes);
        case 'split':
          for (let at = 0; at < bytes.length; at += fault.bytes) out(bytes.subarray(at, at + fault.bytes));
          return;
        case 'hold':
          held.push(Uint8Array.from(bytes));
          return;
        case 'flip': {
          const bad = Uint8Array.from(bytes);
          const at = fault.at < 0 ? bad.length + fault.at : fault.at;
          bad[at] = (bad[at] ?? 0) ^ 0x10;
          return out(bad);
        }
        case 'before':
          return out(Buffer.concat([fault.bytes, bytes]));
        case 'silence':
          return;
        case 'cut':
          out(bytes.subarray(0, fault.after));
          return unplug();
      }
    },
  };
}
