import type { NextConfig } from 'next';
import { LARGEST_FORM } from './lib/edge/form-gate.ts';

const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: import.meta.dirname },
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: LARGEST_FORM } },
  serverExternalPackages: ['pg', '@node-rs/argon2', 'pino'],
};

export default config;
