import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ProvinceLine } from '../../main/sync/province-line.ts';

/** A request in, an answer out. */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

type WireRequest = Parameters<ProvinceLine['send']>[0];

interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

/** Straight into the server's routes, as if it had come over a wire. */
export function intoServer(app: FastifyInstance): Send {
  return async ({ method, target, headers, body }) => {
    const answer = await app.inject({
      method,
      url: target,
      headers,
      ...(method === 'POST' ? { payload: body } : {}),
    });
    return { status: answer.statusCode, body: answer.body };
  };
}

/** The wire as the station's own code knows it: that code writes the requests and reads the answers. */
export function lineOver(send: Send): ProvinceLine {
  return {
    send: async (request) => {
      const { status, body } = await send(request);
      const answer = Object.assign(Readable.from([Buffer.from(body)]), { statusCode: status, headers: {} });
      // What the station reads of an answer: its status, its headers and its text.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return answer as unknown as IncomingMessage;
    },
  };
}
