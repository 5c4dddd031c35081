import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ProvinceLine } from '../../main/sync/province-line.ts';

/** A request in, an answer out. */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

export type WireRequest = Parameters<ProvinceLine['send']>[0];

interface WireAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter?: string;
  /** What is no text: a part of a snapshot. */
  readonly bytes?: Buffer;
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
    const retryAfter = answer.headers['retry-after'];
    const { statusCode: status, body: text } = answer;
    return {
      status,
      body: text,
      ...(typeof retryAfter === 'string' ? { retryAfter } : {}),
      ...(target.startsWith('/sync/v1/snapshots/') ? { bytes: answer.rawPayload } : {}),
    };
  };
}

/** The wire as the station's own code knows it: that code writes and signs the requests and reads the answers. */
export function lineOver(send: Send): ProvinceLine {
  return {
    send: async (request, signal) => {
      signal.throwIfAborted();
      const { status, body, retryAfter, bytes } = await send(request);
      const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      const answer = Object.assign(Readable.from([bytes ?? Buffer.from(body)]), {
        statusCode: status,
        headers,
      });
      // What the station reads of an answer: its status, its headers and its text.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return answer as unknown as IncomingMessage;
    },
  };
}
