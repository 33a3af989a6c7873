import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DatabaseError, withoutValues } from '../../lib/db/database-error.ts';
import { createLogger, describeError, quietConsole } from '../../lib/log.ts';

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

  it('keeps a message out that looks like frames itself', () => {
    const error = new Error('Maria\n    at Nunez (home)\n    at 12 Elm Street');
    expect(written((log) => log.error(error))).not.toMatch(/Maria|Nunez|Elm/);
  });

  it('keeps what a schema refused out', () => {
    const schema = z.strictObject({ name: z.enum(['a']), born: z.iso.date() });
    const refused = schema.safeParse({ name: 'Maria Nunez', born: '4/1/61', 'Dr. Sethi': 1 }).error;
    expect(refused).toBeInstanceOf(Error);
    expect(written((log) => log.error({ err: refused }, 'not read'))).not.toMatch(/Maria|4\/1\/61|Sethi/);
  });

  it('keeps what the database refused out, however the error is printed', () => {
    const error = withoutValues(rejected);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(`${String(error)} ${(error as Error).stack} ${JSON.stringify(error)}`).not.toMatch(/Maria|maria@/);
  });
});

describe('what a framework prints', () => {
  function printed(act: (target: Pick<Console, 'error' | 'warn'>) => void): Record<string, unknown>[] {
    const lines = written((log) => {
      const target = { error: () => undefined, warn: () => undefined };
      quietConsole(log, target);
      act(target);
    });
    return lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('is an error’s kind, frames and the number its page shows', () => {
    const error = Object.assign(new TypeError('Maria Nunez is not a date'), { digest: '1051088304' });
    const [line] = printed((target) => target.error(' ⨯', error, { typed: 'Maria Nunez' }));
    expect(line).toMatchObject({ level: 'error', err: { name: 'TypeError', digest: '1051088304' } });
    expect(JSON.stringify(line)).not.toContain('Maria');
  });

  it('is a text’s first line and nothing that is put into it', () => {
    const [line] = printed((target) => target.warn('Slow: %s\nMaria', 'Maria Nunez', { name: 'Maria' }));
    expect(line).toMatchObject({ level: 'warn', said: 'Slow: %s' });
    expect(JSON.stringify(line)).not.toContain('Maria');
  });

  it('is not an address that an error carries', () => {
    const error = Object.assign(new Error('x'), { digest: 'NEXT_REDIRECT;replace;/cases?q=Maria;307;' });
    expect(JSON.stringify(printed((target) => target.error(error)))).not.toContain('Maria');
  });
});
