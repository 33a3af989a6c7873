import { describe, expect, it } from 'vitest';
import { createLogger, describeError } from '../../lib/log.ts';

function written(act: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  act(createLogger('test', 'info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

const rejected = Object.assign(new Error('Failed query: insert … params: Maria Nunez'), {
  name: 'DatabaseError',
  code: '23505',
  constraint: 'clients_email_unique',
  detail: 'Key (email)=(maria@example.org) already exists.',
  client: { connectionParameters: { password: 'hunter2' } },
});

describe('the log', () => {
  it.each([
    ['under err', () => written((log) => log.error({ err: rejected }, 'a write failed'))],
    ['under err without a message', () => written((log) => log.error({ err: rejected }))],
    ['by itself', () => written((log) => log.error(rejected))],
    ['by itself with a message', () => written((log) => log.error(rejected, 'a write failed'))],
    ['as the cause of another', () => written((log) => log.error(new Error('wrapped', { cause: rejected })))],
  ])('keeps the values of a rejected row out when the error is logged %s', (_, write) => {
    const line = write();
    expect(line).not.toMatch(/Maria|maria|hunter2|Failed query|wrapped/);
    expect(JSON.parse(line)).toMatchObject({ level: 'error', part: 'test' });
    expect(line).toContain('23505');
    expect(line).toContain('clients_email_unique');
  });

  it('redacts what identifies a client or opens an account', () => {
    const line = written((log) =>
      log.info({ email: 'maria@example.org', user: { password: 'hunter2' } }, 'sent'),
    );
    expect(line).not.toMatch(/maria|hunter2/);
    expect(line).toContain('sent');
  });

  it('keeps the frames of a failure, which name places in the code only', () => {
    expect(describeError(new Error('private')).stack[0]).toMatch(/^at .*log\.test\.ts/);
  });

  it('describes a thrown value that is not an error by its type alone', () => {
    expect(describeError('maria@example.org')).toEqual({ name: 'string', stack: [] });
  });
});
