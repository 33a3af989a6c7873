import { describe, expect, test } from 'vitest';
import { contentPolicy, responseHeaders } from '../../../lib/edge/response-headers.ts';

const policyOf = (isSecure = true, isDevelopment = false) =>
  contentPolicy({ nonce: 'abc', isSecure, isDevelopment });
const headersOf = (path: string, isSecure = true) =>
  responseHeaders({ policy: policyOf(isSecure), isSecure, path });

describe('the content policy', () => {
  test('lets scripts run by nonce only, and nobody frame the page', () => {
    const directives = policyOf().split('; ');
    expect(directives).toContain(`script-src 'self' 'nonce-abc' 'strict-dynamic'`);
    expect(directives).toContain(`frame-ancestors 'none'`);
    expect(directives).toContain(`object-src 'none'`);
    expect(directives).toContain(`base-uri 'none'`);
    expect(directives).toContain(`form-action 'self'`);
    expect(directives.find((each) => each.startsWith('script-src'))).not.toMatch(/unsafe/);
  });

  test('evaluates text as code only while developing', () => {
    expect(policyOf(true, true)).toContain("'unsafe-eval'");
  });

  test('upgrades requests where there is something to upgrade to', () => {
    expect(policyOf(true)).toMatch(/; upgrade-insecure-requests$/);
    expect(policyOf(false)).not.toContain('upgrade-insecure-requests');
  });
});

describe('the headers of an answer', () => {
  test('bind the browser to https for two years, and only behind https', () => {
    expect(headersOf('/')['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect(headersOf('/', false)).not.toHaveProperty('strict-transport-security');
  });

  test('keep the page to itself', () => {
    expect(headersOf('/')).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('take away what no page needs', () => {
    const features = headersOf('/')['permissions-policy']?.split(', ') ?? [];
    expect(features.length).toBeGreaterThan(25);
    expect(features).toEqual(
      expect.arrayContaining(['camera=()', 'microphone=()', 'geolocation=()', 'usb=()']),
    );
  });

  test.each(['/', '/cases/1', '/api/health', '/api/auth/session', '/calculator', '/_next/image', '/nowhere'])(
    'let nobody keep %s',
    (path) => {
      expect(headersOf(path)['cache-control']).toBe('private, no-store');
    },
  );

  test.each(['/_next/static/chunks/a.js', '/icon.svg'])('leave the keeping of %s to its name', (path) => {
    expect(headersOf(path)).not.toHaveProperty('cache-control');
  });

  test.each([
    '/cases/1/documents/2/file',
    '/cases/1/documents/2/original',
    '/cases/1/documents/2/pages/3/image',
    '/cases/1/letters/2/copy/pdf',
    '/cases/1/packet/2/file',
  ])('let nothing in the file at %s run or load', (path) => {
    expect(headersOf(path)['content-security-policy']).toBe("sandbox; default-src 'none'");
  });

  test.each(['/cases/1/documents/2', '/cases/1/documents/2/pages', '/cases/1/packet'])(
    'leave the page at %s its scripts',
    (path) => {
      expect(headersOf(path)['content-security-policy']).toBe(policyOf());
    },
  );
});
