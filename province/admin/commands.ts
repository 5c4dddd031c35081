import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import { journalHeadSchema, readHeads } from '../audit/heads.ts';
import { auditFaultSchema, verifyJournals } from '../audit/verify.ts';
import type { ProvinceSchema } from '../database/schema.ts';
import { rescuedLinesSchema, takenInSchema } from '../rescue/rescued-lines.ts';
import { takeInRescued } from '../rescue/take-in.ts';
import { revokeStation } from '../stations/enrol.ts';
import { makeCode } from '../stations/enrolment-codes.ts';
import { readFeed } from '../sync/feed.ts';
import { compact } from '../upkeep/compact.ts';

/** What an administrator may ask of a province. */
export const adminCommandSchema = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('enrol'),
    /** Id or code of the library. */
    library: z.string().min(1).max(64),
    desk: z.string().min(1).max(64),
    station: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,32}$/)
      .nullable(),
  }),
  z.object({ verb: z.literal('revoke'), station: z.string() }),
  z.object({ verb: z.literal('stations') }),
  rescuedLinesSchema.extend({ verb: z.literal('take-in') }),
  z.object({ verb: z.literal('compact'), keep: z.number().int().nonnegative() }),
  z.object({ verb: z.literal('heads') }),
  z.object({ verb: z.literal('verify'), kept: z.array(journalHeadSchema) }),
]);
export type AdminCommand = z.infer<typeof adminCommandSchema>;

export const adminAnswerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('code'),
    code: z.string(),
    expiresAt: z.string(),
    library: z.object({ id: z.string(), name: z.string() }),
    desk: z.string(),
  }),
  z.object({ kind: z.literal('revoked'), station: z.string() }),
  z.object({
    kind: z.literal('stations'),
    stations: z.array(
      z.object({
        station: z.string(),
        library: z.string(),
        desk: z.string(),
        proof: z.enum(['key', 'bearer', 'none', 'revoked']),
        lastSeen: z.string().nullable(),
      }),
    ),
  }),
  z.object({ kind: z.literal('no-such-library'), libraries: z.array(z.string()) }),
  z.object({ kind: z.literal('no-such-station') }),
  takenInSchema.extend({ kind: z.literal('taken-in') }),
  z.object({ kind: z.literal('compacted'), compactedTo: z.number(), removed: z.number() }),
  z.object({ kind: z.literal('heads'), epoch: z.string(), journals: z.array(journalHeadSchema) }),
  z.object({
    kind: z.literal('verified'),
    entries: z.number(),
    journals: z.number(),
    faults: z.array(auditFaultSchema),
  }),
]);
export type AdminAnswer = z.infer<typeof adminAnswerSchema>;

/** Does what an administrator asks. `now` in ms. */
export async function administer(
  db: Kysely<ProvinceSchema>,
  command: AdminCommand,
  now: number,
): Promise<AdminAnswer> {
  switch (command.verb) {
    case 'enrol': {
      const libraries = await readLibraries(db);
      const library = libraries.find(({ id, code }) => id === command.library || code === command.library);
      if (!library)
        return { kind: 'no-such-library', libraries: libraries.map(({ id, name }) => `${id} (${name})`) };
      const { id, name } = library;
      const { desk, station } = command;
      return {
        kind: 'code',
        desk,
        library: { id, name },
        ...(await makeCode(db, { library: id, desk, station }, now)),
      };
    }
    case 'revoke':
      return (await revokeStation(db, command.station, now))
        ? { kind: 'revoked', station: command.station }
        : { kind: 'no-such-station' };
    case 'stations':
      return { kind: 'stations', stations: await readStations(db) };
    case 'take-in': {
      const taken = await takeInRescued(db, command, now);
      return taken ? { kind: 'taken-in', ...taken } : { kind: 'no-such-station' };
    }
    case 'compact':
      return { kind: 'compacted', ...(await compact(db, command.keep)) };
    case 'heads':
      return {
        kind: 'heads',
        epoch: (await readFeed(db)).epoch,
        journals: [...(await readHeads(db))],
      };
    case 'verify':
      return { kind: 'verified', ...(await verifyJournals(db, command.kept)) };
  }
}

async function readLibraries(db: Kysely<ProvinceSchema>) {
  return db
    .selectFrom('current_row')
    .select(['id', sql<string>`row ->> 'code'`.as('code'), sql<string>`row ->> 'name'`.as('name')])
    .where('entity', '=', 'library')
    .orderBy('id')
    .execute();
}

async function readStations(db: Kysely<ProvinceSchema>) {
  const keys = await db.selectFrom('station_key').select('station').where('revoked_at', 'is', null).execute();
  const signing = new Set(keys.map(({ station }) => station));
  const rows = await db.selectFrom('station').selectAll().orderBy('station').execute();
  return rows.map(({ station, library, desk, key_hash, revoked_at, last_seen }) => {
    const held = signing.has(station)
      ? ('key' as const)
      : key_hash === null
        ? ('none' as const)
        : ('bearer' as const);
    return {
      station,
      library,
      desk,
      proof: revoked_at === null ? held : ('revoked' as const),
      lastSeen: last_seen?.toISOString() ?? null,
    };
  });
}
