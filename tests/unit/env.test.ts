import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentVariables, readCommandEnv, readEnv } from '../../lib/env.ts';

const complete = {
  DATABASE_APP_URL: 'postgres://recourse_app:x@127.0.0.1:5432/recourse',
  AUTH_SECRET: 'a'.repeat(32),
  DOCUMENT_KEY: 'k'.repeat(43),
};

describe('the configuration', () => {
  it('needs only what start makes by itself', () => {
    const result = readEnv(complete);
    expect(result).toMatchObject({
      ok: true,
      env: { APP_URL: 'http://localhost:3000', PORT: 3000, LISTEN_HOST: 'localhost', MAIL_DIR: '.data/mail' },
    });
  });

  it('gives no secret a default', () => {
    expect(readEnv({})).toMatchObject({
      ok: false,
      problems: [
        expect.stringMatching(/^DATABASE_APP_URL /),
        expect.stringMatching(/^AUTH_SECRET /),
        expect.stringMatching(/^DOCUMENT_KEY /),
      ],
    });
    expect(readCommandEnv({})).toMatchObject({ ok: true });
  });

  it('treats an empty value as one that is not set', () => {
    expect(readEnv({ ...complete, PORT: '', SMTP_URL: ' ' })).toMatchObject({
      ok: true,
      env: { PORT: 3000 },
    });
  });

  it('follows PORT in the address and DATA_DIR in the mailbox', () => {
    expect(readEnv({ ...complete, PORT: '4000', DATA_DIR: '/srv/recourse' })).toMatchObject({
      env: { APP_URL: 'http://localhost:4000', MAIL_DIR: '/srv/recourse/mail' },
    });
  });

  it('takes an identity provider whole or not at all, and only over https', () => {
    const provider = {
      OIDC_ISSUER: 'https://id.example.org',
      OIDC_CLIENT_ID: 'recourse',
      OIDC_CLIENT_SECRET: 'hunter2',
    };
    expect(readEnv({ ...complete, ...provider })).toMatchObject({ ok: true });
    expect(readEnv({ ...complete, ...provider, OIDC_CLIENT_SECRET: '' })).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/belong together/)],
    });
    expect(readEnv({ ...complete, ...provider, OIDC_ISSUER: 'http://id.example.org' })).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/https:/)],
    });
    expect(readEnv({ ...complete, ...provider, OIDC_ISSUER: 'http://127.0.0.1:4000' })).toMatchObject({
      ok: true,
    });
  });

  it('takes a bucket whole or not at all', () => {
    const bucket = {
      S3_ENDPOINT: 'http://127.0.0.1:4568',
      S3_BUCKET: 'recourse',
      S3_ACCESS_KEY_ID: 'recourse',
      S3_SECRET_ACCESS_KEY: 'hunter2',
    };
    expect(readEnv({ ...complete, ...bucket })).toMatchObject({ ok: true });
    expect(readEnv({ ...complete, ...bucket, S3_SECRET_ACCESS_KEY: '' })).toMatchObject({
      ok: false,
      problems: [expect.stringMatching(/belong together/)],
    });
  });

  it.each([
    ['DATABASE_URL', 'mysql://root:hunter2@db/recourse'],
    ['DATABASE_APP_URL', 'hunter2'],
    ['APP_URL', 'https://recourse.example.org/hunter2'],
    ['PORT', '70000'],
    ['TRUSTED_PROXIES', 'hunter2'],
    ['AUTH_SECRET', 'hunter2'],
    ['DOCUMENT_KEY', 'hunter2'],
    ['DOCUMENT_FORMER_KEYS', `${'k'.repeat(43)},hunter2`],
    ['UPLOAD_LIMIT_MB', '501'],
    ['S3_FORCE_PATH_STYLE', 'hunter2'],
    ['MAIL_FROM', 'hunter2\r\nBcc: x'],
    ['RESEND_API_KEY', 'short'],
    ['RESEND_WEBHOOK_SECRET', 'hunter2'],
    ['SMTP_URL', 'http://hunter2'],
    ['TEST_CLOCK', 'hunter2'],
    ['LOG_LEVEL', 'hunter2'],
    ['NODE_ENV', 'hunter2'],
  ])('names %s when it is malformed and does not repeat its value', (name, value) => {
    const result = readEnv({ ...complete, [name]: value });
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} must be `));
    expect(problems[0]).not.toContain(value);
  });

  it('reports every bad variable at once', () => {
    const result = readEnv({ PORT: 'x', LOG_LEVEL: 'x' });
    expect(result.ok ? [] : result.problems).toHaveLength(5);
  });

  it('refuses a settable clock where other people can reach the server', () => {
    const settable = { ...complete, TEST_CLOCK: 'on' };
    expect(readEnv(settable).ok).toBe(true);
    expect(readEnv({ ...settable, APP_URL: 'https://recourse.example.org' }).ok).toBe(false);
  });

  it('needs a sender as soon as mail leaves the machine', () => {
    const sending = { ...complete, SMTP_URL: 'smtp://mail.example.org' };
    expect(readEnv(sending)).toMatchObject({ problems: [expect.stringMatching(/^MAIL_FROM /)] });
    expect(readEnv({ ...sending, MAIL_FROM: 'Recourse <r@example.org>' }).ok).toBe(true);
  });

  it('refuses two ways of sending mail at once', () => {
    const both = {
      SMTP_URL: 'smtp://mail.example.org',
      RESEND_API_KEY: 're_12345678',
      MAIL_FROM: 'r@example.org',
    };
    expect(readEnv({ ...complete, ...both })).toMatchObject({
      problems: [expect.stringContaining('RESEND_API_KEY and SMTP_URL')],
    });
  });

  it('is documented in .env.example, variable by variable', () => {
    const example = readFileSync('.env.example', 'utf8');
    const documented = [...example.matchAll(/^#? ?([A-Z0-9_]+)=/gm)].map(([, name]) => name ?? '');
    expect(documented.toSorted()).toEqual(environmentVariables.toSorted());
  });
});
