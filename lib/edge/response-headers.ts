const TWO_YEARS_IN_SECONDS = 63_072_000;

/** What a browser may be asked for and no page of ours needs. Writing to the clipboard is the copy button's. */
const UNUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** The policy of one answer: scripts of ours run by its nonce, nothing else runs, and nobody frames the page. */
export function contentPolicy(options: {
  readonly nonce: string;
  readonly isSecure: boolean;
  readonly isDevelopment: boolean;
}): string {
  const { nonce, isSecure, isDevelopment } = options;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Server-rendered drawings carry style attributes, which a nonce cannot cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/**
 * The headers of every answer, whatever its status. `isSecure` says that people reach the app by https. Only files named
 * by their content may be kept: everything else can be about somebody.
 */
export function responseHeaders(options: {
  readonly policy: string;
  readonly isSecure: boolean;
  readonly path: string;
}): Readonly<Record<string, string>> {
  return {
    'content-security-policy': isFileOfCase(options.path) ? FILE_POLICY : options.policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
    // Forms need their Origin, which no-referrer would take away; other sites learn nothing either way.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    ...(options.isSecure && {
      'strict-transport-security': `max-age=${TWO_YEARS_IN_SECONDS}; includeSubDomains`,
    }),
    ...(!isNamedByContent(options.path) && { 'cache-control': 'private, no-store' }),
  };
}

/** Nothing in a file that somebody sent runs, loads or reaches a page of ours, however it is opened. */
const FILE_POLICY = "sandbox; default-src 'none'";

/** The addresses at which files of a case leave: documents and their pages, letters, packets. */
const isFileOfCase = (path: string): boolean =>
  /^\/cases\/[^/]+\/(documents\/[^/]+\/(file|original|pages\/[^/]+\/image)|letters\/[^/]+\/copy\/[^/]+|packet\/[^/]+\/file)$/.test(
    path,
  );

const isNamedByContent = (path: string): boolean => path.startsWith('/_next/static/') || path === '/icon.svg';
