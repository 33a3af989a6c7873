import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assessed, dmhc, nested } from './assessed-facts.ts';

const script = fileURLToPath(new URL('../../../scripts/assess.ts', import.meta.url));
const facts = { ...dmhc, asOf: '2026-06-15', 'grievance.receivedOn': '2026-05-01' };

describe('the assess command', () => {
  it('answers one case with its assessment', () => {
    const { status, stdout } = run(JSON.stringify(nested(facts)));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(assessed(facts));
  });

  it('answers a list with a list', () => {
    const { stdout } = run(JSON.stringify([nested(facts), nested({ ...facts, asOf: '2026-05-20' })]));
    expect(JSON.parse(stdout)).toEqual([assessed(facts), assessed({ ...facts, asOf: '2026-05-20' })]);
  });

  it('prints each answer as JSON indented by two spaces', () => {
    const list = [nested(facts), nested({ ...facts, asOf: '2026-05-20' })];
    for (const input of [list, [], list[0], [1, 'two'], 3]) {
      const { stdout } = run(JSON.stringify(input));
      expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`);
    }
  });

  it('ends quietly where nobody reads on', async () => {
    const child = spawn(process.execPath, [script]);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdin.end(JSON.stringify(Array.from({ length: 2_000 }, () => nested(facts))));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'close');
    expect(errors).toBe('');
  });

  it('answers flaws with exit code 2 and nothing but the list of problems', () => {
    const { status, stdout, stderr } = run(JSON.stringify([nested({ ...facts, asOf: 'now' })]));
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ path: '0.asOf' }]);
    expect(stderr).toBe('');
    expect(JSON.parse(run('not json').stdout)).toMatchObject([{ path: '' }]);
  });

  it('explains itself, and refuses arguments it does not know', () => {
    expect(run('', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Usage:') as string,
    });
    expect(run('', '--fix')).toMatchObject({ status: 1, stdout: '' });
  });
});

function run(input: string, ...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { input, encoding: 'utf8' });
}
