import { createReadStream } from 'node:fs';
import { importRescue } from '../rescue/import-rescue.ts';
import type { Ask } from './asker.ts';
import { refusalLine, reportLines } from './import-words.ts';

/** Takes in the rescue file at `path`. The exit code is 1 when anything of it was not taken in. */
export async function importJournal(
  ask: Ask,
  path: string,
  say: (text: string) => void,
  complain: (text: string) => void,
): Promise<number> {
  const answer = await importRescue(createReadStream(path), async (lines) => {
    const taken = await ask({ verb: 'take-in', ...lines });
    return taken.kind === 'taken-in' ? taken : null;
  });
  if ('refused' in answer) {
    complain(`${refusalLine(answer)}\n`);
    return 1;
  }
  say(`${JSON.stringify(answer)}\n`);
  complain(`${reportLines(answer).join('\n')}\n`);
  return answer.left === 0 && answer.whole ? 0 : 1;
}
