import type { Connection } from '../../lib/db/client.ts';
import { createLogger } from '../../lib/log.ts';
import { answerWebhook } from '../../lib/mail-events/answer-webhook.ts';
import type { FakeResend, TakenMail } from '../support/fake-resend.ts';
import { signedRequest, WEBHOOK_SECRET, webhookOf } from '../support/resend-webhook.ts';

/** One mail of so many is told of: enough to see that telling twice is telling once. */
const ONE_IN = 5;

/** The provider's half of the webhooks: tells that a mail was delivered, each time twice and later once more. */
export function deliveryTeller(resend: FakeResend, app: Connection) {
  const told: TakenMail[] = [];
  const log = createLogger('webhook', 'silent');

  async function tellOf(mail: TakenMail, now: Date): Promise<void> {
    const url = 'https://recourse.example.org/api/mail/resend';
    const request = signedRequest(url, webhookOf(mail, 'email.delivered'), { id: `msg_${mail.id}` });
    const { status } = await answerWebhook(request, { db: app.db, secret: WEBHOOK_SECRET, now, log });
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
  }

  return {
    told: (): readonly TakenMail[] => told,
    /** Tells of what was taken since the last time, and again of the last that was told of then. */
    async tellTwice(now: Date): Promise<void> {
      const last = told.at(-1);
      const begun = told.length * ONE_IN;
      const fresh = resend
        .sent()
        .slice(begun)
        .filter((_, nth) => nth % ONE_IN === 0);
      for (const mail of [...fresh, ...fresh, ...(last ? [last] : [])]) await tellOf(mail, now);
      told.push(...fresh);
    },
  };
}
