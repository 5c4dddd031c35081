import type { FastifyReply } from 'fastify';

/**
 * Why a request was turned away, besides the conflicts of the protocol. Content is never a reason; form and
 * identity are. The body is `{problem}`, with nothing of the server's insides.
 */
const problemStatus = {
  'malformed-request': 400,
  'malformed-signature': 401,
  'unknown-key': 401,
  revoked: 401,
  'wrong-time': 401,
  replayed: 401,
  'wrong-digest': 401,
  'wrong-code': 403,
  'other-station': 403,
  'not-here': 403,
  'not-found': 404,
  'too-large': 413,
  'wrong-content-type': 415,
  'no-such-range': 416,
  'unknown-host': 421,
  'too-many-requests': 429,
  unexpected: 500,
  busy: 503,
} as const;

export type Problem = keyof typeof problemStatus;

/** Ends a request with a problem. */
export function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  const status = problemStatus[problem];
  if (status === 401) void reply.header('www-authenticate', 'Signature');
  return reply.code(status).send({ problem });
}

/** Refuses the time in a signature, and says the right one: the station signs again. */
export function refuseTime(reply: FastifyReply, now: number): FastifyReply {
  void reply.header('www-authenticate', 'Signature');
  return reply.code(problemStatus['wrong-time']).send({ problem: 'wrong-time', now: rfc3339(now) });
}

/** Refuses for now: the request is welcome again after `seconds`. */
export function refuseForNow(
  reply: FastifyReply,
  problem: 'too-many-requests' | 'busy',
  seconds: number,
): FastifyReply {
  void reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))));
  return refuse(reply, problem);
}

/** The problem that a framework error of this HTTP status stands for. */
export function problemOfStatus(status: number): Problem {
  switch (status) {
    case 413:
      return 'too-large';
    case 415:
      return 'wrong-content-type';
    default:
      return status >= 400 && status < 500 ? 'malformed-request' : 'unexpected';
  }
}

function rfc3339(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
