import { z } from 'zod';
import { packetContents } from './contents.ts';

/**
 * What the assembling program reads on its standard input: this as one line of JSON, then the bytes of each file one
 * after another. The plain bytes travel through the pipe alone and never touch the disk.
 */
export const assemblyOrder = z.object({
  contents: packetContents,
  number: z.number().int(),
  /** Tries each file by itself first, to find the one that the typesetter does not take. */
  isCareful: z.boolean(),
  files: z.array(
    z.object({ role: z.enum(['paper', 'form']), byteCount: z.number().int(), pageCount: z.number().int() }),
  ),
});
export type AssemblyOrder = z.infer<typeof assemblyOrder>;

/** What it tells its parent; the paper itself comes on its standard output. */
export type AssemblyNews =
  | { readonly news: 'typesetting' }
  | { readonly news: 'done'; readonly pageCount: number; readonly peakMegabytes: number }
  | { readonly news: 'unusable'; readonly fileIndex: number }
  /** The typesetter did not take one of the files. */
  | { readonly news: 'not-set' };

/** A picture a page is five megabytes at most; a packet of more is beyond what any department takes at once. */
export const MOST_PACKET_BYTES = 150_000_000;
export const MOST_PACKET_PAGES = 2_000;
