import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from './content-security-policy.ts';

function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('the page policy', () => {
  it('allows the program itself and nothing from elsewhere', () => {
    const policy = directives(contentSecurityPolicy(''));
    expect(Object.fromEntries(policy)).toStrictEqual({
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'worker-src': ["'self'"],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    });
  });

  it('lets the web host name its own socket', () => {
    const policy = directives(contentSecurityPolicy('ws://127.0.0.1:4321'));
    expect(policy.get('connect-src')).toStrictEqual(["'self'", 'ws://127.0.0.1:4321']);
  });
});

describe('the security headers', () => {
  it('carry the policy and isolate the page', () => {
    expect(securityHeaders('ws://127.0.0.1:4321')).toMatchObject({
      'Content-Security-Policy': contentSecurityPolicy('ws://127.0.0.1:4321'),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  });

  it('deny every device and sensor feature to everyone, and the camera to everyone else', () => {
    const features = securityHeaders('')['Permissions-Policy']?.split(', ') ?? [];
    expect(features).toEqual(
      expect.arrayContaining(['microphone=()', 'display-capture=()', 'serial=()', 'usb=()', 'hid=()']),
    );
    expect(features.filter((feature) => !feature.endsWith('=()'))).toStrictEqual(['camera=(self)']);
  });
});
