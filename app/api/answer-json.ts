import type { z } from 'zod';
import type { UserActor } from '@/lib/access/actor.ts';
import { noteRefusal } from '@/lib/access/note-refusal.ts';
import { may, type Permission } from '@/lib/access/policy.ts';
import { currentAccess, requestTime } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';

const UNKEPT = { 'cache-control': 'no-store' };
const refuse = (status: number) => new Response(null, { status, headers: UNKEPT });

/**
 * A question that a script of ours asks while somebody types: read as JSON, answered to whoever is signed in and may do
 * this, kept by no cache. The edge lets in what our own pages send, and no other body than a small one.
 */
export const answerJson =
  <Input>(
    permission: Permission,
    input: (today: LocalDate) => z.ZodType<Input>,
    answer: (asked: Input, actor: UserActor, today: LocalDate) => Promise<unknown>,
  ) =>
  async (request: Request): Promise<Response> => {
    const access = await currentAccess();
    if (access?.state !== 'open') return refuse(401);
    if (!may(access.actor, permission)) {
      noteRefusal({ what: permission, personId: access.actor.userId });
      return refuse(403);
    }
    if (!request.headers.get('content-type')?.startsWith('application/json')) return refuse(415);
    const today = pacificToday(await requestTime());
    const asked = input(today).safeParse(await request.json().catch(() => null));
    if (!asked.success) return refuse(400);
    return Response.json(await answer(asked.data, access.actor, today), { headers: UNKEPT });
  };
