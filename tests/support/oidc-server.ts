import http from 'node:http';
import Provider from 'oidc-provider';
import { OIDC_CLIENT } from './oidc-client.ts';

/** An account of the provider: what its ID tokens say of whoever signs in with this name. */
export type ProviderPerson = {
  readonly subject: string;
  readonly email?: string;
  readonly emailVerified?: boolean;
  /** How they show who they are, such as `mfa`. */
  readonly ways?: readonly string[];
};

/**
 * An OpenID provider on this machine. It asks for a name on a page of its own and vouches for whoever `people` says that
 * is; the browser, the codes, the keys and the signatures are real.
 */
export async function openIdServer(options: {
  /** Where it answers: `http://127.0.0.1:` and a free port. */
  readonly issuer: string;
  readonly redirectUri: string;
  readonly people: ReadonlyMap<string, ProviderPerson>;
}) {
  const { issuer, people, redirectUri } = options;
  /** Whoever showed themselves, by subject: the token says of them what was said last. */
  const present = new Map<string, ProviderPerson>();
  const server = http.createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(new URL(issuer).port), '127.0.0.1', () => resolve());
  });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    // As Google and Entra do: what is asked for is in the ID token itself.
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, subject) => {
      const person = present.get(subject);
      if (!person) return undefined;
      return {
        accountId: subject,
        claims: () => ({
          sub: person.subject,
          ...(person.email !== undefined && { email: person.email }),
          ...(person.emailVerified !== undefined && { email_verified: person.emailVerified }),
        }),
      };
    },
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId;
      if (!accountId || !oidc.client) return undefined;
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  provider.on('server_error', (_, error) => console.error(error));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html');
      response.end(
        '<title>Provider</title><form method="post"><label>Account <input name="account"></label><button>Continue</button></form>',
      );
      return;
    }
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const account = new URLSearchParams(Buffer.concat(chunks).toString()).get('account') ?? '';
      const person = people.get(account);
      if (!person) return void response.writeHead(404).end();
      const { subject, ways } = person;
      present.set(subject, person);
      await provider.interactionFinished(request, response, {
        login: { accountId: subject, ...(ways && { amr: [...ways] }) },
      });
    })();
  });
  return {
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
