const HERE = 'http://own.invalid';
const STEPS_OF_SIGNING_IN = /^\/(sign-in|second-factor|unlock|confirm|api)(\/|$)/;

/**
 * A path of Recourse's own to go on to, with its query. Whatever a browser could read as another site, and the steps of
 * signing in themselves, become `otherwise`.
 */
export function ownPath(given: unknown, otherwise = '/'): string {
  if (typeof given !== 'string' || given.length > 2_000 || !given.startsWith('/')) return otherwise;
  if (given.includes('\\')) return otherwise;
  const url = URL.parse(given, HERE);
  if (!url || url.origin !== HERE || url.pathname.startsWith('//')) return otherwise;
  return STEPS_OF_SIGNING_IN.test(url.pathname) ? otherwise : url.pathname + url.search;
}

/** A step of signing in that afterwards leads on to `to`. */
export const stepTo = (step: string, to: string): string =>
  to === '/' ? step : `${step}?to=${encodeURIComponent(to)}`;
