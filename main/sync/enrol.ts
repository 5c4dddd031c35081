import { text } from 'node:stream/consumers';
import type { EnrolResponse } from '../../contract/sync/enrolment.ts';
import { enrolPath, enrolResponseSchema } from '../../contract/sync/enrolment.ts';
import type { ProvinceLine } from './province-line.ts';
import { WrongCertificate } from './province-line.ts';
import type { StationKey } from './station-key.ts';

/** Longest that the province may take (ms). */
const patience = 20_000;

export interface EnrolRequest {
  readonly code: string;
  /** The station of the journal in the folder; null in an empty folder. */
  readonly station: string | null;
}

export type Enrolled =
  | { readonly ok: true; readonly station: EnrolResponse }
  | {
      readonly ok: false;
      readonly why:
        | 'unreachable'
        | 'wrong-certificate'
        | 'wrong-code'
        | 'other-station'
        | 'too-often'
        | 'not-a-province';
    };

/** Gives the province a code and the public half of `key`. Asked again after a lost answer it ends the same. */
export async function enrol(line: ProvinceLine, key: StationKey, request: EnrolRequest): Promise<Enrolled> {
  const body = JSON.stringify({ ...request, publicKey: key.publicKey });
  const signed = { method: 'POST', target: enrolPath, body } as const;
  const headers = { 'content-type': 'application/json', ...key.sign(signed, Date.now()) };
  let status: number | undefined;
  let answer: unknown;
  try {
    const response = await line.send({ ...signed, headers }, AbortSignal.timeout(patience));
    status = response.statusCode;
    answer = parseJson(await text(response));
  } catch (error) {
    return { ok: false, why: error instanceof WrongCertificate ? 'wrong-certificate' : 'unreachable' };
  }
  const read = enrolResponseSchema.safeParse(answer);
  if (status === 200 && read.success) return { ok: true, station: read.data };
  if (status === 429) return { ok: false, why: 'too-often' };
  const problem =
    typeof answer === 'object' && answer !== null && 'problem' in answer ? answer.problem : null;
  return {
    ok: false,
    why: problem === 'wrong-code' || problem === 'other-station' ? problem : 'not-a-province',
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
