import type { HelloResponse, SnapshotOffer } from '../../contract/sync/protocol.ts';
import type { OutcomeCode } from '../../domain/outcome.ts';
import { mirrorVersion } from '../store/mirror/schema.ts';
import type { IncomingFault } from '../store/snapshot/incoming.ts';
import type { Refusal, SyncClock, SyncPorts } from './ports.ts';

/** Bytes of parts. One that arrived is followed by one twice as long, one that did not by half of it. */
export interface PartSizes {
  readonly first: number;
  readonly shortest: number;
  readonly longest: number;
}

const usualParts: PartSizes = { first: 1024 * 1024, shortest: 64 * 1024, longest: 8 * 1024 * 1024 };
/** Downloads of which nothing came before the feed is taken instead. */
const mostAttempts = 2;
/** How long the feed is taken then before the next attempt (ms). */
const feedInstead = 30 * 60_000;
/** How long facts wait while there is a download, at most about (ms): on a fast line it is over by then. */
const sendEvery = 2_000;
/** How soon a station asks again whether a snapshot is ready, fetching rows meanwhile (ms). */
const askAgainAfter = 15_000;

export interface TakingParts extends Pick<SyncPorts, 'net' | 'snapshots'> {
  readonly clock: Pick<SyncClock, 'monotonic'>;
  /** The usual ones when absent. */
  readonly partSizes?: PartSizes | undefined;
  /** Bytes that are here, of how many. */
  readonly onProgress: (done: number, total: number) => Promise<void>;
  /** Sends the desk's facts, which are not to wait for a download of minutes. Called again and again meanwhile. */
  readonly send: () => Promise<Refusal | null>;
}

/** What of snapshots an engine remembers between two cycles. */
export interface SnapshotTaking {
  /** Version of mirror to say in `hello`; undefined when a snapshot would be of no use now. */
  readonly mirror: () => number | undefined;
  /** What the province said. Its epoch counts from here on. */
  readonly heard: (hello: HelloResponse) => void;
  /** True while a snapshot is offered: rows that it will replace may stay until then. */
  readonly isOffered: () => boolean;
  /** True when a snapshot may be ready by now that was not before. */
  readonly isDue: () => boolean;
  /**
   * Downloads what is offered and takes it into use; does nothing when nothing is. `taken` is false also when it turned
   * out to be of no use: then the feed has to do.
   */
  readonly take: () => Promise<{ readonly taken: boolean; readonly refusal: Refusal | null }>;
  /** What people should know of the last download; null when it was well. */
  readonly trouble: () => OutcomeCode | null;
}

const faultCode = { broken: 'LT-4131', 'disk-full': 'LT-4132' } as const satisfies Record<
  IncomingFault,
  OutcomeCode
>;

/** Takes snapshots into use. Whatever happens to one, the feed remains. */
export function snapshotTaking(parts: TakingParts): SnapshotTaking {
  const { clock, net, snapshots: disk, send, onProgress, partSizes = usualParts } = parts;
  let offer: { readonly snapshot: SnapshotOffer; readonly epoch: string } | null = null;
  let askAgainAt = Number.POSITIVE_INFINITY;
  let notBefore = Number.NEGATIVE_INFINITY;
  let attempts = 0;
  let trouble: OutcomeCode | null = null;
  let part = partSizes.first;

  const giveUp = (after: number): void => {
    offer = null;
    attempts += 1;
    if (attempts < after) return;
    attempts = 0;
    notBefore = clock.monotonic() + feedInstead;
  };
  const faulty = (fault: IncomingFault): void => {
    trouble = faultCode[fault];
    giveUp(fault === 'broken' ? mostAttempts : 1);
  };

  /** Takes in what is not here yet, part after part. */
  const fetchRest = async (
    snapshot: SnapshotOffer,
    held: number,
    look: () => Refusal | null,
  ): Promise<Refusal | IncomingFault | 'gone' | null> => {
    const ask = (from: number) => {
      const to = Math.min(from + part, snapshot.bytes);
      return net.snapshot({ id: snapshot.id, sha256: snapshot.sha256, from, to });
    };
    let done = held;
    let coming = done < snapshot.bytes ? ask(done) : null;
    while (coming) {
      await onProgress(done, snapshot.bytes);
      const answer = await coming;
      if (!answer.ok) {
        part = Math.max(partSizes.shortest, part / 2);
        return answer.refusal;
      }
      if (answer.value === 'gone') return 'gone';
      part = Math.min(partSizes.longest, part * 2);
      done += answer.value.length;
      // The next part is on its way while this one is unpacked.
      coming = done < snapshot.bytes ? ask(done) : null;
      const stop = (await disk?.append(answer.value)) ?? look();
      if (stop) return stop;
    }
    await onProgress(done, snapshot.bytes);
    return null;
  };

  const download = async (
    snapshot: SnapshotOffer,
    epoch: string,
  ): Promise<Refusal | IncomingFault | 'gone' | null> => {
    const held = await disk?.begin({ ...snapshot, epoch });
    if (typeof held !== 'number') return held ?? 'gone';
    const sending = sendingBeside();
    try {
      const ended = await fetchRest(snapshot, held, sending.look);
      if (ended) return ended;
    } finally {
      // Two that send at once would be one too many.
      await sending.end();
    }
    return (await sending.end()) ?? (await disk?.finish()) ?? null;
  };

  /** Sends beside the download: a busy desk always has something to send, and must not hold it up. */
  const sendingBeside = () => {
    let refusal: Refusal | null = null;
    let under: Promise<void> | null = null;
    let last = clock.monotonic();
    let failure: unknown = null;
    const run = async (): Promise<void> => {
      try {
        refusal = await send();
      } catch (error) {
        failure = error;
      }
      last = clock.monotonic();
      under = null;
    };
    return {
      look: (): Refusal | null => {
        if (clock.monotonic() - last >= sendEvery) under ??= run();
        return refusal;
      },
      end: async (): Promise<Refusal | null> => {
        await under;
        if (failure) throw failure;
        return refusal;
      },
    };
  };

  return {
    mirror: () => (disk && clock.monotonic() >= notBefore ? mirrorVersion : undefined),
    heard: ({ snapshot, snapshotSoon, epoch, action }) => {
      offer = snapshot && action !== 'forked' && disk ? { snapshot, epoch } : null;
      askAgainAt = snapshotSoon === true ? clock.monotonic() + askAgainAfter : Number.POSITIVE_INFINITY;
    },
    isOffered: () => offer !== null,
    isDue: () => clock.monotonic() >= askAgainAt,
    take: async () => {
      if (!offer || !disk) return { taken: false, refusal: null };
      const { snapshot, epoch } = offer;
      const ended = await download(snapshot, epoch);
      if (ended === 'gone') giveUp(mostAttempts);
      else if (ended === 'broken' || ended === 'disk-full') faulty(ended);
      else if (ended) return { taken: false, refusal: ended };
      else {
        const { pos, includes, madeAt } = snapshot;
        const taken = await disk.adopt({ epoch, cursor: pos, includes, freshAt: madeAt });
        if (taken) {
          offer = null;
          attempts = 0;
          trouble = null;
        } else giveUp(1);
        await disk.discard();
        return { taken, refusal: null };
      }
      await disk.discard();
      return { taken: false, refusal: null };
    },
    trouble: () => trouble,
  };
}
