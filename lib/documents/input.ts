import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { DOCUMENT_KINDS } from '../db/vocabulary.ts';
import { caseForm, choice, line, longText, optionalDate, recordId, requiredLine } from '../input-fields.ts';

const kind = choice(DOCUMENT_KINDS, 'Choose what this document is from the list.');
const title = requiredLine(
  'Title',
  'Call it what somebody would look for, such as “Denial letter, second page”.',
);
const documentForm = { ...caseForm, documentId: recordId };

/** The version of the pages a person looked at: their numbers mean nothing on any other. */
const pagesForm = {
  ...documentForm,
  pagesNumber: z.coerce
    .number('This form was not sent as it was drawn. Go back to the document and open it again.')
    .int()
    .positive(),
};

/** Page numbers are read against the document itself, which knows how many there are. */
const pageNumbers = z
  .string()
  .trim()
  .max(20_000, 'These are more page numbers than a document has.')
  .default('');

export const describeDocumentInput = (today: LocalDate) =>
  z.object({
    ...documentForm,
    kind,
    title,
    letterOn: optionalDate('Date on the letter', today),
    receivedOn: optionalDate('Date received', today),
  });
export type DescribeDocumentInput = z.infer<ReturnType<typeof describeDocumentInput>>;

export const changePagesInput = () =>
  z.object({
    ...pagesForm,
    order: pageNumbers,
    /** Pages to turn clockwise by a quarter, a half and three quarters, by their numbers before the change. */
    right: pageNumbers,
    around: pageNumbers,
    left: pageNumbers,
  });
export type ChangePagesInput = z.infer<ReturnType<typeof changePagesInput>>;

export const splitDocumentInput = () =>
  z.object({
    ...pagesForm,
    fromPage: line('First page'),
    toPage: line('Last page'),
    kind,
    title,
  });
export type SplitDocumentInput = z.infer<ReturnType<typeof splitDocumentInput>>;

const MOST_BOXES = 200;
const numbers = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((given) => (Array.isArray(given) ? given : [given]).map((each) => each.trim()));

/** A black box on a page as it is shown; place and size are percent of the page. */
export type Box = {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** The five columns of the table of boxes; a row that is blank from end to end is none. */
const boxColumns = {
  boxPage: numbers,
  boxLeft: numbers,
  boxTop: numbers,
  boxWidth: numbers,
  boxHeight: numbers,
};

export const redactDocumentInput = () =>
  z
    .object({ ...pagesForm, ...boxColumns, reason: longText('Reason'), confirmation: line('Confirmation') })
    .transform(({ boxPage, boxLeft, boxTop, boxWidth, boxHeight, ...rest }, context) => {
      const rows = boxPage
        .map((page, row) => [page, boxLeft[row], boxTop[row], boxWidth[row], boxHeight[row]])
        .filter((cells) => cells.some((cell) => cell));
      const boxes = rows.map(boxOf);
      const refuse = (message: string, remedy: string) => {
        context.addIssue({ code: 'custom', path: ['boxPage'], message, params: { remedy } });
        return z.NEVER;
      };
      if (boxes.length > MOST_BOXES)
        return refuse(
          `These are more than ${MOST_BOXES} boxes.`,
          'Black out the first of them, then the others.',
        );
      if (!boxes.every((box) => box !== null))
        return refuse(
          'A box is not whole: it needs a page, a place and a size, each a number.',
          'Places and sizes are percent of the page, such as 12.5. Empty the whole row to leave a box out.',
        );
      return { ...rest, boxes };
    });
export type RedactDocumentInput = z.infer<ReturnType<typeof redactDocumentInput>>;

function boxOf(cells: readonly (string | undefined)[]): Box | null {
  const [page, left, top, width, height] = cells.map(numberIn);
  const isWhole = [page, left, top, width, height].every((number) => number !== undefined);
  return isWhole ? ({ page, left, top, width, height } as Box) : null;
}

const numberIn = (typed: string | undefined): number | undefined =>
  typed && /^\d{1,5}([.,]\d{1,4})?$/.test(typed) ? Number(typed.replace(',', '.')) : undefined;

export const withdrawDocumentInput = () => z.object({ ...documentForm, reason: longText('Reason') });
export type WithdrawDocumentInput = z.infer<ReturnType<typeof withdrawDocumentInput>>;

export const restoreDocumentInput = () => z.object(documentForm);
export type RestoreDocumentInput = z.infer<ReturnType<typeof restoreDocumentInput>>;
