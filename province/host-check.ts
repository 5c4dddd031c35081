import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './sync/problem.ts';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests that were addressed to another name: a page from elsewhere may have its own name resolve to
 * this machine (DNS rebinding), but it cannot choose the `Host` header.
 */
export function hostCheck(
  hosts: readonly string[],
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const allowed = new Set([...loopbackNames, ...hosts.map((host) => host.toLowerCase())]);
  return async (request, reply) => {
    if (!allowed.has(hostName(request.headers.host))) return void refuse(reply, 'unknown-host');
  };
}

/** True when the request came from this very machine and was addressed to it. */
export function isLocal(request: FastifyRequest): boolean {
  const from = request.socket.remoteAddress ?? '';
  const local = from === '::1' || /^(?:::ffff:)?127\./.test(from);
  return local && loopbackNames.includes(hostName(request.headers.host));
}

/** The name in a `Host` header, without its port. */
function hostName(host: string | undefined): string {
  return (host ?? '').toLowerCase().replace(/:\d*$/, '');
}
