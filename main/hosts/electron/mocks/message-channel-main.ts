import { MockMessagePortMain } from './message-port-main.ts';

export class MockMessageChannelMain {
  readonly port1 = new MockMessagePortMain();
  readonly port2 = new MockMessagePortMain();

  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}
