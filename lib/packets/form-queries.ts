import { and, eq } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { documentVersions } from '../db/schema-documents.ts';
import type { DocumentKind } from '../db/vocabulary.ts';
import { regulatorOf } from '../imr/rules.ts';
import { standingLead } from '../imr/way-to-filing.ts';
import { blanksOf } from '../letters/markup.ts';
import type { PacketContents } from './contents.ts';
import {
  destinationOf,
  isExhibitUnasked,
  type PacketDocument,
  planPacket,
  possibleExhibits,
} from './packet-plan.ts';
import { listPackets, type PacketView, type ReadFacts, readPacketFacts } from './queries.ts';
import { unaddressable } from './rules.ts';

export type PossibleExhibit = Pick<PacketDocument, 'id' | 'title' | 'kind' | 'pageCount'> & {
  readonly letterOn: LocalDate | null;
  readonly isIn: boolean;
};

export type StatementState = {
  readonly kind: 'dispute' | 'extension' | 'waiver';
  readonly documentId: string | null;
  /** Written here, so that it opens in the editor. */
  readonly isLetter: boolean;
  /** Places that the letter leaves for a person to fill. */
  readonly blankCount: number;
  /** A version of it is still with the worker, so the packet would take an older one or none. */
  readonly isChecking: boolean;
};

export type PacketValues = {
  readonly regulator: 'DMHC' | 'CDI' | null;
  /** Why the dispute goes to no IMR at all; null where it can. */
  readonly elsewhere: string | null;
  readonly destinations: readonly {
    readonly regulator: 'DMHC' | 'CDI';
    readonly channel: 'fax' | 'mail';
    readonly at: PacketContents['destination'];
  }[];
  readonly missing: PacketContents['missing'];
  readonly exhibits: readonly PossibleExhibit[];
  /** Documents the worker has not looked at yet. */
  readonly checkingCount: number;
  readonly statements: readonly StatementState[];
  /** Rows of the application that are asked and that the record does not answer. */
  readonly blankRows: readonly string[];
  readonly uncheckedCount: number;
  readonly formTitle: string | null;
  readonly packets: readonly PacketView[];
};

/** The page on which a packet is put together and its forerunners are listed. */
export async function readPacketForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<PacketValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record, assessment } = source;
  const facts = await readPacketFacts(tx, source, '');
  const regulator = regulatorOf(record);
  const planned = planPacket({ ...facts, channel: 'fax', chosenRegulator: 'DMHC', exhibitIds: null });
  const fields = planned?.application.fields ?? [];
  const refused = unaddressable(record, 'DMHC');
  const listed = await listPackets(tx, caseId);
  return {
    case: source.case,
    lead: standingLead(assessment.imr, today),
    barred:
      barredWhenClosed(record) ??
      (refused && { violation: refused, ways: [{ folder: 'coverage', label: 'Correct the plan' }] }),
    isCorrection: false,
    values: {
      regulator,
      elsewhere: facts.situation.elsewhere,
      destinations: (regulator ? [regulator] : (['DMHC', 'CDI'] as const)).flatMap((each) =>
        (['fax', 'mail'] as const).map((channel) => ({
          regulator: each,
          channel,
          at: destinationOf(each, channel),
        })),
      ),
      missing: facts.missing,
      exhibits: offeredExhibits(possibleExhibits(facts.documents), listed[0] ?? null),
      checkingCount: facts.documents.filter(({ state }) => state === 'checking').length,
      statements: await readStatements(tx, facts),
      blankRows: fields
        .filter(({ value, isAsked }) => isAsked && value === null)
        .map(({ number, label }) => `${number} ${label}`),
      uncheckedCount: fields.filter(({ certainty }) => certainty === 'unverified').length,
      formTitle: facts.form?.title ?? null,
      packets: listed,
    },
  };
}

/** As the packet before had them, with what came since; else what the checklist names, in its order. */
function offeredExhibits(
  possible: readonly PacketDocument[],
  former: Pick<PacketView, 'contents' | 'requestedAt'> | null,
): PossibleExhibit[] {
  const before = former?.contents?.exhibits.map(({ documentId }) => documentId) ?? [];
  const place = ({ id }: PacketDocument) => {
    const index = before.indexOf(id);
    return index < 0 ? before.length : index;
  };
  const isIn = (document: PacketDocument) =>
    before.includes(document.id) ||
    (isExhibitUnasked(document) && (!former || document.addedAt > former.requestedAt));
  return possible
    .toSorted((a, b) => place(a) - place(b))
    .map((document) => {
      const { id, title, kind, pageCount, letterOn } = document;
      return { id, title, kind, pageCount, letterOn, isIn: isIn(document) };
    });
}

const STATEMENT_KINDS = {
  dispute: 'dispute-statement',
  extension: 'extension-statement',
  waiver: 'waiver-statement',
} as const;

/** The statements that the case needs or has, the dispute always first. */
async function readStatements(tx: Transaction, facts: ReadFacts): Promise<StatementState[]> {
  const needed = {
    dispute: true,
    extension: facts.situation.lateness !== 'in-time',
    waiver: !facts.situation.isOpen,
  };
  const states: StatementState[] = [];
  for (const [kind, documentKind] of Object.entries(STATEMENT_KINDS) as [
    StatementState['kind'],
    DocumentKind,
  ][]) {
    const found = facts.documents
      .filter((document) => document.kind === documentKind && document.state !== 'refused')
      .at(-1);
    if (!found && !needed[kind]) continue;
    states.push({
      kind,
      documentId: found?.id ?? null,
      isLetter: (found?.template ?? null) !== null,
      blankCount: found ? await countBlanks(tx, found) : 0,
      isChecking: found?.state === 'checking',
    });
  }
  return states;
}

async function countBlanks(tx: Transaction, { id, versionNumber }: PacketDocument): Promise<number> {
  const [version] = await tx
    .select({ body: documentVersions.body })
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, id), eq(documentVersions.number, versionNumber)));
  return version?.body ? blanksOf(version.body).length : 0;
}
