/** A device whose code is loaded only where it is set up. */
export interface LazyDevice<Device> {
  /** Null where this computer cannot load what the device takes. */
  readonly device: Promise<Device | null>;
  close(): void;
}

/**
 * @param open loads the code and starts the device
 * @param onFailed called when that was not possible on this computer and somebody still waits for it
 */
export function lazyDevice<Device extends { close(): void }>(
  open: () => Promise<() => Device>,
  onFailed: (error: unknown) => void,
): LazyDevice<Device> {
  let closed = false;
  const start = async (): Promise<Device | null> => {
    try {
      const create = await open();
      return closed ? null : create();
    } catch (error) {
      if (!closed) onFailed(error);
      return null;
    }
  };
  const device = start();
  return {
    device,
    close() {
      closed = true;
      void device.then((started) => started?.close());
    },
  };
}
