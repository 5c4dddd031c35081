import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

/** Programs of a print system that write down how they were called, found before the real ones. */
export interface FakePrograms {
  readonly folder: string;
  /** A shell script as a program; `$DIR` is the folder. */
  program(name: string, script: string): void;
  /** What a program left in the folder; null when it left nothing. */
  left(name: string): Buffer | null;
}

/** Writes its arguments, one a line, and its input; a POSIX shell is all it takes. */
export const recording = 'for a in "$@"; do printf "%s\\n" "$a"; done > "$DIR/args"; cat > "$DIR/input"';

/** `lpstat` of a computer with these printers; the first is the default. */
export const lpstat = (...names: readonly string[]): string =>
  `case "$1" in
-e) printf '%s\\n' ${names.join(' ')};;
-d) echo 'system default destination: ${names[0]}';;
esac`;

/** Taken away when the test ends. */
export function fakePrograms(): FakePrograms {
  const folder = mkdtempSync(join(tmpdir(), 'luu-thong-programs-'));
  vi.stubEnv('PATH', [folder, process.env['PATH']].join(delimiter));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    program(name, script) {
      const path = join(folder, name);
      writeFileSync(path, `#!/bin/sh\nDIR='${folder}'\n${script}\n`);
      chmodSync(path, 0o755);
    },
    left: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null),
  };
}
