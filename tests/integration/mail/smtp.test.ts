import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { smtpTransport } from '../../../lib/mail/smtp.ts';
import { aMessage, FROM, KEY } from '../../support/mail.ts';
import { smtpError, smtpSink } from '../../support/smtp-sink.ts';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function sink(...args: Parameters<typeof smtpSink>) {
  const opened = await smtpSink(...args);
  close = opened.close;
  return { ...opened, transport: smtpTransport({ url: opened.url, from: FROM }) };
}

describe('an SMTP server', () => {
  test('gets both parts, the reply address and a Message-ID made of the key', async () => {
    const { transport, received } = await sink();
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'accepted',
      providerMessageId: `<${KEY}@example.org>`,
    });
    expect(received[0]).toMatchObject({
      subject: 'Un recordatorio',
      from: { name: 'Recourse', address: 'reminders@example.org' },
      to: [{ address: 'rosario@example.org' }],
      replyTo: [{ address: 'ines@example.org' }],
      messageId: `<${KEY}@example.org>`,
      date: '2026-11-21T17:00:00.000Z',
    });
    expect(received[0]?.text?.replaceAll('\r\n', '\n').trim()).toBe(aMessage().text.trim());
    expect(received[0]?.html?.trim()).toBe(aMessage().html);
    const header = (key: string) => received[0]?.headers.find((found) => found.key === key)?.value;
    expect(header('list-unsubscribe')).toBe(`<${aMessage().unsubscribeAt}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('content-language')).toBe('es');
    expect(header('auto-submitted')).toBe('auto-generated');
  });

  test('gets no file', async () => {
    const { transport, received } = await sink();
    await transport.send(aMessage(), KEY);
    expect(received.map(({ attachments }) => attachments)).toEqual([[]]);
  });

  test('sees a repetition by its Message-ID', async () => {
    const { transport, received } = await sink();
    await transport.send(aMessage(), KEY);
    await transport.send(aMessage(), KEY);
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test.each([
    [550, false],
    [552, false],
    [450, true],
    [421, true],
  ])('that answers %i may be asked again: %s, and the reason holds no address', async (code, isRetryable) => {
    const { transport } = await sink(() => Promise.reject(smtpError(code)));
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable,
      reason: `The mail server refused the message (${code}).`,
    });
  });

  test.each<[string, SMTPServerOptions]>([
    ['turns us away at the door', { onConnect: (_session, answer) => answer(smtpError(554)) }],
    [
      'does not let us send as this sender',
      { onMailFrom: (_from, _session, answer) => answer(smtpError(554)) },
    ],
  ])('that %s may be asked again, since it said nothing of the message', async (_, options) => {
    const { transport } = await sink(undefined, options);
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable: true,
      reason: 'The mail server takes no mail from this sender (554).',
    });
  });

  test.each<[string, string, SMTPServerOptions]>([
    [
      'a recipient it does not have',
      'message (550)',
      { onRcptTo: (_to, _session, answer) => answer(smtpError(550)) },
    ],
    [
      'a message that is too large',
      'message (552)',
      { onMailFrom: (_from, _session, answer) => answer(smtpError(552)) },
    ],
  ])('that refuses %s is not asked again', async (_, reason, options) => {
    const { transport } = await sink(undefined, options);
    const delivery = await transport.send(aMessage(), KEY);
    expect(delivery).toMatchObject({ outcome: 'refused', isRetryable: false });
    expect(delivery).toMatchObject({ reason: expect.stringContaining(reason) as string });
  });

  test('is given one recipient and no more, or none where there is no address', async () => {
    const written: string[] = [];
    const { transport } = await sink(undefined, {
      onRcptTo: ({ address }, _session, answer) => {
        written.push(address);
        answer();
      },
    });
    const given = [
      'ana@example.org, ben@example.org',
      'Ana <ben@example.org>',
      'a@b\r\nRCPT TO:<ben@example.org>',
    ];
    for (const to of given) await transport.send({ ...aMessage(), to }, KEY);
    expect(written).not.toContain('ben@example.org');
    expect(await transport.send({ ...aMessage(), to: '' }, KEY)).toEqual({
      outcome: 'refused',
      isRetryable: false,
      reason: 'The address is none that mail can be sent to.',
    });
  });

  test('that does not take the password may be asked again, since a person can mend that', async () => {
    const options: SMTPServerOptions = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(smtpError(535, 'wrong')),
    };
    const { url } = await sink(undefined, options);
    const transport = smtpTransport({ url: url.replace('smtp://', 'smtp://user:wrong@'), from: FROM });
    expect(await transport.send(aMessage(), KEY)).toEqual({
      outcome: 'refused',
      isRetryable: true,
      reason: 'The mail server did not accept the user name and password.',
    });
  });

  test('that is not there may be asked again', async () => {
    const transport = smtpTransport({ url: 'smtp://127.0.0.1:9', from: FROM });
    expect(await transport.send(aMessage(), KEY)).toMatchObject({
      outcome: 'refused',
      isRetryable: true,
      reason: expect.stringContaining('could not be reached') as string,
    });
  });
});
