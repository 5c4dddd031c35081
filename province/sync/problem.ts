import type { FastifyReply } from 'fastify';

/**
 * Why a request was turned away, besides the conflicts of the protocol. Content is never a reason; form and
 * identity are. The body is `{problem}`, with nothing of the server's insides.
 */
const problemStatus = {
  'malformed-request': 400,
  'unknown-key': 401,
  'other-station': 403,
  'not-here': 403,
  'not-found': 404,
  'too-large': 413,
  'wrong-content-type': 415,
  'unknown-host': 421,
  unexpected: 500,
} as const;

export type Problem = keyof typeof problemStatus;

/** Ends a request with a problem. */
export function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem === 'unknown-key') void reply.header('www-authenticate', 'Bearer');
  return reply.code(problemStatus[problem]).send({ problem });
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
