import { spawn } from 'node:child_process';

export type ProgramResult =
  | { readonly kind: 'ended'; readonly code: number; readonly stdout: string }
  /** There is no such program here, or it may not be run. */
  | { readonly kind: 'missing' }
  /** It was stopped from outside, or by us after its time: what it has done is not known. */
  | { readonly kind: 'stopped' };

/** Starts a program and waits for it. Never rejects. Arguments reach it as they are: no shell reads them. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  input?: Uint8Array,
) => Promise<ProgramResult>;

/** PowerShell alone takes seconds to start on an old computer; a print server may be slow to answer. */
const timeLimitMs = 30_000;

/** More than any list of printers has. */
const longestAnswer = 1_000_000;

/** English words and UTF-8 names, whatever the desk's language is. */
const environment = { LC_ALL: 'C' };

export const runProgram: RunProgram = (program, args, input = new Uint8Array()) =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    const child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
      windowsHide: true,
    });
    child.stdout.on('data', (bytes: Buffer) => {
      length += bytes.length;
      if (length <= longestAnswer) parts.push(bytes);
    });
    // A program that ends before it has read everything breaks the pipe; its exit code tells why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', () => resolve({ kind: 'missing' }));
    child.on('close', (code) => {
      resolve(
        code === null
          ? { kind: 'stopped' }
          : { kind: 'ended', code, stdout: Buffer.concat(parts).toString('utf8') },
      );
    });
  });
