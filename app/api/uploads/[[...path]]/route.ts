import { noteRefusal } from '@/lib/access/note-refusal.ts';
import { may } from '@/lib/access/policy.ts';
import { currentAccess, requestTime } from '@/lib/access/session.ts';
import { getEnv } from '@/lib/env.ts';
import { createLogger } from '@/lib/log.ts';
import { answerUpload } from '@/lib/uploads/answer-upload.ts';
import { getUploadSettings } from '@/lib/uploads/app-uploads.ts';

export const dynamic = 'force-dynamic';

/** Files of a case on their way in, part by part, by the tus protocol. */
async function answer(request: Request): Promise<Response> {
  const access = await currentAccess();
  if (access?.state !== 'open')
    return refuse(401, 'You are signed out, or your screen is locked. Sign in, and the upload goes on.');
  const { actor } = access;
  if (!may(actor, 'document.add')) {
    noteRefusal({ what: 'document.add', personId: actor.userId });
    return refuse(403, 'Your role does not include this. Ask a caseworker to add the file.');
  }
  return answerUpload(request, {
    ...getUploadSettings(),
    actor,
    now: await requestTime(),
    requestId: request.headers.get('x-request-id') ?? '',
    log: createLogger('uploads', getEnv().LOG_LEVEL),
  });
}

const refuse = (status: number, sentence: string) =>
  new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

export { answer as DELETE, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST };
