import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { dice, pause } from './machine.ts';

/** What the line does to one connection. */
export type Fault =
  | { readonly do: 'pass' }
  /** Every piece comes this much later (ms). */
  | { readonly do: 'delay'; readonly by: number }
  /** Cut after this many bytes, of what is asked or of what is answered. */
  | { readonly do: 'cut'; readonly side: 'ask' | 'answer'; readonly after: number }
  /** The whole request goes once more, over a connection of its own, whose answer nobody hears. */
  | { readonly do: 'twice' }
  /** A few bytes at a time. */
  | { readonly do: 'drip'; readonly bytes: number };

export interface FaultyLine {
  readonly url: string;
  /** What the next connections suffer, drawn anew for each. */
  set(faults: readonly Fault[]): void;
  /** How often each fault was dealt. */
  readonly dealt: ReadonlyMap<string, number>;
}

/** A line to `port` of this computer that does to each connection one of the faults it is set to. */
export async function faultyLine(port: number, seed: number): Promise<FaultyLine> {
  const roll = dice(seed);
  const dealt = new Map<string, number>();
  const open = new Set<Socket>();
  let faults: readonly Fault[] = [{ do: 'pass' }];
  const server = createServer((near) => {
    const fault = faults[roll(faults.length)] ?? { do: 'pass' };
    dealt.set(fault.do, (dealt.get(fault.do) ?? 0) + 1);
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    carry(near, far, fault, 'ask');
    carry(far, near, fault, 'answer');
    if (fault.do === 'twice') askAgain(near, port);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    dealt,
    set: (next) => {
      faults = next;
      // Connections that are kept open would go on with the fault they were dealt.
      for (const socket of open) socket.destroy();
    },
  };
}

function carry(from: Socket, to: Socket, fault: Fault, side: 'ask' | 'answer'): void {
  let carried = 0;
  let queue = Promise.resolve();
  const pass = async (piece: Buffer): Promise<void> => {
    if (fault.do === 'delay') await pause(fault.by);
    if (fault.do === 'cut' && fault.side === side) {
      to.write(piece.subarray(0, Math.max(0, fault.after - carried)));
      carried += piece.length;
      if (carried > fault.after) from.destroy();
      return;
    }
    if (fault.do !== 'drip') return void to.write(piece);
    for (let at = 0; at < piece.length; at += fault.bytes) {
      if (to.destroyed) return;
      to.write(piece.subarray(at, at + fault.bytes));
      await pause(1);
    }
  };
  from.on('data', (piece: Buffer) => {
    queue = queue.then(() => pass(piece));
  });
}

function askAgain(near: Socket, port: number): void {
  const pieces: Buffer[] = [];
  near.on('data', (piece: Buffer) => pieces.push(piece));
  near.on('close', () => {
    const again = connect(port, '127.0.0.1', () => void again.write(Buffer.concat(pieces)));
    again.on('error', () => {});
    again.resume();
    setTimeout(() => again.destroy(), 3_000).unref();
  });
}
