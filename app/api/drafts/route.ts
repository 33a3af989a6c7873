import { noteRefusal } from '@/lib/access/note-refusal.ts';
import { may } from '@/lib/access/policy.ts';
import { currentAccess, requestTime } from '@/lib/access/session.ts';
import { formNumberOf } from '@/lib/actions/form-ticket.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import { formatTypedTime } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { draftInput } from '@/lib/drafts/input.ts';
import { keepDraft } from '@/lib/drafts/keep-draft.ts';

const MOST_BYTES = 256 * 1024;

/**
 * Keeps what is typed into a form until it is saved or discarded. Row-level security makes it its author's alone; who
 * may send the form is asked when it is sent.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await hasOwnOrigin())) return answer(403);
  const access = await currentAccess();
  if (access?.state !== 'open') return answer(401);
  const { actor } = access;
  if (!may(actor, 'case.read')) {
    noteRefusal({ what: 'case.read', personId: actor.userId });
    return answer(403);
  }
  if (Number(request.headers.get('content-length') ?? MOST_BYTES + 1) > MOST_BYTES) return answer(413);
  const sent = draftInput.safeParse(await request.json().catch(() => null));
  if (!sent.success) return answer(400);
  const numbered = formNumberOf(sent.data.formNumber, actor);
  if (!numbered.ok && numbered.because === 'not-theirs') return answer(403);
  const now = await requestTime();
  const kept = await keepDraft(
    { db: getDatabase(), actor, now, formId: numbered.ok ? numbered.id : null },
    sent.data,
  );
  if (kept === 'saved') return answer(409);
  if (kept === 'nowhere') return answer(404);
  return answer(200, { keptAt: formatTypedTime(now), ...kept });
}

const answer = (
  status: number,
  body?: { readonly keptAt: string; readonly draftId: string | null },
): Response =>
  new Response(body ? JSON.stringify(body) : null, {
    status,
    headers: { 'cache-control': 'no-store', ...(body && { 'content-type': 'application/json' }) },
  });
