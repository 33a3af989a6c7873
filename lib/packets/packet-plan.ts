import { formatMediumDate } from '../calendar/format-date.ts';
import { compareDates, type LocalDate } from '../calendar/local-date.ts';
import { type CaseRecord, currentImrApplication } from '../cases/case-record.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentState,
  type LetterTemplate,
} from '../db/vocabulary.ts';
import type { FilingSituation } from '../filing-checklist/situation.ts';
import { applicationContext, applicationFields, assistedBy } from '../imr/application-fields.ts';
import { regulatorOf } from '../imr/rules.ts';
import { fillForm, type StandingForm } from '../official-forms/fill-plan.ts';
import { REGULATOR_CONTACTS } from '../plans/regulators.ts';
import {
  type PacketContents,
  type PacketExhibit,
  type PacketField,
  type PacketPaper,
  type PacketStatement,
} from './contents.ts';
import { exhibitLetter } from './exhibit-letter.ts';

/** A document of the case, as far as a packet asks. */
export type PacketDocument = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly state: DocumentState;
  readonly withdrawnAt: Date | null;
  readonly versionNumber: number;
  readonly pageCount: number;
  readonly letterOn: LocalDate | null;
  readonly addedAt: Date;
  /** Null for what came from outside. */
  readonly template: LetterTemplate | null;
};

export type PacketFacts = {
  readonly record: CaseRecord;
  readonly today: LocalDate;
  readonly situation: Pick<FilingSituation, 'lateness' | 'isOpen' | 'isExpedited'>;
  readonly documents: readonly PacketDocument[];
  readonly missing: PacketContents['missing'];
  readonly form: StandingForm | null;
  readonly sender: PacketContents['sender'];
  readonly channel: 'fax' | 'mail';
  /** Where a person chose to send it, for a line whose regulator nobody knows. */
  readonly chosenRegulator: 'DMHC' | 'CDI' | null;
  /** The exhibits in their order; null takes what the checklist names, in its order. */
  readonly exhibitIds: readonly string[] | null;
};

type Regulated = PacketFacts & { readonly regulator: 'DMHC' | 'CDI' };

/** Where an application is compared with the form itself, since nobody here has read all of it. */
const COMPARE_WITH = {
  DMHC: 'the current IMR Application/Complaint Form (DMHC 20-224) at www.dmhc.ca.gov',
  CDI: 'the current application for an Independent Medical Review at www.insurance.ca.gov',
} as const;

const STATEMENTS = {
  'dispute-statement': 'dispute',
  'extension-statement': 'extension',
  'waiver-statement': 'waiver',
} as const satisfies Partial<Record<DocumentKind, PacketStatement['kind']>>;
const STATEMENT_TITLES: Readonly<Record<PacketStatement['kind'], string>> = {
  dispute: 'Statement of the dispute',
  extension: 'Why this application is late',
  waiver: 'Why the plan’s grievance process should be waived',
};
/** What the office keeps for itself: it can be added to a packet, and is in none unasked. */
const NOT_UNASKED: ReadonlySet<DocumentKind> = new Set([
  'filing-receipt',
  'department-letter',
  'correspondence',
]);

/**
 * Lays down what a packet is to hold. Null where no department is known that would take it. What the record does not
 * say stays null: nothing is invented.
 */
export function planPacket(facts: PacketFacts): PacketContents | null {
  const regulator = regulatorOf(facts.record) ?? facts.chosenRegulator;
  if (!regulator) return null;
  const regulated = { ...facts, regulator };
  const { record, channel, today, sender, missing } = facts;
  const statements = statementsOf(regulated);
  const fields = fieldsOf(regulated, statements);
  return {
    caseNumber: record.number,
    clientName: record.client.name,
    regulator,
    channel,
    isExpedited: facts.situation.isExpedited,
    destination: destinationOf(regulator, channel),
    sender,
    datedOn: today,
    plan: record.plan?.name ?? '',
    memberNumber: record.memberNumber,
    application: { compareWith: COMPARE_WITH[regulator], fields },
    form: facts.form && fillForm(facts.form, fields),
    statements,
    exhibits: exhibitsOf(facts),
    missing: [...missing],
  };
}

/** Where a packet goes, exactly. */
export function destinationOf(
  regulator: 'DMHC' | 'CDI',
  channel: 'fax' | 'mail',
): PacketContents['destination'] {
  const { name, fax, address } = REGULATOR_CONTACTS[regulator];
  const point = channel === 'fax' ? fax : address;
  if (!point) throw new Error(`no ${channel} of the ${regulator} is known`);
  return { name, lines: point.value.split('\n'), source: point.source, checked: point.checked };
}

/** What can be an exhibit: every paper that was looked at and is still there, but the statements. In the checklist's order. */
export const possibleExhibits = (documents: readonly PacketDocument[]): PacketDocument[] =>
  usable(documents)
    .filter(({ kind }) => !(kind in STATEMENTS))
    .toSorted(inOrder);

/** A letter that was only written here may never have been signed or sent: somebody has to choose it. */
export const isExhibitUnasked = ({ kind, template }: Pick<PacketDocument, 'kind' | 'template'>): boolean =>
  template === null && !NOT_UNASKED.has(kind);

const usable = (documents: readonly PacketDocument[]): PacketDocument[] =>
  documents.filter(({ state, withdrawnAt, pageCount }) => state === 'ready' && !withdrawnAt && pageCount > 0);

function inOrder(a: PacketDocument, b: PacketDocument): number {
  return (
    DOCUMENT_KINDS.indexOf(a.kind) - DOCUMENT_KINDS.indexOf(b.kind) ||
    (a.letterOn && b.letterOn ? compareDates(a.letterOn, b.letterOn) : 0) ||
    a.addedAt.getTime() - b.addedAt.getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}

function exhibitsOf({ documents, exhibitIds }: PacketFacts): PacketExhibit[] {
  const possible = possibleExhibits(documents);
  const chosen = exhibitIds
    ? exhibitIds.flatMap((id) => possible.filter((document) => document.id === id))
    : possible.filter(isExhibitUnasked);
  return chosen.map((document, index) => ({
    letter: exhibitLetter(index),
    kind: document.kind,
    title: document.title,
    letterOn: document.letterOn,
    ...paperOf(document),
  }));
}

const paperOf = ({ id, versionNumber, pageCount }: PacketDocument): PacketPaper => ({
  documentId: id,
  versionNumber,
  pageCount,
});

/** The statements as letters of the case, the latest of each kind; else what was typed where the law needs one. */
function statementsOf(facts: Regulated): PacketStatement[] {
  const { record, documents } = facts;
  const signature = record.client.name;
  const typed: Partial<Record<PacketStatement['kind'], string>> = {
    ...(needsExtension(facts) && { extension: record.extensionRequest?.statement }),
    ...(needsWaiver(facts) && { waiver: currentImrApplication(record)?.compellingStatement }),
  };
  return Object.entries(STATEMENTS).flatMap(([kind, statement]): PacketStatement[] => {
    const title = STATEMENT_TITLES[statement];
    const letter = usable(documents)
      .filter((document) => document.kind === kind)
      .toSorted((a, b) => a.addedAt.getTime() - b.addedAt.getTime())
      .at(-1);
    if (letter) return [{ kind: statement, title, from: { document: paperOf(letter) } }];
    const text = typed[statement];
    return text ? [{ kind: statement, title, from: { text, signature } }] : [];
  });
}

/** Past the safe date the application says why it is late, even where another reading of the law still takes it. */
const needsExtension = ({ situation }: PacketFacts): boolean => situation.lateness !== 'in-time';

/** Before the plan's process is over the department is asked to waive it (H&S 1374.31(a); Ins. Code 10169.1(a)). */
const needsWaiver = ({ situation }: PacketFacts): boolean => !situation.isOpen;

function fieldsOf(
  { record, regulator, today, sender }: Regulated,
  statements: readonly PacketStatement[],
): PacketField[] {
  const context = assistedBy(applicationContext(record, regulator, today), sender);
  const hasStatement = statements.some(({ kind }) => kind === 'dispute');
  const statement = hasStatement ? 'See the statement of the dispute in this packet.' : '';
  return applicationFields(record, { ...context, statement }).map(
    ({ number, label, section, value, isAsked, certainty }) => ({
      number,
      label,
      section,
      value,
      isAsked,
      certainty,
    }),
  );
}

/** An exhibit in one line: what it is and the date on it. */
export const exhibitLine = ({ title, letterOn }: Pick<PacketExhibit, 'title' | 'letterOn'>): string =>
  letterOn ? `${title}, ${formatMediumDate(letterOn as LocalDate)}` : title;
