import { describe, expect, test } from 'vitest';
import { readResendEvent } from '../../../lib/mail-events/resend-event.ts';
import { KEY, OFFICE_ID } from '../../support/mail.ts';
import { bounce, webhookOf } from '../../support/resend-webhook.ts';

const HAPPENED = new Date('2026-02-04T17:00:00Z');
const mail = { id: 'x', message: KEY, office: OFFICE_ID, to: 'Ana@Example.org', subject: 'A reminder' };
const told = (type: string, more: Record<string, unknown> = {}) =>
  readResendEvent(webhookOf(mail, type, { happenedAt: HAPPENED, ...more }));

describe('what Resend posts', () => {
  test.each([
    ['email.delivered', {}, 'delivered', ''],
    ['email.delivery_delayed', {}, 'delayed', ''],
    ['email.bounced', bounce('Permanent'), 'bounced', 'for-good'],
    ['email.bounced', bounce('Transient'), 'bounced', 'for-now'],
    ['email.bounced', bounce('Undetermined'), 'bounced', 'for-now'],
    ['email.bounced', {}, 'bounced', 'for-now'],
    ['email.suppressed', { suppressed: { message: 'On the list.', type: 'x' } }, 'bounced', 'suppressed'],
    ['email.complained', {}, 'complained', ''],
    ['email.failed', { failed: { reason: 'quota' } }, 'failed', ''],
  ])('%s %o is read as %s %s', (type, more, event, detail) => {
    expect(told(type, more)).toEqual({
      officeId: OFFICE_ID,
      messageId: KEY,
      event,
      detail,
      address: 'ana@example.org',
      happenedAt: HAPPENED,
    });
  });

  test.each(['email.sent', 'email.opened', 'email.clicked', 'domain.created', 'toString', ''])(
    'of type %j is nothing of ours',
    (type) => {
      expect(told(type)).toBeNull();
    },
  );

  test.each([
    ['no tags', { tags: undefined }],
    ['no office', { tags: { message: KEY } }],
    ['an office that is no number', { tags: { office: 'ours', message: KEY } }],
    ['a message that is no number', { tags: { office: OFFICE_ID, message: "x' or 1=1" } }],
    ['tags of another kind', { tags: 7 }],
  ])('with %s is nothing of ours', (_, more) => {
    expect(told('email.bounced', more)).toBeNull();
  });

  test.each([null, 'text', 7, [], {}, { type: 'email.bounced' }, { type: 'email.bounced', data: null }])(
    'as %j is nothing of ours',
    (posted) => {
      expect(readResendEvent(posted)).toBeNull();
    },
  );

  test('is read with tags as a list, an address with a name, and a moment nobody can read', () => {
    const posted = webhookOf({ ...mail, to: 'Ana P. <ana@example.org>' }, 'email.delivered', {
      tags: [
        { name: 'office', value: OFFICE_ID },
        { name: 'message', value: KEY },
      ],
    });
    expect(readResendEvent({ ...posted, created_at: 'just now' })).toMatchObject({
      messageId: KEY,
      address: 'ana@example.org',
      happenedAt: null,
    });
  });
});
