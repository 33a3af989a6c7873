import type { NextConfig } from 'next';

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  turbopack: { root: import.meta.dirname },
  experimental: { authInterrupts: true },
  serverExternalPackages: ['pg', '@node-rs/argon2', 'pino'],
};

export default config;
