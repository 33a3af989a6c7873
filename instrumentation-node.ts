import diagnostics from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { peerAddressHeader } from './lib/assess-api/client-address.ts';
import { getEnv } from './lib/env.ts';
import { createLogger, quietConsole } from './lib/log.ts';

// A route handler sees headers and no connection, and Next.js believes an X-Forwarded-For that the client made up.
diagnostics.subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: IncomingMessage };
  request.headers[peerAddressHeader] = request.socket.remoteAddress ?? '';
});

// Next.js prints what failed with its message, and a message may hold what somebody typed. A build types nothing.
const isBuild = process.env.NEXT_PHASE === 'phase-production-build';
if (process.env.NODE_ENV === 'production' && !isBuild) quietConsole(createLogger('web', getEnv().LOG_LEVEL));
