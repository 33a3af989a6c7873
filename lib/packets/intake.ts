import type { Readable } from 'node:stream';

/** Reads a line, and then exact counts of bytes, from a stream. */
export class Intake {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async line(): Promise<string> {
    const pieces: Buffer[] = [];
    for (;;) {
      const end = this.#rest.indexOf(0x0a);
      if (end >= 0) {
        pieces.push(this.#rest.subarray(0, end));
        this.#rest = this.#rest.subarray(end + 1);
        return Buffer.concat(pieces).toString();
      }
      pieces.push(this.#rest);
      this.#rest = await this.#next();
    }
  }

  async take(byteCount: number): Promise<Buffer> {
    const taken = Buffer.allocUnsafe(byteCount);
    let filled = 0;
    while (filled < byteCount) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const piece = this.#rest.subarray(0, byteCount - filled);
      piece.copy(taken, filled);
      filled += piece.length;
      this.#rest = this.#rest.subarray(piece.length);
    }
    return taken;
  }

  async #next(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next();
    if (done) throw new Error('what comes in ended early');
    return value as Buffer;
  }
}
