import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

type Behavior = 'answers' | 'hangs up' | 'is silent' | 'finds the file too large';

export const VIRUS = 'MALICIOUS-FOR-THE-TEST';

/** Speaks as much of clamd's INSTREAM as a scan needs, and finds VIRUS. */
export async function startFakeClamd() {
  let behavior: Behavior = 'answers';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let received = Buffer.alloc(0);
    if (behavior === 'hangs up') return void socket.destroy();
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (behavior === 'is silent') return;
      if (behavior === 'finds the file too large') {
        if (received.length > 100) socket.end('INSTREAM size limit exceeded. ERROR\0');
        return;
      }
      const streamed = streamedIn(received);
      if (!streamed) return;
      socket.end(streamed.includes(VIRUS) ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave(next: Behavior) {
      behavior = next;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The bytes between the command and the chunk of no length; null until that has come. */
function streamedIn(received: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (received.toString('latin1', 0, command.length) !== command) return null;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > received.length) return null;
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
