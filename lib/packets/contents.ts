import { z } from 'zod';
import { DOCUMENT_KINDS } from '../db/vocabulary.ts';

/** A paper of the case as the packet takes it: this version of it, whatever becomes of the document later. */
const paper = z.object({
  documentId: z.string(),
  versionNumber: z.number().int(),
  pageCount: z.number().int(),
});

const field = z.object({
  number: z.string(),
  label: z.string(),
  section: z.string(),
  /** Null where the record does not say it: it stays blank on paper and is never guessed. */
  value: z.string().nullable(),
  /** Whether it is asked in this case; a row that is not asked may stay blank. */
  isAsked: z.boolean(),
  certainty: z.enum(['verified', 'unverified']),
});

/** What a packet is to hold, as it was fixed when somebody asked for it. */
export const packetContents = z.object({
  caseNumber: z.string(),
  clientName: z.string(),
  regulator: z.enum(['DMHC', 'CDI']),
  channel: z.enum(['fax', 'mail']),
  isExpedited: z.boolean(),
  destination: z.object({
    name: z.string(),
    /** The fax number, or the lines of an envelope. */
    lines: z.array(z.string()),
    source: z.string(),
    checked: z.enum(['agency', 'quoted', 'unchecked']),
  }),
  sender: z.object({ office: z.string(), phone: z.string(), person: z.string() }),
  datedOn: z.string(),
  plan: z.string(),
  memberNumber: z.string(),
  application: z.object({ compareWith: z.string(), fields: z.array(field) }),
  /** The regulator's own form, filled, where an administrator has added it. */
  form: z
    .object({
      formId: z.string(),
      title: z.string(),
      pageCount: z.number().int(),
      values: z.record(z.string(), z.string()),
      /** What the form's font cannot show: it is left blank there and written by hand. */
      unshown: z.array(z.string()),
    })
    .nullable(),
  statements: z.array(
    z.object({
      kind: z.enum(['dispute', 'extension', 'waiver']),
      title: z.string(),
      from: z.union([z.object({ document: paper }), z.object({ text: z.string(), signature: z.string() })]),
    }),
  ),
  exhibits: z.array(
    paper.extend({
      letter: z.string(),
      kind: z.enum(DOCUMENT_KINDS),
      title: z.string(),
      letterOn: z.string().nullable(),
    }),
  ),
  /** What the checklist missed when it was asked for: for the office, never printed. */
  missing: z.array(z.object({ title: z.string(), weight: z.enum(['blocks', 'helps']) })),
});

export type PacketContents = z.infer<typeof packetContents>;
export type PacketPaper = z.infer<typeof paper>;
export type PacketExhibit = PacketContents['exhibits'][number];
export type PacketStatement = PacketContents['statements'][number];
export type PacketField = z.infer<typeof field>;

/** The papers of the case that a packet takes, in the order in which they come. */
export const papersOf = (contents: PacketContents): PacketPaper[] => [
  ...contents.statements.flatMap(({ from }) => ('document' in from ? [from.document] : [])),
  ...contents.exhibits,
];
