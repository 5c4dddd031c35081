import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { paths } from '../../contract/sync/protocol.ts';
import { readFeed } from './feed.ts';
import type { SyncServices } from './services.ts';

/** Keeps the line open through proxies and tells the server when a station is gone. */
const heartbeatMs = 15_000;

/** Server-sent events that carry the feed's head, at once and after each commit. */
export function pokeRoute(app: FastifyInstance, { db, signal }: SyncServices): void {
  const open = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const stream of open) stream.write(': heartbeat\n\n');
  }, heartbeatMs).unref();
  app.addHook('preClose', async () => {
    clearInterval(heartbeat);
    for (const stream of open) stream.end();
    open.clear();
  });
  app.get(paths.poke, async (request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    // Gone while its key was looked up: 'close' has been and will not come again.
    if (stream.destroyed) return;
    const poke = pokesTo(stream);
    // Subscribed before the head is read: a commit in between is told twice rather than not at all.
    const unsubscribe = signal.subscribe(poke);
    open.add(stream);
    const leave = (): void => {
      unsubscribe();
      open.delete(stream);
    };
    stream.once('close', leave);
    stream.on('error', (error) => request.log.info({ err: error }, 'a poke stream broke'));
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    try {
      poke((await readFeed(db)).head);
    } catch (error) {
      // Too late for an error answer: the stream ends and the station comes again.
      request.log.error({ err: error }, 'the head could not be read');
      leave();
      stream.end();
    }
  });
}

/** A slow reader gets the newest head when its line is free again, never a queue of old ones. */
function pokesTo(stream: ServerResponse): (head: number) => void {
  let waiting: number | null = null;
  const send = (head: number): void => {
    if (stream.writableEnded) return;
    if (stream.writableNeedDrain) waiting = head;
    else stream.write(`data: ${JSON.stringify({ head })}\n\n`);
  };
  stream.on('drain', () => {
    const head = waiting;
    waiting = null;
    if (head !== null) send(head);
  });
  return send;
}
