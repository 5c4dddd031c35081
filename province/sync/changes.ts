import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ChangesEnd } from '../../contract/sync/protocol.ts';
import { paths, pullLimit } from '../../contract/sync/protocol.ts';
import { isStorable } from '../database/storable.ts';
import { readChanges, readFeed } from './feed.ts';
import { feedText } from './feed-text.ts';
import { readIncluded } from './journal.ts';
import { ndjson } from './bodies.ts';
import { refuse } from './problem.ts';
import type { SyncServices } from './services.ts';

/** Protocol from which on stations know of skipped positions and of compaction. */
const skipProtocol = 2;

const querySchema = z.object({
  epoch: z.string(),
  cursor: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().min(1).max(pullLimit).default(pullLimit),
  /** The calling station's current incarnation, for `includes`. */
  inc: z.string().min(1).max(64).refine(isStorable),
  protocol: z.coerce.number().int().min(1).default(1),
  /** `1`: the mirror has never been complete, it is being filled from the beginning. */
  filling: z.enum(['0', '1']).default('0'),
});

/**
 * One page of the feed: rows after `cursor` as the station's library may see them, then `{end}`. 409
 * `{conflict: "epoch", epoch}` when the cursor is not of this life of the database, `{conflict: "compacted"}` when
 * what came after it is no longer known line by line.
 */
export function changesRoute(app: FastifyInstance, { db }: SyncServices): void {
  app.get(paths.changes, async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    if (!query.success) return refuse(reply, 'malformed-request');
    const { cursor, limit, inc, protocol, filling } = query.data;
    const skips = protocol >= skipProtocol;
    // The head first: every row up to it is committed, so the page cannot miss one.
    const { epoch, head, compactedTo } = await readFeed(db);
    if (query.data.epoch !== epoch || cursor > head)
      return reply.code(409).send({ conflict: 'epoch', epoch });
    if (skips && cursor > 0 && cursor < compactedTo && filling === '0')
      return reply.code(409).send({ conflict: 'compacted' });
    const lines = await readChanges(db, request.library, { cursor, to: head, limit, compactedTo });
    // A page that is not full has reached the head, also where lines have been taken out of the feed.
    const reached = lines.length < limit ? head : (lines.at(-1)?.pos ?? cursor);
    const includes = await readIncluded(db, { station: request.station, inc }, reached);
    const end: ChangesEnd = { epoch, cursor: reached, head, more: reached < head, includes };
    const texts = feedText(lines, { cursor, reached, compactedTo, skips });
    return reply.type(ndjson).send([...texts, JSON.stringify({ end }), ''].join('\n'));
  });
}
