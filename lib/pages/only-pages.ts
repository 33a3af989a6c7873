import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFDocument,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';
import { namesIn } from './content-names.ts';
import { dictOf, isStream, keepKeys, nameOf, reach } from './pdf-objects.ts';

const keys = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const CATALOG = keys('Type Pages');
const PAGE = keys('Type Parent Resources Contents MediaBox CropBox Rotate UserUnit Group');
const RESOURCES = keys('ExtGState ColorSpace Pattern Shading XObject Font ProcSet');
const PACKED = 'Length Filter DecodeParms';
const FORM = keys(`Type Subtype FormType BBox Matrix Resources Group ${PACKED}`);
const IMAGE = keys(
  `Type Subtype Width Height ColorSpace BitsPerComponent ImageMask Mask SMask SMaskInData Matte Decode Interpolate Intent ${PACKED}`,
);
const NEVER = ['Metadata', 'PieceInfo', 'AA', 'A', 'AF', 'F', 'FFilter', 'FDecodeParms', 'StructParents'];

/**
 * The same pages without anything that is not drawn on one of them: actions of pages, metadata, private data of programs,
 * pictures that a page names and never shows, and what nothing refers to.
 */
export async function onlyPages(pdf: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context, catalog } = document;
  keepKeys(catalog, CATALOG);
  delete context.trailerInfo.Info;
  for (const { node } of document.getPages()) {
    keepKeys(node, PAGE);
    const resources = dictOf(context.lookup(node.get(nameOf('Resources'))));
    if (resources) node.set(nameOf('Resources'), shownOnly(context, resources, contentsOf(context, node)));
  }
  for (const { object } of reach(context, catalog)) strip(context, object);
  dropUnreached(context, catalog);
  return Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
}

function strip(context: PDFContext, object: PDFObject): void {
  if (!isStream(object)) return;
  const { dict } = object;
  const subtype = dict.get(nameOf('Subtype'));
  if (subtype === nameOf('Form')) {
    keepKeys(dict, FORM);
    const resources = dictOf(context.lookup(dict.get(nameOf('Resources'))));
    if (resources) dict.set(nameOf('Resources'), shownOnly(context, resources, [object]));
  } else if (subtype === nameOf('Image')) keepKeys(dict, IMAGE);
  else for (const key of NEVER) dict.delete(nameOf(key));
}

/** A copy of the resources, since pages share them, in which only the pictures that the contents name are left. */
function shownOnly(context: PDFContext, resources: PDFDict, contents: readonly PDFObject[]): PDFDict {
  const own = resources.clone(context);
  keepKeys(own, RESOURCES);
  const pictures = dictOf(context.lookup(own.get(nameOf('XObject'))));
  const named = pictures && !drawsThroughParts(context, own) ? namesIn(contents) : null;
  if (!pictures || !named) return own;
  const shown = pictures.clone(context);
  for (const name of shown.keys()) if (!named.has(name)) shown.delete(name);
  own.set(nameOf('XObject'), shown);
  return own;
}

/** Parts without resources of their own draw with those of the page, under names that its contents do not tell. */
function drawsThroughParts(context: PDFContext, resources: PDFDict): boolean {
  for (const { object } of reach(context, resources)) {
    const dict = dictOf(object);
    const isPart =
      dict?.get(nameOf('Subtype')) === nameOf('Form') ||
      dict?.get(nameOf('Subtype')) === nameOf('Type3') ||
      dict?.has(nameOf('PatternType'));
    if (dict && isPart && !dict.has(nameOf('Resources')) && !dict.has(nameOf('Shading'))) return true;
  }
  return false;
}

const contentsOf = (context: PDFContext, page: PDFDict): PDFObject[] =>
  contentPartsOf(context, page).flatMap((part) => context.lookup(part) ?? []);

/** Where the contents of a page stand; pages can share them. */
export const contentRefsOf = (context: PDFContext, page: PDFDict): PDFRef[] => {
  const contents = page.get(nameOf('Contents'));
  return [contents, ...contentPartsOf(context, page)].filter((part) => part instanceof PDFRef);
};

function contentPartsOf(context: PDFContext, page: PDFDict): PDFObject[] {
  const given = page.get(nameOf('Contents'));
  const contents = context.lookup(given);
  if (contents instanceof PDFArray) return contents.asArray();
  return given ? [given] : [];
}

function dropUnreached(context: PDFContext, catalog: PDFDict): void {
  const reached = new Set<PDFRef>();
  for (const { ref } of reach(context, context.getObjectRef(catalog) ?? catalog)) if (ref) reached.add(ref);
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
