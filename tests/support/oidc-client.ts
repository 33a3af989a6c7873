/** What the tests' identity provider knows Recourse as. */
export const OIDC_CLIENT = { id: 'recourse', secret: 'a client secret for tests only' };
