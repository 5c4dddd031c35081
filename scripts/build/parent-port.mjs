// Gives a plain Node process the `process.parentPort` of a utility process, over the channel of `fork`. A message
// `{type: 'connect'}` brings one port; `{toPort}` is what then arrives at it, and what is posted to it comes back.
import { EventEmitter } from 'node:events';

const parentPort = new EventEmitter();
parentPort.postMessage = (message) => process.send(message);

const port = new EventEmitter();
port.postMessage = (message) => process.send(message);
port.start = () => {};
port.close = () => {};

process.on('message', (message) => {
  if ('toPort' in message) port.emit('message', { data: message.toPort });
  else parentPort.emit('message', { data: message, ports: message.type === 'connect' ? [port] : [] });
});
process.parentPort = parentPort;
