import NextAuth from 'next-auth';
import { authOptions } from '@/lib/access/session.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

// Options are read per request: the address and the secret come from the environment, not from the build.
const handler = (request: Request, context: Context): Promise<Response> =>
  NextAuth(request as never, context as never, authOptions()) as Promise<Response>;

export { handler as GET, handler as POST };
