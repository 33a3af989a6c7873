import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refused } from './answer.ts';

const MOST_ENTRIES = 5_000;
const MOST_UNPACKED_BYTES = 256 * 1024 * 1024;
/** The words of a thousand pages; what is larger would fill the memory once it is read. */
const LONGEST_XML_BYTES = 32 * 1024 * 1024;
const SUSPECT_FROM_BYTES = 16 * 1024 * 1024;
const HIGHEST_RATIO = 100;

const RUNS_SOMETHING =
  /(?:vba(?:project|data)|activex|oleobject|\.(?:bin|exe|dll|js|vbs|ps1|bat|cmd|hta|scr|jar|lnk)$)/i;
const CONTENT_TYPES = '[Content_Types].xml';
const WORDS = 'wordprocessingml.document.main+xml';
const IS_ENCRYPTED = 0x1;

/**
 * Looks through the package of a DOCX before anything reads its words: every entry is unpacked to nowhere and counted,
 * whatever sizes it claims. Throws Refused.
 */
export async function inspectPackage(bytes: Buffer): Promise<void> {
  const zip = await orDamaged(fromBufferPromise(bytes, { strictFileNames: true, validateEntrySizes: true }));
  if (zip.entryCount > MOST_ENTRIES) throw new Refused('unpacks-too-large');
  const budget = { unpacked: 0, packed: bytes.length };
  const names = new Set<string>();
  let types = '';
  for await (const entry of entriesOf(zip)) {
    requireHarmless(entry, names);
    const unpacked = await orDamaged(zip.openReadStreamPromise(entry));
    if (entry.fileName === CONTENT_TYPES) types = await orDamaged(text(counted(unpacked, entry, budget)));
    else for await (const _ of counted(unpacked, entry, budget));
  }
  if (/macroEnabled/i.test(types)) throw new Refused('macros');
  if (!types.includes(WORDS)) throw new Refused('wrong-extension');
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await orDamaged(entries.next());
    if (next.done) return;
    yield next.value;
  }
}

/** Two entries of one name are two documents, of which each program reads another. */
function requireHarmless({ fileName, generalPurposeBitFlag }: Entry, names: Set<string>): void {
  if (generalPurposeBitFlag & IS_ENCRYPTED) throw new Refused('encrypted');
  if (RUNS_SOMETHING.test(fileName)) throw new Refused('macros');
  if (names.has(fileName.toLowerCase())) throw new Refused('damaged');
  names.add(fileName.toLowerCase());
}

async function* counted(
  unpacked: Readable,
  { fileName }: Entry,
  budget: { unpacked: number; readonly packed: number },
): AsyncGenerator<Buffer> {
  let ofEntry = 0;
  const isXml = /\.(?:xml|rels)$/i.test(fileName);
  for await (const chunk of orDamagedEach(unpacked)) {
    ofEntry += chunk.length;
    budget.unpacked += chunk.length;
    const isBomb = budget.unpacked > SUSPECT_FROM_BYTES && budget.unpacked > budget.packed * HIGHEST_RATIO;
    if (isBomb || budget.unpacked > MOST_UNPACKED_BYTES || (isXml && ofEntry > LONGEST_XML_BYTES))
      throw new Refused('unpacks-too-large');
    yield chunk;
  }
}

async function* orDamagedEach(stream: Readable): AsyncGenerator<Buffer> {
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orDamaged<IteratorResult<Buffer>>(chunks.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('damaged');
  }
}
