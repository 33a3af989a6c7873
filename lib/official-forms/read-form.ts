import { PDFButton, PDFDocument, PDFSignature } from '@cantoo/pdf-lib';

/** More pages than any application of a department has. */
const MOST_PAGES = 30;

export type ReadForm = { readonly pageCount: number; readonly fieldNames: readonly string[] };

/** What a PDF asks to be filled in, in the order of its fields; null where it is none, is locked or is no form's length. */
export async function readOfficialForm(pdf: Buffer): Promise<ReadForm | null> {
  if (!pdf.subarray(0, 1_024).includes('%PDF-')) return null;
  try {
    const document = await PDFDocument.load(pdf, { updateMetadata: false });
    const pageCount = document.getPageCount();
    if (document.isEncrypted || pageCount < 1 || pageCount > MOST_PAGES) return null;
    const fields = document.getForm().getFields();
    return {
      pageCount,
      fieldNames: fields
        .filter((field) => !(field instanceof PDFButton) && !(field instanceof PDFSignature))
        .map((field) => field.getName()),
    };
  } catch {
    return null;
  }
}
