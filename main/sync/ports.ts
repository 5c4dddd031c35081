import type {
  ChangesEnd,
  HelloRequest,
  HelloResponse,
  PushLine,
  PushResponse,
} from '../../contract/sync/protocol.ts';
import type { MirrorChange } from '../workers/mirror-change.ts';
import type { FeedRow } from '../store/mirror/feed.ts';
import type { WriterVerbs } from '../workers/writer-verbs.ts';
import type { Remote } from '../workers/call.ts';

/** Why the province did not give what was asked. Everything but `unreachable` is an answer. */
export type Refusal =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unauthorized' }
  /** Somebody else answers at the province's address. */
  | { readonly kind: 'wrong-certificate' }
  | { readonly kind: 'protocol' }
  | { readonly kind: 'epoch'; readonly epoch: string }
  /** The feed below the cursor has been compacted. */
  | { readonly kind: 'compacted' }
  | { readonly kind: 'gap'; readonly acked: { readonly seq: number; readonly hash: string } }
  | { readonly kind: 'forked' }
  /** Not the province's: the disk of this station has no room for what it would give. */
  | { readonly kind: 'no-room' };

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export interface Page {
  readonly rows: readonly FeedRow[];
  readonly end: ChangesEnd;
}

/** The province over a wire. Nothing here throws. */
export interface ProvinceNet {
  hello(request: HelloRequest): Promise<Answer<HelloResponse>>;
  push(incarnation: string, lines: readonly PushLine[]): Promise<Answer<PushResponse>>;
  changes(ask: {
    readonly epoch: string;
    readonly cursor: number;
    readonly inc: string;
    readonly limit: number;
    /** True while the mirror has never held everything. */
    readonly filling: boolean;
  }): Promise<Answer<Page>>;
  /** The bytes `from` to before `to` of a snapshot; `gone` when the province has it no more. */
  snapshot(ask: {
    readonly id: string;
    readonly sha256: string;
    readonly from: number;
    readonly to: number;
  }): Promise<Answer<Uint8Array | 'gone'>>;
  /** Calls `onHead` for every hint; resolves when the stream ends for whatever reason. */
  poke(onHead: (head: number) => void, signal: AbortSignal): Promise<void>;
}

/** The station's databases, as far as sync may touch them. */
type SyncDisk = Pick<
  Remote<WriterVerbs>,
  | 'syncPosition'
  | 'nextPush'
  | 'acknowledge'
  | 'nextPastPush'
  | 'acknowledgePast'
  | 'forkJournal'
  | 'adoptPast'
  | 'journalHashAt'
  | 'applyPage'
  | 'clearMirror'
  | 'setClockOffset'
>;

export interface SyncClock {
  /** Milliseconds since the Unix epoch. */
  wall(): number;
  /** Milliseconds of a clock that never jumps: what durations are measured by. People set the other one. */
  monotonic(): number;
  /** RFC 3339 with the library's offset. */
  now(): string;
  /** Resolves after `milliseconds`, or as soon as `signal` aborts. Never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface SyncPorts {
  readonly clock: SyncClock;
  readonly net: ProvinceNet;
  readonly disk: SyncDisk;
  /** Where a whole mirror can be taken in; null where it cannot. */
  readonly snapshots: MirrorChange | null;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}
