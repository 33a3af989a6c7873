import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runToEnd, startChild } from '../../scripts/launcher/child.ts';
import { identify } from '../../scripts/launcher/process-identity.ts';
import { supervise } from '../../scripts/launcher/supervise.ts';
import { cleanUp, temporaryFolder, until } from './office-process.ts';

afterEach(cleanUp);

function program(source: string) {
  const file = path.join(temporaryFolder(), 'program.ts');
  fs.writeFileSync(file, source);
  return { args: [file] };
}

const patient = { interrupted: new AbortController().signal, onStart: () => {} };

describe('a program that the launcher runs to its end', () => {
  it('may fork programs of its own, which wait for its messages', async () => {
    const forking = program(`
      import { fork } from 'node:child_process';
      if (process.argv[2] === 'forked') process.on('message', () => { process.send('answer'); process.disconnect(); });
      else {
        const forked = fork(import.meta.filename, ['forked']);
        setTimeout(() => forked.send('question'), 500);
        forked.once('message', () => process.exit(0));
        forked.once('exit', () => process.exit(9));
      }`);
    await expect(runToEnd('Forking', forking, patient)).resolves.toBeUndefined();
  });

  it('is reported when it fails, by the title the person saw', async () => {
    const failing = program('process.exit(3)');
    await expect(runToEnd('Filling', failing, patient)).rejects.toThrow('"Filling" failed');
  });

  it('ends when the person interrupts', async () => {
    const interruption = new AbortController();
    let pid = 0;
    const running = runToEnd('Waiting', program('setInterval(() => {}, 1000)'), {
      interrupted: interruption.signal,
      onStart: (started) => {
        pid = started;
        setTimeout(() => interruption.abort(new Error('enough')), 300);
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(identify(pid)).toBeUndefined();
  });
});

describe('a program that the launcher keeps running', () => {
  it('is killed when it does not end when asked to', async () => {
    const file = path.join(temporaryFolder(), 'up');
    const deaf = startChild(
      program(`
        process.on('SIGTERM', () => {});
        process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(file)}, '');
        setInterval(() => {}, 1000);`),
    );
    await until(() => fs.existsSync(file));
    await deaf.stop();
    expect(identify(deaf.pid)).toBeUndefined();
  });

  it('is not started again once it was asked to stop', async () => {
    const starts: number[] = [];
    const start = async () => {
      const child = startChild(program('setInterval(() => {}, 1000)'));
      starts.push(child.pid);
      return child;
    };
    const kept = await supervise('It', start, { onRestart: () => {} });
    process.kill(starts[0] ?? 0, 'SIGKILL');
    await until(() => starts.length === 2);
    await kept.stop();
    expect(starts.map(identify)).toEqual([undefined, undefined]);
    expect(starts).toHaveLength(2);
  });
});
