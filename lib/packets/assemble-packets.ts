import { type SystemActor, systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { inLedger, inOffice } from '../db/unit-of-work.ts';
import type { DocumentContext } from '../document-work/context.ts';
import { eachOffice } from '../offices/each-office.ts';
import { assembleInChild, type FileToTake } from './assembling-child.ts';
import { type PacketContents, packetContents, papersOf } from './contents.ts';
import { type AssemblyOrder, MOST_PACKET_BYTES, MOST_PACKET_PAGES } from './order.ts';
import { PacketFailure } from './packet-failure.ts';
import {
  type Claim,
  claimPacket,
  keepClaim,
  LEASE_SECONDS,
  MOST_ATTEMPTS,
  type PaperFile,
  readFormFile,
  readPaperFile,
  releaseClaim,
} from './repository.ts';
import { keepFailure, keepPacket } from './settle-packet.ts';

type Summary = { assembled: number; failed: number; errors: number };
type InOffice = DocumentContext & { readonly actor: SystemActor };

/** Once every file is in: the paper is set, and then kept. */
const LAST_STEPS = 2;

/**
 * Puts together every packet that waits, office by office. Safe to run at any time and several at once: a packet has one
 * worker, which another follows when it falls silent, and it becomes ready once.
 */
export const assemblePackets = (
  context: DocumentContext,
  only?: { readonly officeId: string },
): Promise<Summary> =>
  eachOffice(context, only, { assembled: 0, failed: 0, errors: 0 }, async (office, summary) => {
    const at = { ...context, actor: systemActor(office.id) };
    while (!context.stopping?.aborted) {
      const claim = await ledger(at, (tx, now) => claimPacket(tx, now));
      if (!claim) return;
      summary[await assembleOne(at, claim)] += 1;
    }
  });

/** Looks after one packet until it is settled, given back or lost to another worker. */
async function assembleOne(at: InOffice, claim: Claim): Promise<keyof Summary> {
  const hold = new Hold(at, claim);
  try {
    if (claim.attemptCount > MOST_ATTEMPTS) throw PacketFailure.ofRepeated();
    const contents = packetContents.parse(claim.contents);
    const { order, files } = await gather(at, claim, contents);
    hold.stepCount = files.length + LAST_STEPS;
    const assembled = await assembleInChild({
      store: at.store,
      order,
      files,
      onStep: () => hold.step(),
      stopping: at.stopping,
    });
    const { file, pageCount, peakMegabytes } = assembled;
    const isKept = await keepPacket(at, hold.end(), contents, assembled);
    if (!isKept) await at.store.discard(file.storageKey);
    at.log.info({ packetId: claim.id, isKept, pageCount, peakMegabytes }, 'a packet was put together');
    return isKept ? 'assembled' : 'errors';
  } catch (error) {
    const held = hold.end();
    const { log, stopping } = at;
    if (error instanceof PacketFailure) {
      log.warn({ packetId: claim.id, caseId: claim.caseId }, 'a packet could not be put together');
      return (await keepFailure(at, held, error.message)) ? 'failed' : 'errors';
    }
    if (!stopping?.aborted)
      log.error({ err: error, packetId: claim.id }, 'putting a packet together broke off');
    await ledger(at, (tx) => releaseClaim(tx, held, !stopping?.aborted));
    if (stopping?.aborted) return 'errors';
    // Not at once again: whatever broke off may need a moment, and other packets wait.
    throw error;
  } finally {
    hold.end();
  }
}

/** A claim with its signs of life: one at each step, and one in between where a step takes long. */
class Hold {
  stepCount = 0;
  readonly #at: InOffice;
  readonly #beat: NodeJS.Timeout;
  #claim: Claim;
  #stepsDone = 0;
  #last: Promise<void> = Promise.resolve();
  #hasEnded = false;

  constructor(at: InOffice, claim: Claim) {
    this.#at = at;
    this.#claim = claim;
    this.#beat = setInterval(() => void this.#tell(), (LEASE_SECONDS / 4) * 1_000);
  }

  async step(): Promise<void> {
    this.#stepsDone += 1;
    await this.#tell();
  }

  /** The claim as it was last confirmed. */
  end(): Claim {
    this.#hasEnded = true;
    clearInterval(this.#beat);
    return this.#claim;
  }

  #tell(): Promise<void> {
    this.#last = this.#last.then(async () => {
      if (this.#hasEnded) return;
      const progress = { stepsDone: this.#stepsDone, stepCount: this.stepCount };
      try {
        const kept = await ledger(this.#at, (tx, now) => keepClaim(tx, this.#claim, progress, now));
        if (kept) this.#claim = kept;
      } catch (error) {
        // The next sign of life may get through; without one the lease runs out, which is what it is for.
        this.#at.log.warn({ err: error, packetId: this.#claim.id }, 'a sign of life of a packet was lost');
      }
    });
    return this.#last;
  }
}

/** The files of a packet as they are now in the store, and the order to put them together. */
async function gather(at: InOffice, claim: Claim, contents: PacketContents) {
  const papers = papersOf(contents);
  const found = await inOffice(at.db, at.actor, pacificToday(at.clock()), async (tx) => {
    const files: (PaperFile | null)[] = [];
    if (contents.form) files.push(await readFormFile(tx, contents.form.formId));
    for (const paper of papers) files.push(await readPaperFile(tx, paper));
    return files;
  });
  const files = found.map((file): FileToTake => {
    if (!file) throw PacketFailure.ofChanged('A paper of this packet');
    if (!file.sealed || file.isWithdrawn) throw PacketFailure.ofChanged(file.title);
    return { sealed: file.sealed, name: file.title };
  });
  const pageCounts = [
    ...(contents.form ? [contents.form.pageCount] : []),
    ...papers.map((paper) => paper.pageCount),
  ];
  const order: AssemblyOrder = {
    contents,
    number: claim.number,
    isCareful: false,
    files: files.map(({ sealed }, index) => ({
      role: contents.form && index === 0 ? 'form' : 'paper',
      byteCount: sealed.byteCount,
      pageCount: pageCounts[index] ?? 0,
    })),
  };
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const isTooLarge =
    sum(order.files.map(({ byteCount }) => byteCount)) > MOST_PACKET_BYTES ||
    sum(pageCounts) > MOST_PACKET_PAGES;
  if (isTooLarge) throw PacketFailure.tooLarge();
  return { order, files };
}

function ledger<T>(
  { db, actor, clock }: InOffice,
  work: (tx: Parameters<Parameters<typeof inLedger<T>>[3]>[0], now: Date) => Promise<T>,
): Promise<T> {
  const now = clock();
  return inLedger(db, actor, pacificToday(now), (tx) => work(tx, now));
}
