import type { Readable } from 'node:stream';

/** `waiting` when the scanner gave no answer: the file is asked about again, and never passes unscanned. */
export type ScanResult = 'clean' | 'infected' | 'waiting';

export type VirusScanner = { scan(bytes: Readable): Promise<ScanResult> };
