import { once } from 'node:events';
import { TypesettingFailed, typeset } from '../paper/typeset.ts';
import { type Luggage, withLuggage, withoutPictures } from './heavy-streams.ts';
import { Intake } from './intake.ts';
import { type AssemblyNews, type AssemblyOrder, assemblyOrder } from './order.ts';
import { type PacketPages, packetPaper, type ShownPage } from './packet-paper.ts';

/** A page that cannot be taken as it is comes as a picture of this width: two hundred dots to the inch of a letter page. */
const PICTURE_PIXELS = 1_700;

type File = { readonly path: string; readonly bytes: Buffer };
type Laying = { readonly pageCount: number; readonly luggage: Luggage; readonly isCareful: boolean };
type Laid = { readonly shown: readonly ShownPage[]; readonly files: readonly File[] };

/** Puts one packet together: its order and files come in, the paper goes out. Holds no key and opens no file. */
async function assemble(): Promise<number> {
  const intake = new Intake(process.stdin);
  const order = assemblyOrder.parse(JSON.parse(await intake.line()));
  const luggage: Luggage = new Map();
  const laid: Laid[] = [];
  for (const [index, { role, byteCount, pageCount }] of order.files.entries()) {
    try {
      const bytes = await intake.take(byteCount);
      const values = order.contents.form?.values ?? {};
      const pages = role === 'form' ? await filled(bytes, values) : bytes;
      laid.push(await layOut(`/file-${index}`, pages, { pageCount, luggage, isCareful: order.isCareful }));
      // What is left of a file is many megabytes outside the heap, which V8 would let pile up.
      globalThis.gc?.();
    } catch {
      await tell({ news: 'unusable', fileIndex: index });
      return 1;
    }
  }
  await tell({ news: 'typesetting' });
  const paper = await setPaper(order, laid);
  if (!paper) {
    await tell({ news: 'not-set' });
    return 1;
  }
  for (const piece of withLuggage(paper, luggage))
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
  await new Promise<void>((resolve) => process.stdout.end(resolve));
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_000);
  await tell({ news: 'done', pageCount: countPages(paper), peakMegabytes });
  return 0;
}

/** Null where the typesetter does not take one of the files and each was not tried by itself yet. */
async function setPaper(order: AssemblyOrder, laid: readonly Laid[]): Promise<Buffer | null> {
  try {
    return await typeset({
      template: 'packet',
      data: packetPaper(order.contents, order.number, pagesOf(order, laid)),
      files: laid.flatMap(({ files }) => files),
    });
  } catch (error) {
    if (error instanceof TypesettingFailed && !order.isCareful) return null;
    throw error;
  }
}

/** The pages of a file as they are; as pictures where the typesetter cannot take one of them. */
async function layOut(path: string, pdf: Buffer, { pageCount, luggage, isCareful }: Laying): Promise<Laid> {
  try {
    const file = { path: `${path}.pdf`, bytes: await withoutPictures(pdf, luggage) };
    const shown = Array.from({ length: pageCount }, (_, index) => ({ path: file.path, page: index + 1 }));
    if (isCareful) await typeset({ template: 'pages', data: { shown }, files: [file] });
    return { shown, files: [file] };
  } catch {
    const { renderPage } = await import('../pages/read-pages.ts');
    const files: File[] = [];
    for (let page = 1; page <= pageCount; page += 1) {
      const { jpeg } = await renderPage(pdf, page, { widthPixels: PICTURE_PIXELS });
      files.push({ path: `${path}-${page}.jpg`, bytes: jpeg });
    }
    return { shown: files.map((file) => ({ path: file.path, page: null })), files };
  }
}

/** Loaded where there is a form: most packets have none, and memory is short. */
async function filled(form: Buffer, values: Readonly<Record<string, string>>): Promise<Buffer> {
  const { fillOfficialForm } = await import('../official-forms/fill-form.ts');
  return fillOfficialForm(form, values);
}

function pagesOf({ files }: AssemblyOrder, laid: readonly Laid[]): PacketPages {
  const ofRole = (role: 'paper' | 'form') =>
    laid.filter((_, index) => files[index]?.role === role).map(({ shown }) => shown);
  return { papers: ofRole('paper'), form: ofRole('form')[0] ?? null };
}

const countPages = (paper: Buffer): number => paper.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

const tell = (news: AssemblyNews): Promise<void> =>
  new Promise((resolve, reject) =>
    process.send?.(news, (error: Error | null) => (error ? reject(error) : resolve())),
  );

process.exit(await assemble());
