import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { inheritEnv } from '../lib/env.ts';

export type Chrome = { executablePath: string; env?: Record<string, string> };

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A Chromium that runs on this machine: the one in CHROME_PATH, a system one, Playwright's own, or the one among the
 * packages, which brings its libraries. Undefined when there is none.
 */
export function findChrome(environment = inheritEnv({})): Chrome | undefined {
  const { CHROME_PATH, PATH = '' } = environment;
  if (CHROME_PATH) return { executablePath: CHROME_PATH };
  const onPath = PATH.split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  const executablePath = [...onPath, ...usualPlaces, chromium.executablePath()].find(runs);
  return executablePath ? { executablePath } : packaged();
}

function runs(file: string): boolean {
  if (!fs.existsSync(file)) return false;
  if (process.platform === 'win32') return true; // there, --version opens a window
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

// The package unpacks itself below TMPDIR, and its libraries only when it believes to be on the platform it is made for.
function packaged(): Chrome | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const unpacked = path.resolve(import.meta.dirname, '../node_modules/.cache/chromium');
  fs.mkdirSync(unpacked, { recursive: true });
  const script = `
    const { default: chromium } = await import('@sparticuz/chromium');
    console.log(JSON.stringify([await chromium.executablePath(), process.env.LD_LIBRARY_PATH]));`;
  const asked = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: inheritEnv({ AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x', TMPDIR: unpacked }),
    encoding: 'utf8',
  });
  if (asked.status !== 0) return undefined;
  const [executablePath, LD_LIBRARY_PATH] = JSON.parse(asked.stdout) as [string, string];
  return { executablePath, env: { LD_LIBRARY_PATH, ...packagedFonts(unpacked) } };
}

// The fonts that come with it are listed for one fixed folder, which is not ours.
function packagedFonts(unpacked: string): Record<string, string> {
  if (fs.existsSync('/etc/fonts/fonts.conf')) return {};
  const file = path.join(unpacked, 'fonts.conf');
  const folders = `<dir>${unpacked}/fonts</dir><cachedir>${unpacked}/font-cache</cachedir>`;
  fs.writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>\n`);
  return { FONTCONFIG_FILE: file };
}
