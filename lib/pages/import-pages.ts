import { onlyPages } from './only-pages.ts';
import { newPdf, openPdf, type Pdfium, savePdf, UnusablePdf, withPage, withPdfium } from './pdfium.ts';

const AS_SHOWN_ON_SCREEN = 0;
const FLATTENING_FAILED = 0;
/** A form whose pages are made by a program within it; without that program it shows a single "please wait". */
const XFA_FULL = 2;
const END_WITHIN_BYTES = 4_096;

/**
 * The pages of a PDF in a new one, and nothing else of it: annotations and filled fields become part of the page, while
 * scripts, actions, attachments, forms, links, bookmarks and metadata stay behind. Text can still be searched. Throws
 * UnusablePdf.
 */
export async function importPages(pdf: Buffer): Promise<Buffer> {
  const imported = await withPdfium((pdfium, opened) => {
    const document = openPdf(pdfium, opened, pdf);
    if (pdfium.FPDF_GetFormType(document) === XFA_FULL) throw new UnusablePdf('interactive');
    if (!pdfium.FPDF_DocumentHasValidCrossReferenceTable(document) && !hasEnd(pdf))
      throw new UnusablePdf('damaged');
    flattenPages(pdfium, opened, document);
    const pages = newPdf(pdfium, opened);
    if (!pdfium.FPDF_ImportPagesByIndex(pages, document, 0, 0, 0)) throw new UnusablePdf('damaged');
    return savePdf(pdfium, opened, pages);
  });
  return onlyPages(imported);
}

/** The library mends what it can, and would pass a file that was cut in two as the pages that are left of it. */
const hasEnd = (pdf: Buffer): boolean => pdf.includes('%%EOF', Math.max(0, pdf.length - END_WITHIN_BYTES));

function flattenPages(pdfium: Pdfium, opened: DisposableStack, document: number): void {
  const form = openForm(pdfium, opened, document);
  const count = pdfium.FPDF_GetPageCount(document);
  if (count < 1) throw new UnusablePdf('damaged');
  for (let page = 1; page <= count; page += 1) {
    withPage(pdfium, document, page, (loaded) => {
      pdfium.FORM_OnAfterLoadPage(loaded, form);
      if (pdfium.FPDFPage_Flatten(loaded, AS_SHOWN_ON_SCREEN) === FLATTENING_FAILED)
        throw new UnusablePdf('damaged');
      for (let left = pdfium.FPDFPage_GetAnnotCount(loaded); left > 0; left -= 1)
        pdfium.FPDFPage_RemoveAnnot(loaded, left - 1);
      pdfium.FORM_OnBeforeClosePage(loaded, form);
    });
  }
}

/** Lets fields that were filled without a picture of their value show it. It runs no script: none is built in. */
function openForm(pdfium: Pdfium, opened: DisposableStack, document: number): number {
  const info = pdfium.PDFiumExt_OpenFormFillInfo();
  opened.defer(() => pdfium.PDFiumExt_CloseFormFillInfo(info));
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, info);
  opened.defer(() => pdfium.PDFiumExt_ExitFormFillEnvironment(form));
  return form;
}
