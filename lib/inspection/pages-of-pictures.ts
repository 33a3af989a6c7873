import decodeHeic from 'heic-decode';
import sharp from 'sharp';
import { MOST_PIXELS, openImage, picturesToPdf, toPicture } from '../pages/image-pages.ts';
import type { Picture } from '../pages/picture-page.ts';
import { Refused } from './answer.ts';
import { MOST_PAGES } from './refusals.ts';

type PictureType = 'image/jpeg' | 'image/png' | 'image/tiff' | 'image/heic';

/** Letter pages with the pictures of a file, straightened, one each. Throws Refused. */
export async function pagesOfPictures(bytes: Buffer, mediaType: PictureType): Promise<Buffer> {
  // One picture at a time, on one core: a page more in memory is a page too many.
  sharp.concurrency(1);
  sharp.cache(false);
  const pictures: Picture[] = [];
  const source = mediaType === 'image/heic' ? heicPictures(bytes) : flatPictures(bytes);
  for await (const picture of source) pictures.push(picture);
  return picturesToPdf(pictures);
}

async function* flatPictures(bytes: Buffer): AsyncGenerator<Picture> {
  const { pages = 1 } = await metadataOf(bytes, 0);
  if (pages > MOST_PAGES) throw new Refused('too-many-pages');
  for (let page = 0; page < pages; page += 1) {
    const { width, height } = await metadataOf(bytes, page);
    requireFewPixels(width, height);
    yield await orDamaged(toPicture(openImage(bytes, page)));
  }
}

/** Read without the limit on pixels, which would not tell a large picture from a broken one. */
const metadataOf = (bytes: Buffer, page: number) =>
  orDamaged(sharp(bytes, { page, limitInputPixels: false, failOn: 'error' }).metadata());

/** libheif turns the picture as the file says, so nothing is left to straighten. */
async function* heicPictures(bytes: Buffer): AsyncGenerator<Picture> {
  const images = await orDamaged(decodeHeic.all({ buffer: bytes }));
  try {
    if (images.length > MOST_PAGES) throw new Refused('too-many-pages');
    for (const image of images) {
      requireFewPixels(image.width, image.height);
      const { data, width, height } = await orDamaged(image.decode());
      const raw = { width, height, channels: 4 } as const;
      yield await orDamaged(
        toPicture(sharp(Buffer.from(data.buffer), { raw, limitInputPixels: MOST_PIXELS })),
      );
    }
  } finally {
    images.dispose();
  }
}

function requireFewPixels(width: number, height: number): void {
  if (width * height > MOST_PIXELS) throw new Refused('unpacks-too-large');
}

/** What a decoder throws tells of the file, and nothing that a person could use. */
async function orDamaged<T>(decoding: Promise<T>): Promise<T> {
  try {
    return await decoding;
  } catch {
    throw new Refused('damaged');
  }
}
