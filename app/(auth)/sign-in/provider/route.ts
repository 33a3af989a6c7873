import type { NextRequest } from 'next/server';
import { startSingleSignOn } from '@/lib/access/session.ts';

export const GET = (request: NextRequest): Promise<Response> =>
  startSingleSignOn(request.nextUrl.searchParams.get('to'));
