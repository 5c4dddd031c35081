import { EventEmitter } from 'node:events';

/** `powerMonitor`, which says on macOS and Linux that the system shuts down. */
export class MockPowerMonitor extends EventEmitter {}
