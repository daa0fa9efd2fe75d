// The DevTools protocol over its WebSocket.

import WebSocket from 'ws';

/** What a page did not answer in time. */
export class TooSlow extends Error {}

/** How long anything may take, in ms. */
export const PATIENCE = 60_000;

export async function connect(address) {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 0 });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  let number = 0;
  const waiting = new Map();
  const listeners = new Set();
  socket.on('message', (bytes) => {
    const message = JSON.parse(bytes);
    if (message.id === undefined) {
      for (const listener of listeners) listener(message);
      return;
    }
    const wait = waiting.get(message.id);
    waiting.delete(message.id);
    clearTimeout(wait?.timer);
    if (message.error) wait?.reject(new Error(`${wait.method}: ${message.error.message}`));
    else wait?.resolve(message.result);
  });

  const send = (method, params = {}, sessionId = undefined, patience = PATIENCE) =>
    new Promise((resolve, reject) => {
      const id = ++number;
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new TooSlow(`${method} was not answered within ${patience / 1000} s.`));
      }, patience);
      waiting.set(id, { resolve, reject, timer, method });
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });

  return {
    send,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => socket.terminate(),
  };
}
