import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { officialForms, storedFiles } from '../db/schema-documents.ts';
import type { SealedFile } from '../document-store/document-store.ts';
import type { StandingForm } from './fill-plan.ts';

/** The regulator's form as an administrator added it; null where nobody has. */
export async function readStandingForm(
  tx: Transaction,
  regulator: 'DMHC' | 'CDI',
): Promise<StandingForm | null> {
  const [form] = await tx
    .select({
      id: officialForms.id,
      title: officialForms.title,
      pageCount: officialForms.pageCount,
      hasFields: officialForms.hasFields,
      fieldMap: officialForms.fieldMap,
    })
    .from(officialForms)
    .where(and(eq(officialForms.regulator, regulator), isNull(officialForms.replacedAt)));
  return form ?? null;
}

export type ListedForm = StandingForm & {
  readonly regulator: 'DMHC' | 'CDI';
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly replacedAt: Date | null;
};

/** Every form that was ever added, the latest first. */
export function listForms(tx: Transaction): Promise<ListedForm[]> {
  return tx
    .select({
      id: officialForms.id,
      regulator: officialForms.regulator,
      title: officialForms.title,
      pageCount: officialForms.pageCount,
      hasFields: officialForms.hasFields,
      fieldMap: officialForms.fieldMap,
      uploadedBy: users.name,
      uploadedAt: officialForms.uploadedAt,
      replacedAt: officialForms.replacedAt,
    })
    .from(officialForms)
    .innerJoin(users, eq(users.id, officialForms.uploadedBy))
    .orderBy(desc(officialForms.uploadedAt), desc(officialForms.id));
}

export type FormOnFile = {
  readonly id: string;
  readonly regulator: 'DMHC' | 'CDI';
  readonly title: string;
  readonly fieldMap: Readonly<Record<string, string>>;
  readonly replacedAt: Date | null;
  readonly sealed: SealedFile;
};

/** One form with its file, whether it stands or was replaced. */
export async function readFormOnFile(tx: Transaction, formId: string): Promise<FormOnFile | null> {
  const [row] = await tx
    .select({
      id: officialForms.id,
      regulator: officialForms.regulator,
      title: officialForms.title,
      fieldMap: officialForms.fieldMap,
      replacedAt: officialForms.replacedAt,
      sealed: {
        storageKey: storedFiles.storageKey,
        wrappedKey: storedFiles.wrappedKey,
        masterKeyId: storedFiles.masterKeyId,
        byteCount: storedFiles.byteCount,
        sha256: storedFiles.sha256,
      },
    })
    .from(officialForms)
    .innerJoin(storedFiles, eq(storedFiles.id, officialForms.fileId))
    .where(eq(officialForms.id, formId));
  return row ?? null;
}
