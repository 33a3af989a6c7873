import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { UserActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import { formatLongDate } from '../../lib/calendar/format-date.ts';
import type { LocalDate } from '../../lib/calendar/local-date.ts';
import { type CaseRecord, currentGrievance } from '../../lib/cases/case-record.ts';
import { readCase } from '../../lib/cases/load-case.ts';
import type { Database } from '../../lib/db/client.ts';
import { inOffice, inUnitOfWork, type UnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { DocumentKind } from '../../lib/db/vocabulary.ts';
import type { DocumentStore } from '../../lib/document-store/document-store.ts';
import { describeDocument } from '../../lib/documents/describe-document.ts';
import type { Outcome } from '../../lib/errors.ts';
import { writeLetter } from '../../lib/letters/write-letter.ts';
import { blocksOfText } from '../../lib/paper/blocks.ts';
import { docxOf } from '../../lib/paper/docx.ts';
import { typeset } from '../../lib/paper/typeset.ts';
import { receiveUpload } from '../../lib/uploads/receive-upload.ts';
import { insertUpload } from '../../lib/uploads/repository.ts';

type Paper = {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly letterOn: LocalDate | null;
  readonly receivedOn: LocalDate | null;
};

type Office = { readonly store: DocumentStore; readonly owner: UserActor; readonly now: Date };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Gives one case of the demo office its papers, as files a caseworker would have: letters of the plan, a Word document, a
 * photo that lies on its side. All is invented. The worker makes their pages once it runs.
 */
export async function fileDemoPapers(db: Database, office: Office, caseId: string): Promise<number> {
  const { owner, now } = office;
  const today = pacificToday(now);
  const record = await inOffice(db, owner, today, (tx) => readCase(tx, caseId));
  if (!record) throw new Error('the demo office has no such case');
  const papers = await papersOf(record);
  for (const paper of papers) await file(db, office, caseId, paper);
  await perform(db, office, (unit) =>
    writeLetter(unit, { caseId, template: 'dispute-statement', language: 'en' }),
  );
  return papers.length + 1;
}

async function file(db: Database, office: Office, caseId: string, paper: Paper): Promise<void> {
  const { store, owner, now } = office;
  const kept = await store.keep(paper.bytes, paper.mediaType);
  const uploadId = randomUUID();
  await perform(db, office, async (unit) => {
    await insertUpload(unit.tx, {
      id: uploadId,
      officeId: owner.officeId,
      caseId,
      startedBy: owner.userId,
      name: paper.fileName,
      kind: paper.kind,
      byteCount: kept.byteCount,
      wrappedKey: kept.wrappedKey,
      masterKeyId: kept.masterKeyId,
      startedAt: now,
      expiresAt: now,
    });
    return receiveUpload(unit, { uploadId, file: kept });
  });
  const { kind, title, letterOn, receivedOn } = paper;
  await perform(db, office, (unit) =>
    describeDocument(unit, { caseId, documentId: uploadId, kind, title, letterOn, receivedOn }),
  );
}

async function perform(
  db: Database,
  { owner, now }: Office,
  command: (unit: UnitOfWork<UserActor>) => Promise<Outcome<unknown>>,
): Promise<void> {
  const outcome = await inUnitOfWork(db, owner, now, command);
  if (!outcome.ok) throw new Error('a paper of the demo office was refused');
}

async function papersOf(record: CaseRecord): Promise<Paper[]> {
  const { client, denial, plan, memberNumber } = record;
  const grievance = currentGrievance(record);
  const answer = grievance?.decision ?? null;
  const service = denial?.service ?? '';
  const planName = plan?.name ?? 'The plan';
  const on = (date: LocalDate | null | undefined) => (date ? formatLongDate(date) : '');
  const letter = async (text: string): Promise<Buffer> =>
    typeset({ template: 'words', data: { blocks: blocksOfText(text), title: planName, language: 'en' } });
  const pdf = { mediaType: 'application/pdf' } as const;
  return [
    {
      ...pdf,
      kind: 'denial-letter',
      title: `Denial of ${on(denial?.letterOn)}`,
      fileName: 'scan0001.pdf',
      letterOn: denial?.letterOn ?? null,
      receivedOn: denial?.receivedOn ?? null,
      bytes: await letter(`# ${planName}

${on(denial?.letterOn)}

${client.name}\nMember number ${memberNumber}

**Re: ${service}**

We have reviewed the request of your doctor. We do not approve this service because it is not medically necessary under our criteria. This decision was made by a medical director.

You may file a grievance with us within 180 days. You may also be eligible for an Independent Medical Review. The California Department of Managed Health Care is responsible for regulating health care service plans.

*An invented letter of a demo office.*`),
    },
    {
      ...pdf,
      kind: 'plan-response',
      title: `The plan’s answer of ${on(answer?.letterOn)}`,
      fileName: 'Answer to grievance.pdf',
      letterOn: answer?.letterOn ?? null,
      receivedOn: answer?.receivedOn ?? null,
      bytes: await letter(`# ${planName}

${on(answer?.letterOn)}

${client.name}\nMember number ${memberNumber}

**Re: your grievance ${grievance?.planReference ?? ''}**

We received your grievance on ${on(grievance?.receivedOn)}. We uphold our decision about ${service}. Our criteria for this service are not met.

*An invented letter of a demo office.*`),
    },
    {
      mediaType: DOCX,
      kind: 'medical-necessity-letter',
      title: 'Letter of medical necessity',
      fileName: 'Letter of necessity.docx',
      letterOn: answer?.letterOn ?? null,
      receivedOn: null,
      bytes: await docxOf(
        blocksOfText(`# Clínica del Pueblo

To whom it may concern

I treat ${client.name}. In my judgment the following is medically necessary: ${service}.

- It is within the standard of care.
- What the plan offers instead was tried and did not suffice.
- Without it I expect avoidable visits to the emergency department.

Amparo Ríos, M.D.

*An invented letter of a demo office.*`),
        { title: 'Letter of medical necessity', language: 'en' },
      ),
    },
    {
      mediaType: 'image/jpeg',
      kind: 'membership-card',
      title: 'Membership card, front',
      fileName: 'IMG_2041.jpg',
      letterOn: null,
      receivedOn: null,
      bytes: await cardOnItsSide(planName, client.name, memberNumber),
    },
  ];
}

/** A phone keeps a picture as the sensor saw it and notes how it was held. */
function cardOnItsSide(planName: string, name: string, memberNumber: string): Promise<Buffer> {
  const lines = [planName, name, `Member ${memberNumber}`, 'An invented card'].map(
    (text, index) =>
      `<text x="90" y="${170 + index * 110}" font-size="${index === 0 ? 64 : 48}" font-family="sans-serif">${escaped(text)}</text>`,
  );
  const card = `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="900"><rect width="1400" height="900" fill="#c9c3b8"/><rect x="40" y="40" width="1320" height="820" rx="48" fill="#f6fbff" stroke="#27567a" stroke-width="6"/>${lines.join('')}</svg>`;
  return sharp(Buffer.from(card))
    .rotate(270)
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 82 })
    .toBuffer();
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
