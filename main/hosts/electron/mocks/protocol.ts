import type { CustomScheme } from 'electron';

/** `protocol`: schemes are registered before the app is ready, handlers after. */
export class MockProtocol {
  schemes: readonly CustomScheme[] = [];
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();

  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    this.schemes = schemes;
  }

  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    this.handlers.set(scheme, handler);
  }
}
