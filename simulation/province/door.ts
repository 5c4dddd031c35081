import { readSignature } from '../../contract/sync/signature.ts';
import { Broken } from '../invariants/broken.ts';
import type { Send, WireRequest } from '../machine/wire.ts';

/** What comes in at the province's door, seen from outside. */
export interface Door {
  readonly send: Send;
  /** Requests of stations that it let in, the newest last: what somebody on the line could have kept. */
  readonly heard: () => readonly WireRequest[];
  /** The province's process is another one from here on. */
  readonly restarted: () => void;
}

/** Requests that are remembered whole. */
const kept = 60;

/**
 * Every signature counts once in one run of the province, however often and however late it comes. `report` is told when
 * one did not.
 */
export function watchDoor(send: Send, report: (broken: Broken) => void): Door {
  const used = new Set<string>();
  const heard: WireRequest[] = [];
  return {
    heard: () => heard,
    // A clock that is a little ahead may have signed for a time after the restart (`docs/sync-protocol.md`, Signatures).
    restarted: () => {
      used.clear();
      heard.length = 0;
    },
    send: async (request) => {
      const answer = await send(request);
      const nonce = readSignature(request.headers)?.parameters.nonce;
      if (nonce === undefined || !letIn(answer.status)) return answer;
      if (used.has(nonce))
        report(new Broken('signatures', `${request.target} was let in twice by one signature`));
      used.add(nonce);
      heard.push(request);
      if (heard.length > kept) heard.shift();
      return answer;
    },
  };
}

/** True when an answer is one that only somebody gets who has proved who they are. */
export function letIn(status: number): boolean {
  return status < 400 || status === 409 || status === 422;
}
