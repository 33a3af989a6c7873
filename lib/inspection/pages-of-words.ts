import mammoth from 'mammoth';
import { joinPdfs } from '../pages/change-pages.ts';
import { openImage, picturesToPdf, toPicture } from '../pages/image-pages.ts';
import type { Picture } from '../pages/picture-page.ts';
import { type Block, plainTextOf } from '../paper/blocks.ts';
import { typeset } from '../paper/typeset.ts';
import { Refused } from './answer.ts';
import { inspectPackage } from './inspect-package.ts';
import { requireFewPages } from './text-limits.ts';
import { type WordDocument, wordsOf } from './words.ts';

const MOST_PICTURES = 200;

/**
 * The pages of a DOCX: its words as Recourse sets them, then its pictures on pages of their own. Headers, footers, colors
 * and the places of things on a page are the original's alone. Throws Refused.
 */
export async function pagesOfWords(bytes: Buffer): Promise<Buffer> {
  await inspectPackage(bytes);
  const { blocks, pictures } = wordsOf(await readWords(bytes));
  if (blocks.length === 0 && pictures.length === 0) throw new Refused('empty');
  requireFewPages(plainTextOf(blocks));
  if (pictures.length > MOST_PICTURES) throw new Refused('too-many-pages');
  const shown: Picture[] = [];
  const missing: number[] = [];
  for (const [index, read] of pictures.entries()) {
    const picture = await pictureOf(read);
    if (picture) shown.push(picture);
    else missing.push(index + 1);
  }
  const data = { title: 'Text', language: 'en', blocks: [...blocks, ...noteOf(missing)] };
  const words = await typeset({ template: 'words', data });
  return shown.length === 0 ? words : joinPdfs([words, await picturesToPdf(shown)]);
}

const noteOf = (missing: readonly number[]): Block[] =>
  missing.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          runs: [{ text: `[Only the original shows picture ${missing.join(', ')}.]`, italic: true }],
        },
      ];

async function readWords(bytes: Buffer): Promise<WordDocument> {
  const read: WordDocument[] = [];
  try {
    await mammoth.convertToHtml(
      { buffer: bytes },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        transformDocument(document: WordDocument) {
          read.push(document);
          return document;
        },
      },
    );
  } catch {
    throw new Refused('damaged');
  }
  if (!read[0]) throw new Refused('damaged');
  return read[0];
}

/** Null for a drawing in a format of Word's own. */
async function pictureOf(read: () => Promise<Buffer>): Promise<Picture | null> {
  try {
    return await toPicture(openImage(await read()));
  } catch {
    return null;
  }
}
