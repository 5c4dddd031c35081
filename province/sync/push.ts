import type { FastifyInstance } from 'fastify';
import { paths, pushLimits } from '../../contract/sync/protocol.ts';
import { isStorable } from '../database/storable.ts';
import { intakeQueue } from './intake-queue.ts';
import { refuse } from './problem.ts';
import { readPush } from './push-lines.ts';
import type { SyncServices } from './services.ts';

/** Longest incarnation name (`helloRequestSchema`). */
const longestIncarnation = 64;

/**
 * A station sends facts of its journal. Answers with the journal's head as committed:
 * 200 `{epoch, acked}` · 409 `{conflict, acked}` when a fact does not follow its journal ·
 * 422 `{fault: {line, code}, acked}` when a line is not a fact of this journal; the lines before it are kept.
 */
export function pushRoute(
  app: FastifyInstance,
  { db, signal, now, spacing }: SyncServices,
  onPush: (added: number) => void,
): void {
  const takeIn = intakeQueue(db, now, spacing);
  app.post<{ Params: { station: string; inc: string } }>(
    paths.journal(':station', ':inc').replaceAll('%3A', ':'),
    { bodyLimit: pushLimits.bytes },
    async (request, reply) => {
      const { station, inc } = request.params;
      if (station !== request.station) return refuse(reply, 'other-station');
      if (inc.length > longestIncarnation || !isStorable(inc)) return refuse(reply, 'malformed-request');
      const encoding = request.headers['content-encoding'] ?? 'identity';
      if (!Buffer.isBuffer(request.body) || encoding !== 'identity')
        return refuse(reply, 'wrong-content-type');
      const pushed = readPush(request.body, station, inc);
      if (!pushed) return refuse(reply, 'too-large');
      const result = await takeIn({ journal: { station, inc }, facts: pushed.facts });
      const { epoch, acked, conflict, added, head } = result;
      onPush(added);
      if (added > 0) signal.publish(head);
      request.log.info({ station, inc, added, acked: acked.seq, conflict, fault: pushed.fault }, 'push');
      if (conflict) return reply.code(409).send({ conflict, acked });
      if (pushed.fault) return reply.code(422).send({ fault: pushed.fault, acked });
      return reply.send({ epoch, acked });
    },
  );
}
