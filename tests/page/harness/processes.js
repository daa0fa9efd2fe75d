// Programs that run beside the tests: started on a free port or screen, waited
// for, and ended by us.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { until } from './waiting.js';

const running = new Set();

/** Where a program lies on the path, by the first of its names that is there. */
export function find(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

/** A port that nothing listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts a program and resolves once `ready` does.
 *
 * @param {string} file
 * @param {string[]} words
 * @param {object} options
 * @param {() => Promise<boolean>|boolean} options.ready asked until it says yes
 * @param {Record<string, string>} [options.environment]
 * @param {string} [options.folder] where it runs
 * @param {number} [options.patience] ms after which it is given up
 * @returns {Promise<{ end: () => Promise<void> }>}
 */
export async function start(file, words, { ready, environment = {}, folder, patience = 20_000 }) {
  const child = spawn(file, words, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (bytes) => {
    said = (said + bytes).slice(-2000);
  });
  running.add(child);
  const ended = new Promise((resolve) => {
    child.once('error', (trouble) => {
      said += trouble.message;
      resolve();
    });
    child.once('exit', resolve);
  }).then(() => running.delete(child));

  const end = async () => {
    child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(last);
  };
  const ends = async () => !running.has(child) || (await ready());
  await until(`${file} to start`, ends, patience).catch(() => {});
  if (!running.has(child) || !(await ready())) {
    await end();
    throw new Error(`${file} did not start. ${said}`);
  }
  return { end };
}

/** The size of the virtual screen in pixels. */
export const SCREEN = { width: 1600, height: 1200 };

/** Starts a virtual screen for a browser that has no headless mode. */
export async function startScreen() {
  const file = find('Xvfb');
  if (!file) {
    throw new Error('Xvfb is missing; install the package xvfb.');
  }
  for (let number = 90 + (process.pid % 100); number < 400; number += 1) {
    const socket = `/tmp/.X11-unix/X${number}`;
    if (existsSync(socket) || existsSync(`/tmp/.X${number}-lock`)) {
      continue;
    }
    const words = [`:${number}`, '-screen', '0', `${SCREEN.width}x${SCREEN.height}x24`, '-nolisten', 'tcp'];
    const screen = await start(file, words, { ready: () => existsSync(socket) });
    return { name: `:${number}`, end: screen.end };
  }
  throw new Error('No number for a virtual screen is free.');
}

// The last line of defence: nothing of ours outlives this program.
process.on('exit', () => {
  for (const child of running) {
    child.kill('SIGKILL');
  }
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => process.exit(130));
}
