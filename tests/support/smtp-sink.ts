import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server on this machine that reads what it is given; `hear` may delay or refuse a message. */
export async function smtpSink(
  hear: (email: Email) => Promise<void> | void = () => undefined,
  options: SMTPServerOptions = {},
) {
  const received: Email[] = [];
  async function read(stream: AsyncIterable<unknown>): Promise<Error | undefined> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const email = await PostalMime.parse(Buffer.concat(chunks));
    try {
      await hear(email);
    } catch (error) {
      return error as Error;
    }
    received.push(email);
    return undefined;
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData(stream, _, answer) {
      void read(stream).then(answer);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** What a mail server answers with: a code, and words that may hold an address. */
export const smtpError = (responseCode: number, message = `no mailbox rosario@example.org`): Error =>
  Object.assign(new Error(message), { responseCode });
