/**
 * The policy of the page, the same under both hosts: everything from the program itself, nothing from elsewhere.
 * `connect` is the one extra place the page may talk to: the web host's own `ws://127.0.0.1:PORT`, empty in the
 * Electron shell.
 *
 * `style-src 'unsafe-inline'`: Mantine writes its variables into a `<style>` element at run time, and a policy
 * without it (or with Trusted Types) leaves a blank page.
 */
export function contentSecurityPolicy(connect: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${connect}`.trim(),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Chromium features the page never needs: devices are driven by the driver process, not by the page. `autoplay`
 * is not here: a desk must be able to beep before anyone has clicked. Neither is `camera`, which reads codes and is
 * the page's own (`camera=(self)`).
 */
const deniedFeatures = [
  'accelerometer',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
] as const;

/** The headers every answer of either host carries. `connect` as in `contentSecurityPolicy`. */
export function securityHeaders(connect: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(connect),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': [...deniedFeatures.map((feature) => `${feature}=()`), 'camera=(self)'].join(', '),
  };
}
