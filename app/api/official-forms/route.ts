import { requestTime, requireActor } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inUnitOfWork } from '@/lib/db/unit-of-work.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { getEnv } from '@/lib/env.ts';
import { addForm } from '@/lib/official-forms/add-form.ts';
import { addFormInput } from '@/lib/official-forms/input.ts';
import { readOfficialForm } from '@/lib/official-forms/read-form.ts';
import { type FormRefusal, LARGEST_OFFICIAL_FORM } from '@/lib/official-forms/rules.ts';

/** Takes in a department's own form. An ordinary form post, so that it works without a script; the gate bounds its size. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireActor('official-form.change');
  const sent = await request.formData().catch(() => null);
  const typed = addFormInput.safeParse({ regulator: sent?.get('regulator'), title: sent?.get('title') });
  const file = sent?.get('file');
  if (!typed.success || !(file instanceof File)) return refuse('no-title');
  if (file.size > LARGEST_OFFICIAL_FORM) return refuse('too-large');
  const bytes = Buffer.from(await file.arrayBuffer());
  const form = await readOfficialForm(bytes);
  if (!form) return refuse('not-usable');

  const store = getDocumentStore();
  const kept = await store.keep(bytes, 'application/pdf');
  const added = await inUnitOfWork(
    getDatabase(),
    actor,
    await requestTime(),
    (unit) => addForm(unit, { ...typed.data, file: kept, form }),
    { requestId: request.headers.get('x-request-id') ?? '' },
  );
  if (!added.ok) {
    await store.discard(kept.storageKey);
    return refuse('not-usable');
  }
  return leadTo(`/settings/official-forms/${added.value.formId}`);
}

const leadTo = (path: string): Response => Response.redirect(new URL(path, getEnv().APP_URL), 303);
const refuse = (because: FormRefusal): Response => leadTo(`/settings/official-forms?refused=${because}`);
