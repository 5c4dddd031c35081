/**
 * The wire between a station and the province, version 1: plain HTTP and NDJSON.
 * Specification: `docs/sync-protocol.md`. Both sides validate with these shapes; the station's and the
 * province's releases may be months apart, so unknown keys are ignored and nothing is ever removed.
 */
import { z } from 'zod';

/** 2: skipped positions of the feed, compaction. */
export const protocolVersion = 2;

/** Paths under the province's origin. */
export const paths = {
  hello: '/sync/v1/hello',
  journal: (station: string, incarnation: string) =>
    `/sync/v1/journals/${encodeURIComponent(station)}/${encodeURIComponent(incarnation)}`,
  changes: '/sync/v1/changes',
  poke: '/sync/v1/poke',
  snapshot: (id: string) => `/sync/v1/snapshots/${encodeURIComponent(id)}`,
} as const;

/** Most facts in one push, and most bytes of its body. */
export const pushLimits = { facts: 500, bytes: 1024 * 1024 } as const;
/** Most rows in one page of the feed. */
export const pullLimit = 2000;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.number().int().nonnegative();

export const helloRequestSchema = z.object({
  station: z.string().min(1).max(64),
  inc: z.string().min(1).max(64),
  app: z.string().max(64),
  protocol: z.number().int(),
  epoch: z.string().nullable(),
  cursor: seq,
  journal: z.object({ seq, hash }),
  now: z.iso.datetime({ offset: true }),
  /** Version of the station's mirror file; absent: it takes no snapshots. */
  mirror: z.number().int().positive().optional(),
});
export type HelloRequest = z.infer<typeof helloRequestSchema>;

/**
 * A ready mirror file to begin with instead of the feed from its beginning. What is sent is a sequence of zstd frames,
 * each behind a skippable frame that holds its length (`contract/sync/snapshot-frames.ts`).
 */
const snapshotOfferSchema = z.object({
  id: z.string().min(1).max(64),
  /** Feed position that the rows in it are of. */
  pos: seq,
  /** SHA-256 of what is sent. */
  sha256: hash,
  /** Bytes to send, and bytes of the file that they become. */
  bytes: z.number().int().positive(),
  rawBytes: z.number().int().positive(),
  /** As in a page of the feed that ends at `pos`. */
  includes: seq,
  madeAt: z.iso.datetime({ offset: true }),
});
export type SnapshotOffer = z.infer<typeof snapshotOfferSchema>;

/**
 * `rebuild`: the epoch changed; fetch everything again. `forked`: this journal was copied. `snapshot`: begin with it;
 * `snapshotSoon`: one is being made, ask again while the feed goes on.
 */
export const helloResponseSchema = z.object({
  epoch: z.string(),
  acked: z.object({ seq, hash }),
  head: seq,
  now: z.iso.datetime({ offset: true }),
  action: z.enum(['proceed', 'rebuild', 'forked']),
  /** Protocol that understands every row of the feed; older stations keep lending without some. */
  minReader: z.number().int().positive().optional(),
  snapshot: snapshotOfferSchema.optional(),
  snapshotSoon: z.boolean().optional(),
});
export type HelloResponse = z.infer<typeof helloResponseSchema>;

/** First line of the problem body that goes with a 409. */
export const pushConflictSchema = z.object({
  conflict: z.enum(['gap', 'forked']),
  acked: z.object({ seq, hash }),
});

/** One line of a push: the exact text of the fact and its two hashes. */
export const pushLineSchema = z.object({ bytes: z.string(), prev: hash, hash });
export type PushLine = z.infer<typeof pushLineSchema>;

export const pushResponseSchema = z.object({
  epoch: z.string(),
  acked: z.object({ seq, hash }),
});
export type PushResponse = z.infer<typeof pushResponseSchema>;

/**
 * A line of the feed. `entity` may be one this version does not know: it is parked, never dropped. A `row` of null
 * says that the row is gone.
 */
export const changeLineSchema = z.object({
  pos: seq,
  entity: z.string(),
  id: z.string(),
  row: z.unknown(),
  /** Oldest protocol that understands the row, where it is not the first. */
  min: z.number().int().positive().optional(),
});
export type ChangeLine = z.infer<typeof changeLineSchema>;

/**
 * A line of the feed from protocol 2 on: positions `pos` to `to` are none of this station's business, or have been
 * compacted. What is in no line is missing.
 */
export const skipLineSchema = z.object({ pos: seq, to: seq, skip: z.literal(true) });

/**
 * Last line of a page. `includes` is the station's own highest sequence whose effects are at or below
 * `cursor`: facts up to it are in the rows already and leave the overlay.
 */
export const changesEndSchema = z.object({
  end: z.object({ epoch: z.string(), cursor: seq, head: seq, more: z.boolean(), includes: seq }),
});
export type ChangesEnd = z.infer<typeof changesEndSchema>['end'];

/** The feed below the cursor has been compacted: begin again. From protocol 2 on. */
export const compactedConflictSchema = z.object({ conflict: z.literal('compacted') });

export const epochConflictSchema = z.object({ conflict: z.literal('epoch'), epoch: z.string() });

/**
 * The parts of a fact that the province must be able to read, whatever its kind. The body of a known kind is
 * checked with `factBodySchemas`; an unknown kind or version is stored verbatim.
 */
export const factEnvelopeSchema = z.looseObject({
  v: z.literal(1),
  id: z.uuid(),
  station: z.string().min(1).max(64),
  inc: z.string().min(1).max(64),
  seq: z.number().int().positive(),
  kind: z.string().min(1).max(64),
  kv: z.number().int().positive(),
  at: z.iso.datetime({ offset: true }),
  clock: z.object({ boot: z.string(), mono: z.number(), offset: z.number().nullable() }),
  actor: z.string().max(64),
  desk: z.string().max(64),
  basis: z.object({ epoch: z.string().nullable(), cursor: seq, policy: z.string().nullable() }),
  body: z.record(z.string(), z.unknown()),
});
