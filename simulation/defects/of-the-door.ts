import type { Defect } from './defect.ts';

/** The station signs anew wherever the province's door says one of these words: as good as a door that never says it. */
function doorThatNeverSays(name: string, problem: string): Defect {
  return {
    name,
    often: ['forged request'],
    wire: (send, _db, sign) => async (request) => {
      const answer = await send(request);
      return answer.status === 401 && answer.body.includes(problem) ? send(sign(request)) : answer;
    },
  };
}

/** Mistakes at the province's door, and of those who come to it. */
export const doorDefects: readonly Defect[] = [
  doorThatNeverSays('a signature counts as often as it comes', 'replayed'),
  doorThatNeverSays('a signature counts for ever', 'wrong-time'),
  doorThatNeverSays('anybody may have signed', 'unknown-key'),
  doorThatNeverSays('a signature counts for any body', 'wrong-digest'),
  {
    name: 'a station with a wrong clock is not told the time',
    wire: (send) => async (request) => {
      const answer = await send(request);
      return answer.body.includes('wrong-time') ? { ...answer, body: '{"problem":"wrong-time"}' } : answer;
    },
  },
];
