// Runs before anything is installed, on whatever Node the system has (20 or newer), so it has no dependencies.
// It installs what is missing and then hands over to the pinned Node 24.
//   node scripts/bootstrap.mjs FILE [ARGUMENTS]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
const stamp = join(root, 'node_modules', '.luu-thong-installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!isInstalled()) install();

const [file, ...args] = process.argv.slice(2);
const child = spawn(pinnedNode, [join(root, file), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    // Node keeps what it made of each source file: without it every process and worker loads the tool that strips
    // types, which costs the station 60 MB and half of its start.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
    PATH: [dirname(pinnedNode), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  },
});
// Ctrl+C reaches the child by itself; this process only waits for it to end in order.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

function isInstalled() {
  return existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function install() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    fail(`Node ${process.versions.node} is too old: Lưu Thông needs Node 20 or newer to install itself.`);
  process.stderr.write('Lưu Thông: installing what is missing (once, about a minute)…\n');
  // No install scripts: every native part comes ready made in its package, and npm would otherwise ask node-gyp,
  // and with it Python and a compiler, to rebuild what is already there.
  run(npmCommand(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']));
  // The one script that is needed fetches the pinned Node.
  const fetchNode = join(root, 'node_modules', 'node', 'installArchSpecificPackage.js');
  if (!existsSync(pinnedNode)) run({ command: process.execPath, args: [fetchNode], cwd: dirname(fetchNode) });
  if (!existsSync(pinnedNode))
    fail('The pinned Node 24 could not be installed. Check the connection to the npm registry.');
  writeFileSync(stamp, wanted);
}

function npmCommand(npmArgs) {
  // Inside an npm script this is npm itself, so that no shell is needed to find it on Windows.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return { command: process.execPath, args: [npm, ...npmArgs], cwd: root };
  return { command: windows ? 'npm.cmd' : 'npm', args: npmArgs, cwd: root, shell: windows };
}

function run({ command, args, ...options }) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], ...options });
  if (error) fail(`${command} could not be started: ${error.message}`);
  if (status !== 0) fail(`${command} ${args.join(' ')} ended with code ${status}.`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
