import { requestTime } from '@/lib/access/session.ts';
import { clientAddress } from '@/lib/assess-api/client-address.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { getEnv } from '@/lib/env.ts';
import { answerStop, answerStopLink, type StopLink } from '@/lib/mail-events/answer-stop.ts';
import { stopAllowance } from '@/lib/mail-events/stop-allowance.ts';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<StopLink> };

/** One press ends the messages that carry this link: a mail program's button, or the page's own. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerStop(request, await params, {
    db: getDatabase(),
    now: await requestTime(),
    allowance: stopAllowance(),
    address: clientAddress(request.headers, getEnv().TRUSTED_PROXIES),
  });
}

/** Opening the link leads to the page that asks first. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerStopLink(await params);
}
