import { lookup } from 'node:dns/promises';
import net from 'node:net';
import { Problem } from './problem.ts';

/** Refuses a port that another program uses on any address that `host` stands for. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const addresses = await lookup(host, { all: true }).catch(() => {
    throw new Problem(`LISTEN_HOST names no address of this machine.`);
  });
  for (const { address } of addresses) {
    const code = await tryToListen(address, port);
    if (code === 'EADDRINUSE') {
      throw new Problem(
        `Port ${port} is used by another program: stop it, or set PORT to another, as in PORT=3001 npm start.`,
      );
    }
    if (code === 'EACCES')
      throw new Problem(`Port ${port} needs more rights than this account has: set PORT to one above 1023.`);
  }
}

/** A port that is free now on 127.0.0.1. */
export async function anyFreePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
