import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isStorable } from '../database/storable.ts';
import { refuse } from '../sync/problem.ts';
import type { SyncServices } from '../sync/services.ts';
import { askedRange } from './range.ts';

const parameters = z.object({ id: z.string().min(1).max(64).refine(isStorable) });

/**
 * A snapshot of the calling station's library, whole or a range of it (RFC 9110 section 14). Its `ETag` is the SHA-256
 * of the whole: a range that was asked `If-Range` of another file is answered with all of this one.
 */
export function snapshotRoute(app: FastifyInstance, { db, snapshots }: SyncServices): void {
  app.get('/sync/v1/snapshots/:id', async (request, reply) => {
    const asked = parameters.safeParse(request.params);
    if (!asked.success) return refuse(reply, 'malformed-request');
    const { library } = await db
      .selectFrom('station')
      .select('library')
      .where('station', '=', request.station)
      .executeTakeFirstOrThrow();
    const found = await snapshots?.shelf.find(library, asked.data.id);
    if (!found) return refuse(reply, 'not-found');
    const { path, sha256, bytes } = found;
    const tag = `"${sha256}"`;
    void reply.headers({ etag: tag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-store' });
    const ifRange = request.headers['if-range'];
    const range = ifRange === undefined || ifRange === tag ? askedRange(request.headers.range, bytes) : 'all';
    if (range === 'none') return refuse(reply.header('content-range', `bytes */${bytes}`), 'no-such-range');
    const { from, to } = range === 'all' ? { from: 0, to: bytes - 1 } : range;
    if (range !== 'all') void reply.code(206).header('content-range', `bytes ${from}-${to}/${bytes}`);
    return reply
      .type('application/zstd')
      .header('content-length', to - from + 1)
      .send(createReadStream(path, { start: from, end: to, highWaterMark: 256 * 1024 }));
  });
}
