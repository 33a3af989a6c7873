import { headers } from 'next/headers';
import { getEnv } from '../env.ts';

/** Next.js lets a server action without an Origin run, and believes a forwarded host, so the address is compared here. */
export async function hasOwnOrigin(): Promise<boolean> {
  return (await headers()).get('origin') === new URL(getEnv().APP_URL).origin;
}
