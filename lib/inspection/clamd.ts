import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Logger } from '../log.ts';
import type { ScanResult, VirusScanner } from './virus-scanner.ts';

const SILENT_AFTER_MILLISECONDS = 60_000;
const LONGEST_ANSWER = 4_096;

/**
 * The virus scanner ClamAV at `tcp://host:port` or `unix:/path`. Bytes are streamed to it as they come (its command
 * INSTREAM), and anything but a clear answer is none. A failure of the bytes themselves is thrown.
 */
export const clamdScanner = (
  url: string,
  log: Logger,
  silentAfterMilliseconds = SILENT_AFTER_MILLISECONDS,
): VirusScanner => ({
  async scan(bytes) {
    const socket = connect(addressOf(url));
    socket.setTimeout(silentAfterMilliseconds, () =>
      socket.destroy(new Error('the virus scanner is silent')),
    );
    // Without a listener a scanner that hangs up would end the process; the answer tells.
    socket.on('error', () => undefined);
    try {
      const answering = readAnswer(socket);
      const failure = await stream(bytes, socket);
      if (failure) throw failure;
      return resultOf(await answering, log);
    } finally {
      socket.destroy();
      bytes.destroy();
    }
  },
});

function addressOf(url: string) {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length) };
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

/** Answers what the bytes failed with. A scanner that hangs up in the midst of them has answered, or never will. */
async function stream(bytes: Readable, socket: Socket): Promise<Error | null> {
  const isOpen = () => !socket.destroyed && socket.writable;
  socket.write('zINSTREAM\0');
  const chunks = bytes[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Buffer>;
    try {
      next = await chunks.next();
    } catch (error) {
      return error instanceof Error ? error : new Error('the bytes cannot be read');
    }
    if (next.done || !isOpen()) break;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(next.value.length);
    socket.write(length);
    if (!socket.write(next.value)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }
  if (isOpen()) socket.write(Buffer.alloc(4));
  return null;
}

/** What was said before the scanner closed the connection; nothing when it never opened. */
async function readAnswer(socket: Socket): Promise<string> {
  let answer = '';
  try {
    for await (const chunk of socket) {
      answer += String(chunk);
      if (answer.includes('\0') || answer.length > LONGEST_ANSWER) break;
    }
  } catch {
    return answer;
  }
  return answer;
}

function resultOf(answer: string, log: Logger): ScanResult {
  const said = answer.replace(/\0[^]*$/, '').trim();
  if (/^stream: OK$/.test(said)) return 'clean';
  if (/^stream: .+ FOUND$/.test(said)) return 'infected';
  const isTooLarge = said.includes('size limit exceeded');
  log.error(
    { answered: said !== '', isTooLarge },
    isTooLarge
      ? 'the virus scanner takes no file of this size: raise its StreamMaxLength above UPLOAD_LIMIT_MB'
      : 'the virus scanner gave no answer',
  );
  return 'waiting';
}
