/**
 * A province that only ever says what it was made with: recorded pages of a feed over HTTP, in a process of its own,
 * so that what is measured is the station. `feed-server.ts TITLES CHANGES`: the rows of so many titles, told again and
 * again until there are so many changes. Takes any push.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ChangesEnd, HelloResponse, PushResponse } from '../../contract/sync/protocol.ts';
import { paths, pushLineSchema } from '../../contract/sync/protocol.ts';
import { genesisHash } from '../../domain/facts/fact.ts';
import { benchEpoch } from './epoch.ts';
import { feedRows } from './feed-rows.ts';

const [titles = 0, head = 0] = process.argv.slice(2).map(Number);
const lines = feedRows(titles).map(
  ({ entity, row }) =>
    `"entity":${JSON.stringify(entity)},"id":${JSON.stringify(row.id)},"row":${JSON.stringify(row)}}`,
);
let acked = { seq: 0, hash: genesisHash };

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null)
    process.send?.({ url: `http://127.0.0.1:${address.port}` });
});
process.on('disconnect', () => process.exit());

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await text(request);
  if (pathname === paths.poke) return void response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (pathname === paths.changes)
    return void response.end(page(Number(searchParams.get('cursor')), Number(searchParams.get('limit'))));
  if (pathname === paths.hello) {
    const now = new Date().toISOString();
    const hello: HelloResponse = { epoch: benchEpoch, acked, head, now, action: 'proceed' };
    return void response.end(JSON.stringify(hello));
  }
  const last = pushLineSchema.parse(JSON.parse(body.trimEnd().split('\n').at(-1) ?? ''));
  acked = { seq: acked.seq + body.trimEnd().split('\n').length, hash: last.hash };
  const answer: PushResponse = { epoch: benchEpoch, acked };
  response.end(JSON.stringify(answer));
}

function page(cursor: number, limit: number): string {
  const to = Math.min(head, cursor + limit);
  const rows = Array.from(
    { length: to - cursor },
    (_, index) => `{"pos":${cursor + index + 1},${lines[(cursor + index) % lines.length]}`,
  );
  const end: ChangesEnd = { epoch: benchEpoch, cursor: to, head, more: to < head, includes: 0 };
  return [...rows, JSON.stringify({ end }), ''].join('\n');
}
