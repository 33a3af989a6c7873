import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Env } from '../../../lib/env.ts';
import { listMailbox, localMailbox, readMessage, showsMailbox } from '../../../lib/mail/local-mailbox.ts';
import { aMessage, FROM, KEY, OFFICE_ID } from '../../support/mail.ts';

const OTHER_OFFICE = 'f2b6f6a0-1f6e-4d0e-8f0a-3f6f6f5b7c02';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'recourse-mailbox-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const mailbox = () => localMailbox({ folder: path.join(folder, 'mail'), from: FROM });
const inFolder = (...names: string[]) => path.join(folder, 'mail', ...names);

describe('the local mailbox', () => {
  test('keeps a message as one file that only its owner can read', async () => {
    expect(await mailbox().send(aMessage(), KEY)).toEqual({ outcome: 'accepted', providerMessageId: KEY });
    expect(await readdir(inFolder(OFFICE_ID))).toEqual([`${KEY}.json`]);
    expect((await stat(inFolder(OFFICE_ID, `${KEY}.json`))).mode & 0o777).toBe(0o600);
    expect((await stat(inFolder(OFFICE_ID))).mode & 0o777).toBe(0o700);
    expect(await readMessage(inFolder(), OFFICE_ID, KEY)).toMatchObject({
      id: KEY,
      from: FROM,
      to: 'rosario@example.org',
      subject: 'Un recordatorio',
      language: 'es',
      writtenAt: '2026-11-21T17:00:00.000Z',
    });
  });

  test('keeps messages under one key as one file, also when they come together', async () => {
    const sending = Array.from({ length: 8 }, (_, index) =>
      mailbox().send(aMessage({ subject: `Subject ${index}` }), KEY),
    );
    const deliveries = await Promise.all(sending);
    expect(deliveries.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(await readdir(inFolder(OFFICE_ID))).toEqual([`${KEY}.json`]);
  });

  test('lists an office’s own messages, newest first', async () => {
    const box = mailbox();
    for (const [hour, officeId] of [
      [9, OFFICE_ID],
      [11, OFFICE_ID],
      [10, OTHER_OFFICE],
    ] as const) {
      const writtenAt = new Date(Date.UTC(2026, 10, 21, hour));
      await box.send(aMessage({ officeId, subject: `At ${hour}`, writtenAt }), randomUUID());
    }
    const subjects = async (officeId: string, limit = 10) =>
      (await listMailbox(inFolder(), officeId, limit)).map(({ subject }) => subject);
    expect(await subjects(OFFICE_ID)).toEqual(['At 11', 'At 9']);
    expect(await subjects(OFFICE_ID, 1)).toEqual(['At 11']);
    expect(await subjects(OTHER_OFFICE)).toEqual(['At 10']);
  });

  test('shows nobody a message of another office, nor a file outside it', async () => {
    await mailbox().send(aMessage(), KEY);
    expect(await readMessage(inFolder(), OTHER_OFFICE, KEY)).toBeNull();
    expect(await readMessage(inFolder(), OFFICE_ID, `../${OFFICE_ID}/${KEY}`)).toBeNull();
    expect(await readMessage(inFolder(), OFFICE_ID, randomUUID())).toBeNull();
  });

  test('is empty before the first message, and says so when a file is damaged', async () => {
    expect(await listMailbox(inFolder(), OFFICE_ID, 10)).toEqual([]);
    await mailbox().send(aMessage(), KEY);
    await writeFile(inFolder(OFFICE_ID, `${KEY}.json`), '{');
    await expect(listMailbox(inFolder(), OFFICE_ID, 10)).rejects.toThrow(SyntaxError);
  });

  test('answers with a reason when the folder cannot be written', async () => {
    await writeFile(path.join(folder, 'mail'), 'in the way');
    expect(await mailbox().send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable: true,
      reason: expect.stringMatching(
        /^The mailbox folder cannot be written \((ENOTDIR|EEXIST)\)\.$/,
      ) as string,
    });
  });
});

test.each([
  [{ NODE_ENV: 'production', APP_URL: 'http://localhost:3000' }, true],
  [{ NODE_ENV: 'production', APP_URL: 'http://127.0.0.1:3000' }, true],
  [{ NODE_ENV: 'production', APP_URL: 'https://recourse.example.org' }, false],
  [{ NODE_ENV: 'development', APP_URL: 'https://recourse.example.org' }, true],
  [{ NODE_ENV: 'production', APP_URL: 'http://localhost:3000', RESEND_API_KEY: 're_12345678' }, false],
  [{ NODE_ENV: 'development', APP_URL: 'http://localhost:3000', SMTP_URL: 'smtp://localhost' }, false],
])('with %o the mailbox can be looked into: %s', (env, expected) => {
  expect(showsMailbox(env as Env)).toBe(expected);
});
