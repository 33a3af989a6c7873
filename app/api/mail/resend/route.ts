import { requestTime } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { getEnv } from '@/lib/env.ts';
import { createLogger } from '@/lib/log.ts';
import { answerWebhook } from '@/lib/mail-events/answer-webhook.ts';

export const dynamic = 'force-dynamic';

/** Where Resend tells what became of each message. */
export async function POST(request: Request): Promise<Response> {
  const { RESEND_WEBHOOK_SECRET: secret, LOG_LEVEL } = getEnv();
  const log = createLogger('mail', LOG_LEVEL);
  return answerWebhook(request, { db: getDatabase(), secret, now: await requestTime(), log });
}
