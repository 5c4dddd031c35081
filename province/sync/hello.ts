import type { FastifyInstance } from 'fastify';
import type { HelloRequest, HelloResponse } from '../../contract/sync/protocol.ts';
import { helloRequestSchema, paths } from '../../contract/sync/protocol.ts';
import { isStorable, toStorable } from '../database/storable.ts';
import { provideNumbers } from '../money/receipt-leases.ts';
import type { FeedState } from './feed.ts';
import { readFeed } from './feed.ts';
import type { JournalHead } from './journal.ts';
import { readHashAt, readJournalHead } from './journal.ts';
import { refuse } from './problem.ts';
import type { SyncServices } from './services.ts';

/** First words of a station: where it stands, answered with where the province stands and what to do. */
export function helloRoute(app: FastifyInstance, { db, now, snapshots }: SyncServices): void {
  app.post(paths.hello, async (request, reply) => {
    const hello = helloRequestSchema.safeParse(request.body);
    if (!hello.success || !isStorable(hello.data.inc)) return refuse(reply, 'malformed-request');
    const { station, inc, app: program, journal } = hello.data;
    if (station !== request.station) return refuse(reply, 'other-station');
    const clock = now();
    const received = new Date(clock).toISOString();
    const { library } = await db
      .updateTable('station')
      .set({ inc, app: toStorable(program), last_seen: received, told_seq: journal.seq })
      .where('station', '=', station)
      .returning('library')
      .executeTakeFirstOrThrow();
    await provideNumbers(db, { station, inc }, clock);
    const acked = await readJournalHead(db, { station, inc });
    const hashThere = await readHashAt(db, { station, inc }, journal.seq);
    const feed = await readFeed(db);
    const action = actionFor(hello.data, acked, hashThere, feed);
    const asked = { hello: hello.data, library, feed, rebuild: action === 'rebuild' };
    const answer: HelloResponse = {
      epoch: feed.epoch,
      acked,
      head: feed.head,
      now: received,
      action,
      minReader: feed.minReader,
      ...(action === 'forked' ? {} : await snapshots?.offer(asked)),
    };
    return reply.send(answer);
  });
}

function actionFor(
  hello: HelloRequest,
  acked: JournalHead,
  hashThere: string | null,
  feed: FeedState,
): HelloResponse['action'] {
  // A journal shorter than what the province holds of it was copied, or its disk was put back: whatever it
  // records next would take a place that is taken.
  if (hello.journal.seq < acked.seq) return 'forked';
  if (hashThere !== null && hashThere !== hello.journal.hash) return 'forked';
  // A cursor beyond the head is from a life of this database that was lost.
  const sameLife = hello.epoch === null || hello.epoch === feed.epoch;
  return sameLife && hello.cursor <= feed.head ? 'proceed' : 'rebuild';
}
