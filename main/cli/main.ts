/**
 * `npm run -s cli -- COMMAND`: the program's tools without a window. Answers go to standard output, sentences
 * to standard error. Ends with 0, 1 (the answer is no) or 2 (the question was wrong).
 */
import { auditVerify } from './audit-verify.ts';
import { demoMake } from './demo-make.ts';
import type { Command } from './command.ts';
import { WrongUse } from './command.ts';
import { doctor } from './doctor.ts';
import { handheldRead } from './handheld-read.ts';
import { journalExport } from './journal-export.ts';
import { labelsMake } from './labels-make.ts';
import { policyExplain } from './policy-explain.ts';
import { scanClassify } from './scan-classify.ts';
import { scenarioRun } from './scenario-run.ts';
import { stationEnrol } from './station-enrol.ts';
import { tagDecode } from './tag-decode.ts';
import { tagEncode } from './tag-encode.ts';
import { vietqrMake, vietqrRead } from './vietqr.ts';

const commands: readonly Command[] = [
  auditVerify,
  demoMake,
  doctor,
  handheldRead,
  journalExport,
  labelsMake,
  policyExplain,
  scanClassify,
  scenarioRun,
  stationEnrol,
  tagDecode,
  tagEncode,
  vietqrMake,
  vietqrRead,
];

function find(words: readonly string[]): { command: Command; args: readonly string[] } | null {
  for (const command of commands) {
    const name = command.name.split(' ');
    if (name.every((word, index) => words[index] === word))
      return { command, args: words.slice(name.length) };
  }
  return null;
}

async function run(words: readonly string[]): Promise<number> {
  const found = find(words);
  if (!found) {
    process.stderr.write(`Commands:\n${commands.map(({ usage }) => `  ${usage}\n`).join('')}`);
    return 2;
  }
  try {
    return await found.command.run(found.args);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    process.stderr.write(`${error.message}\nUsage: ${found.command.usage}\n`);
    return 2;
  }
}

process.exitCode = await run(process.argv.slice(2));
