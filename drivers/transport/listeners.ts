import { createServer, type Server, type Socket } from 'node:net';
import type { Line, LineHandlers } from './line.ts';
import { createPendingWrites } from './pending-writes.ts';

/** Who may call, and where. `host` is the address of this computer to listen on, `0.0.0.0` for every one. */
interface ListenAddress {
  readonly host: string;
  readonly port: number;
  /** The caller's address; null: anybody who is not somebody else's caller. */
  readonly peer: string | null;
}

/** One device's right to be called. */
interface ListenClaim {
  /** Resolves when the device has called; rejects when the port cannot be listened on, or the claim was released. */
  open(handlers: LineHandlers): Promise<Line>;
  release(): void;
}

/** Ports that devices call. Several devices may call one port; they are told apart by their addresses. */
export interface Listeners {
  claim(address: ListenAddress): ListenClaim;
}

/** A device switched off by its mains switch sends no FIN: only a probe finds out. */
const keepAliveMs = 10_000;

interface Claim {
  readonly peer: string | null;
  /** Takes a call, unless nobody waits for one. */
  answer: ((socket: Socket) => void) | null;
  refuse: ((error: Error) => void) | null;
  /** Called while nobody waited: held until somebody does. */
  parked: Socket | null;
  current: Socket | null;
}

interface Port {
  readonly server: Server;
  readonly claims: Set<Claim>;
  listening: Promise<void> | null;
}

/** @param onStranger somebody called who was not set up; the call was ended */
export function createListeners(onStranger: (address: string, port: number) => void): Listeners {
  const ports = new Map<string, Port>();

  const portOf = (host: string, port: number): Port => {
    const key = `${host} ${port}`;
    const known = ports.get(key);
    if (known !== undefined) return known;
    const claims = new Set<Claim>();
    const server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs });
    // One that cannot listen says so where it is asked to; a call that fails later is none.
    server.on('error', () => undefined);
    server.on('connection', (socket) => {
      // `close` follows; without a listener an error would end the process.
      socket.on('error', () => undefined);
      const caller = plainAddress(socket.remoteAddress ?? '');
      const claim = claimOf(claims, caller);
      if (claim !== null) return take(claim, socket);
      socket.destroy();
      onStranger(caller, port);
    });
    const made: Port = { server, claims, listening: null };
    ports.set(key, made);
    return made;
  };

  return {
    claim({ host, port, peer }) {
      const place = portOf(host, port);
      const claim: Claim = { peer, answer: null, refuse: null, parked: null, current: null };
      place.claims.add(claim);
      return {
        async open(handlers) {
          place.listening ??= listen(place.server, host, port);
          await place.listening.catch((error: unknown) => {
            place.listening = null;
            throw error;
          });
          if (!place.claims.has(claim)) throw new Error('no longer waited for');
          const socket = await called(claim);
          claim.current = socket;
          return lineOf(socket, handlers);
        },
        release() {
          place.claims.delete(claim);
          claim.refuse?.(new Error('no longer waited for'));
          claim.parked?.destroy();
          claim.current?.destroy();
          if (place.claims.size > 0) return;
          ports.delete(`${host} ${port}`);
          place.server.close();
        },
      };
    },
  };
}

function take(claim: Claim, socket: Socket): void {
  if (claim.answer !== null) {
    claim.answer(socket);
    return;
  }
  // It calls again, so the call before is dead, whether that was noticed or not.
  claim.parked?.destroy();
  claim.current?.destroy();
  claim.parked = socket.pause();
  socket.once('close', () => {
    if (claim.parked === socket) claim.parked = null;
  });
}

/** The call that is held, or the next one. */
function called(claim: Claim): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const answer = (socket: Socket): void => {
      claim.answer = null;
      claim.refuse = null;
      claim.parked = null;
      resolve(socket);
    };
    claim.answer = answer;
    claim.refuse = reject;
    if (claim.parked !== null) answer(claim.parked);
  });
}

function lineOf(socket: Socket, handlers: LineHandlers): Line {
  const writes = createPendingWrites();
  let failure = new Error('the device hung up');
  socket.on('error', (error) => (failure = error));
  socket.on('data', (bytes) => handlers.onData(bytes));
  socket.on('close', () => {
    writes.fail(failure);
    handlers.onClose();
  });
  // Gone between the call and now: `close` was missed.
  if (socket.destroyed) queueMicrotask(() => handlers.onClose());
  else socket.resume();
  return {
    write: (bytes) => writes.run((done) => socket.write(bytes, done)),
    close: () => socket.destroy(),
  };
}

function claimOf(claims: ReadonlySet<Claim>, caller: string): Claim | null {
  const all = [...claims];
  return all.find(({ peer }) => peer === caller) ?? all.find(({ peer }) => peer === null) ?? null;
}

/** Where IPv6 sockets also take IPv4 calls, the caller's address is written so. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
