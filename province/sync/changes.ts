import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ChangesEnd } from '../../contract/sync/protocol.ts';
import { paths, pullLimit } from '../../contract/sync/protocol.ts';
import { isStorable } from '../database/storable.ts';
import type { FeedRow } from './feed.ts';
import { readChanges, readFeed } from './feed.ts';
import { readIncluded } from './journal.ts';
import { ndjson } from './bodies.ts';
import { refuse } from './problem.ts';
import type { SyncServices } from './services.ts';

const querySchema = z.object({
  epoch: z.string(),
  cursor: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().min(1).max(pullLimit).default(pullLimit),
  /** The calling station's current incarnation, for `includes`. */
  inc: z.string().min(1).max(64).refine(isStorable),
});

/**
 * One page of the feed: rows after `cursor`, then `{end}`. 409 `{conflict: "epoch", epoch}` when the cursor is
 * not of this life of the database.
 */
export function changesRoute(app: FastifyInstance, { db }: SyncServices): void {
  app.get(paths.changes, async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    if (!query.success) return refuse(reply, 'malformed-request');
    const { cursor, limit, inc } = query.data;
    // The head first: every row up to it is committed, so the page cannot miss one.
    const { epoch, head } = await readFeed(db);
    if (query.data.epoch !== epoch || cursor > head)
      return reply.code(409).send({ conflict: 'epoch', epoch });
    const rows = await readChanges(db, cursor, head, limit);
    // A page that is not full has reached the head, also where rows have been taken out of the feed.
    const reached = rows.length < limit ? head : (rows.at(-1)?.pos ?? cursor);
    const includes = await readIncluded(db, { station: request.station, inc }, reached);
    const end: ChangesEnd = { epoch, cursor: reached, head, more: reached < head, includes };
    return reply.type(ndjson).send([...rows.map(changeLine), JSON.stringify({ end }), ''].join('\n'));
  });
}

/** The row goes out as the text the database keeps; parsing it to write it again would be work for nothing. */
function changeLine({ pos, entity, id, text }: FeedRow): string {
  return `{"pos":${pos},"entity":${JSON.stringify(entity)},"id":${JSON.stringify(id)},"row":${text}}`;
}
