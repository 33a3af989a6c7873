import { UnusablePdf } from '../pages/pdfium.ts';
import { pageCountOf, requireDrawable } from '../pages/read-pages.ts';
import { type Inspection, Refused } from './answer.ts';
import { MOST_PAGES, type RefusalCode } from './refusals.ts';
import { sniffType } from './sniff.ts';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'image/tiff': 'tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'text/plain': 'txt',
};

/** Looks inside a whole file of a media type that its first bytes gave, and makes the PDF of its pages. */
export async function makePages(bytes: Buffer, mediaType: string): Promise<Inspection> {
  try {
    const pages = await pagesOf(bytes, mediaType);
    const pageCount = await pageCountOf(pages);
    if (pageCount < 1) return { ok: false, refusal: 'damaged' };
    if (pageCount > MOST_PAGES) return { ok: false, refusal: 'too-many-pages' };
    return { ok: true, pages, pageCount };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    if (error instanceof UnusablePdf) return { ok: false, refusal: REFUSAL_OF_PDF[error.problem] };
    throw error;
  }
}

const REFUSAL_OF_PDF: Readonly<Record<UnusablePdf['problem'], RefusalCode>> = {
  encrypted: 'encrypted',
  damaged: 'damaged',
  interactive: 'not-readable',
  endless: 'not-readable',
};

async function pagesOf(bytes: Buffer, mediaType: string): Promise<Buffer> {
  const sniffed = sniffType(bytes, `file.${EXTENSIONS[mediaType] ?? ''}`);
  if (!sniffed.ok) throw new Refused(sniffed.refusal);
  // Each type has libraries of its own, which take longer to load than most files to read.
  switch (sniffed.mediaType) {
    case 'application/pdf': {
      if ((await pageCountOf(bytes)) > MOST_PAGES) throw new Refused('too-many-pages');
      const { importPages } = await import('../pages/import-pages.ts');
      const pages = await importPages(bytes);
      await requireDrawable(pages);
      return pages;
    }
    case 'text/plain': {
      const { pagesOfText } = await import('./pages-of-text.ts');
      return pagesOfText(bytes);
    }
    case 'image/jpeg':
    case 'image/png':
    case 'image/tiff':
    case 'image/heic': {
      const { pagesOfPictures } = await import('./pages-of-pictures.ts');
      return pagesOfPictures(bytes, sniffed.mediaType);
    }
    default: {
      const { pagesOfWords } = await import('./pages-of-words.ts');
      return pagesOfWords(bytes);
    }
  }
}
