import { copyIn, type Pdfium } from './pdfium.ts';

export type Picture = { readonly jpeg: Buffer; readonly widthPixels: number; readonly heightPixels: number };

/** In points, from the lower left corner. */
export type Frame = {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
};

/** Puts a page that shows a picture, and holds nothing else, into a document at the place `at`, counted from 0. */
export function insertPicturePage(
  pdfium: Pdfium,
  document: number,
  at: number,
  size: { readonly width: number; readonly height: number },
  picture: Picture,
  frame: Frame,
): void {
  const page = pdfium.FPDFPage_New(document, at, size.width, size.height);
  if (page === 0) throw new Error('the PDF library made no page');
  try {
    const image = pdfium.FPDFPageObj_NewImageObj(document);
    fill(pdfium, image, picture.jpeg);
    pdfium.FPDFImageObj_SetMatrix(image, frame.width, 0, 0, frame.height, frame.left, frame.bottom);
    pdfium.FPDFPage_InsertObject(page, image);
    if (!pdfium.FPDFPage_GenerateContent(page)) throw new Error('the PDF library wrote no page');
  } finally {
    pdfium.FPDF_ClosePage(page);
  }
}

/** The library keeps a copy of its own. */
function fill(pdfium: Pdfium, image: number, jpeg: Buffer): void {
  const copied = new DisposableStack();
  try {
    const address = copyIn(pdfium, copied, jpeg);
    if (!pdfium.EPDFImageObj_SetJpeg(0, 0, image, address, jpeg.length))
      throw new Error('the PDF library could not take the picture');
  } finally {
    copied.dispose();
  }
}
