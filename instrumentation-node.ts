import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { peerAddressHeader } from './lib/assess-api/client-address.ts';

// A route handler sees headers and no connection, and Next.js believes an X-Forwarded-For that the client made up.
diagnostics.subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage };
  request.headers[peerAddressHeader] = request.socket.remoteAddress ?? '';
});
