import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { AdminAnswer, AdminCommand } from './commands.ts';
import { adminAnswerSchema, adminCommandSchema } from './commands.ts';

/** Beside the embedded database: how commands of this computer find the server that has it open. */
const doorFile = 'admin.json';
const doorSchema = z.object({ port: z.number().int(), token: z.string() });
/** The longest command brings lines of a rescue file (bytes). */
const longestCommand = 4 * 1024 * 1024;

/**
 * Takes an administrator's commands while the embedded database is open, which only one process can have: on the
 * loopback address, from whoever can read the token in the data folder. Returns how to close it.
 */
export async function openAdminDoor(
  folder: string,
  administer: (command: AdminCommand) => Promise<AdminAnswer>,
): Promise<() => Promise<void>> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    void answer(request, token, administer).then(({ status, body }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const path = join(folder, doorFile);
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify({ port, token }), { mode: 0o600 });
  return async () => {
    rmSync(path, { force: true });
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  };
}

/** Asks the server that has `folder` open. Null when none does. */
export async function askThroughDoor(folder: string, command: AdminCommand): Promise<AdminAnswer | null> {
  const path = join(folder, doorFile);
  if (!existsSync(path)) return null;
  const { port, token } = doorSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, connection: 'close' },
    body: JSON.stringify(command),
  }).catch(() => null);
  // The file of a server that was killed: its port is nobody's, or another program's.
  return response?.ok ? adminAnswerSchema.parse(await response.json()) : null;
}

async function answer(
  request: IncomingMessage,
  token: string,
  administer: (command: AdminCommand) => Promise<AdminAnswer>,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const said = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  const length = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (said.length !== wanted.length || !timingSafeEqual(said, wanted) || length > longestCommand)
    return { status: 401, body: {} };
  try {
    const command = adminCommandSchema.safeParse(JSON.parse(await text(request)));
    return command.success
      ? { status: 200, body: await administer(command.data) }
      : { status: 400, body: {} };
  } catch {
    // A cut line or a database that is closing: whoever asked is told that nothing came of it.
    return { status: 500, body: {} };
  }
}
