import sharp, { type Sharp } from 'sharp';
import { newPdf, savePdf, withPdfium } from './pdfium.ts';
import { type Frame, insertPicturePage, type Picture } from './picture-page.ts';

/** A photo of 100 megapixels is larger than any camera of a phone takes; what claims more is a decompression bomb. */
export const MOST_PIXELS = 100_000_000;
/** What a scanner takes for filing: text of eight points is sharp, and the page stays small. */
export const DOTS_PER_INCH = 200;

const LETTER = { width: 612, height: 792 };
const MARGIN = 18;
/** A small picture is not blown up beyond this. */
const LARGEST_POINTS_PER_PIXEL = 1;
const MOST_DOTS = Math.floor(((LETTER.height - 2 * MARGIN) * DOTS_PER_INCH) / 72);

/** One letter page that shows the picture straightened as its camera says. Throws what sharp throws for a damaged one. */
export const imageToPdfPage = async (image: Buffer): Promise<Buffer> =>
  picturesToPdf([await toPicture(openImage(image))]);

export const openImage = (image: Buffer, page = 0): Sharp =>
  sharp(image, { limitInputPixels: MOST_PIXELS, failOn: 'error', page, sequentialRead: true });

/** Straightens a picture, lays it on white and makes it no finer than a letter page at DOTS_PER_INCH shows. */
export async function toPicture(image: Sharp): Promise<Picture> {
  const { data, info } = await image
    .autoOrient()
    .flatten({ background: 'white' })
    .toColorspace('srgb')
    .resize({ width: MOST_DOTS, height: MOST_DOTS, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, widthPixels: info.width, heightPixels: info.height };
}

/** Letter pages, upright or lying as each picture is, with one picture each. */
export const picturesToPdf = (pictures: readonly Picture[]): Promise<Buffer> =>
  withPdfium((pdfium, opened) => {
    const document = newPdf(pdfium, opened);
    for (const [at, picture] of pictures.entries()) {
      const size = sizeFor(picture);
      insertPicturePage(pdfium, document, at, size, picture, frameFor(picture, size));
    }
    return savePdf(pdfium, opened, document);
  });

const sizeFor = ({ widthPixels, heightPixels }: Picture) =>
  widthPixels > heightPixels ? { width: LETTER.height, height: LETTER.width } : LETTER;

function frameFor({ widthPixels, heightPixels }: Picture, size: { width: number; height: number }): Frame {
  const scale = Math.min(
    (size.width - 2 * MARGIN) / widthPixels,
    (size.height - 2 * MARGIN) / heightPixels,
    LARGEST_POINTS_PER_PIXEL,
  );
  const [width, height] = [widthPixels * scale, heightPixels * scale];
  return { width, height, left: (size.width - width) / 2, bottom: (size.height - height) / 2 };
}
