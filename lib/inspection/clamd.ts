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
    const heard = listen(socket);
    try {
      await stream(bytes, socket, heard.closed);
      return resultOf(await heard.answer, log);
    } finally {
      socket.destroy();
    }
  },
});

function addressOf(url: string) {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length) };
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

/** What the scanner says before it closes the connection; nothing when it never opened. Neither promise fails. */
function listen(socket: Socket): { readonly answer: Promise<string>; readonly closed: Promise<void> } {
  const answer = Promise.withResolvers<string>();
  const closed = Promise.withResolvers<void>();
  let said = '';
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
    if (said.includes('\0') || said.length > LONGEST_ANSWER) answer.resolve(said);
  });
  // Without a listener a scanner that hangs up would end the process; that it says nothing is the answer.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    answer.resolve(said);
    closed.resolve();
  });
  return { answer: answer.promise, closed: closed.promise };
}

/** Each part with its length before it, and a length of nothing at the end. Fails with what the bytes fail with. */
async function stream(bytes: Readable, socket: Socket, closed: Promise<void>): Promise<void> {
  const lengthOf = (part: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return length;
  };
  socket.write('zINSTREAM\0');
  for await (const part of bytes as AsyncIterable<Buffer>) {
    // One that hangs up in the midst has answered, or never will.
    if (socket.destroyed || !socket.writable) return;
    socket.write(lengthOf(part));
    if (!socket.write(part)) await Promise.race([drained(socket), closed]);
  }
  if (socket.writable) socket.write(lengthOf(Buffer.alloc(0)));
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('drain', resolve);
  });

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
