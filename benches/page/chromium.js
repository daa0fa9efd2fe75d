// Chromium without a window, in a profile of its own, steered by its DevTools protocol.

import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { connect } from './protocol.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--no-default-browser-check',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-extensions', '--mute-audio', '--enable-precise-memory-info',
  // A page that is measured must not be slowed down for being out of sight.
  '--disable-background-timer-throttling', '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  // Nothing but the server beside it can be reached.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--remote-debugging-port=0',
];

function program() {
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not in this folder.
      }
    }
  }
  throw new Error(`Chromium is not on the path. Install the package ${NAMES[0]}.`);
}

/** Starts it. `end` ends it and removes its profile. */
export async function start() {
  const profile = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  const child = spawn(program(), [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.on('exit', kill);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said = (said + bytes).slice(-4000);
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Chromium did not start. ${said}`)));
    setTimeout(() => reject(new Error(`Chromium did not start within 30 s. ${said}`)), 30_000).unref();
  });
  const wire = await connect(address);
  const { product } = await wire.send('Browser.getVersion');
  return {
    wire,
    product,
    /** Where its DevTools listen. */
    port: Number(new URL(address).port),
    async end() {
      wire.close();
      child.kill('SIGTERM');
      setTimeout(kill, 3000).unref();
      await gone;
      process.off('exit', kill);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
