import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const installed = '/usr/lib/postgresql';
/** Oldest version the province runs on. */
const oldest = 15;

/** PostgreSQL refuses to run as root; the account of its package, or failing that nobody's, runs it then. */
export function postgresUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const account = ['postgres', 'nobody'].find((name) => idOf('-u', name) !== null) ?? 'nobody';
  return { uid: idOf('-u', account) ?? 0, gid: idOf('-g', account) ?? 0 };
}

function idOf(which: string, account: string): number | null {
  try {
    return Number(execFileSync('id', [which, account], { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    // There is no such account.
    return null;
  }
}

/** Folder of the programs of the newest installed PostgreSQL. Throws where there is none that the province runs on. */
export function postgresPrograms(): string {
  const versions = (existsSync(installed) ? readdirSync(installed) : [])
    .map(Number)
    .filter((version) => version >= oldest && existsSync(programsOf(version, 'initdb')));
  if (versions.length === 0)
    throw new Error(
      `No PostgreSQL ${oldest} or later in ${installed} (Debian: apt-get install postgresql). Benches and simulation take another by --postgres URL.`,
    );
  return programsOf(Math.max(...versions));
}

function programsOf(version: number, program = ''): string {
  return join(installed, String(version), 'bin', program);
}
