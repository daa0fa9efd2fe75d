// How each browser is started: its driver, on a free port, and a session.
// Nothing is downloaded; what is missing is named.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import { find, freePort, start, startScreen } from './processes.js';

/**
 * The engines by name, each a function that starts one: in a light or a `dark` room, for
 * pages from a server, or as who works with `files` has it, which may read one another,
 * and for a reader who asks for these `media` features, where no test can set them.
 */
export const ENGINES = { chromium, firefox, webkit };

async function chromium({ files, flags = [] }) {
  const binary = need('Chromium', 'chromium', 'chromium-browser', 'google-chrome');
  const profile = mkdtempSync(join(tmpdir(), 'dateline-chromium-'));
  const args = [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--no-first-run', '--hide-scrollbars', '--window-size=1200,900', `--user-data-dir=${profile}`,
    ...(files ? ['--allow-file-access-from-files'] : []),
    ...flags,
  ];
  const capabilities = new Capabilities({ browserName: 'chrome', 'goog:chromeOptions': { binary, args } });
  const session = await drive(need('chromedriver', 'chromedriver'), (port) => [`--port=${port}`], capabilities);
  return also(session, () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
}

async function firefox({ files }) {
  const binary = need('Firefox', 'firefox-esr', 'firefox');
  const capabilities = new Capabilities({
    browserName: 'firefox',
    'moz:firefoxOptions': {
      binary,
      args: ['-headless', '--width=1200', '--height=900'],
      prefs: { 'ui.prefersReducedMotion': 0, 'app.update.disabledForTesting': true, 'security.fileuri.strict_origin_policy': !files },
    },
  });
  // With access to the browser's own side, from which alone fingers can be sent that scroll.
  const words = (port, other) => [`--port=${port}`, `--websocket-port=${other}`, '--allow-system-access'];
  return drive(need('geckodriver', 'geckodriver'), words, capabilities);
}

/**
 * WebKitGTK with one thread that compiles WebAssembly, not several: where these meet in a
 * process that has shown the program before, about one showing in 140 goes on with wrong values
 * in safe code that the other engines run, and tells of memory out of bounds, a division by
 * zero or a capacity beyond all memory. Seen 17 times in 2,404 showings; in 1,500 with one
 * thread never, nor in 1,020 that had a process each.
 */
const ONE_COMPILER = { JSC_numberOfWasmCompilerThreads: '1' };

async function webkit({ dark, files, media = {} }) {
  const binary = minibrowser();
  if (!binary) {
    throw new Error('WebKitGTK’s MiniBrowser is missing; install the package webkit2gtk-driver.');
  }
  const driver = need('WebKitWebDriver', 'WebKitWebDriver');
  const screen = await startScreen();
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation', ...(files ? ['--allow-file-access-from-file-urls=true'] : [])] },
  });
  // What its reader asks for is what the desktop is set to.
  const desktop = mkdtempSync(join(tmpdir(), 'dateline-desktop-'));
  mkdirSync(join(desktop, 'gtk-3.0'));
  writeFileSync(join(desktop, 'gtk-3.0', 'settings.ini'), `[Settings]\ngtk-enable-animations=${Number(media['prefers-reduced-motion'] !== 'reduce')}\n`);
  const theme = media['prefers-contrast'] === 'more' ? 'HighContrast' : 'Adwaita';
  const end = async () => {
    await screen.end();
    rmSync(desktop, { recursive: true, force: true });
  };
  try {
    const session = await drive(driver, (port) => [`--port=${port}`], capabilities, {
      DISPLAY: screen.name,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      XDG_CONFIG_HOME: desktop,
      GTK_THEME: dark ? `${theme}:dark` : theme,
      ...ONE_COMPILER,
    });
    return also(session, end);
  } catch (trouble) {
    await end();
    throw trouble;
  }
}

/** WebKitGTK's MiniBrowser, which distributions keep off the path. */
function minibrowser() {
  const folders = ['/usr/lib', '/usr/libexec', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))];
  const versions = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  const files = folders.flatMap((folder) => versions.map((version) => join(folder, version, 'MiniBrowser')));
  return files.find((file) => existsSync(file));
}

async function drive(file, words, capabilities, environment) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const answers = async () => {
    try {
      return (await (await fetch(`${address}/status`)).json()).value?.ready !== false;
    } catch {
      return false;
    }
  };
  const driver = await start(file, words(port, await freePort()), { ready: answers, environment });
  try {
    const session = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    // A step back that never ends is the driver's: the test that waits for it fails, and soon.
    await session.manage().setTimeouts({ pageLoad: 30_000 });
    return also({ session, end: () => session.quit().catch(() => {}) }, driver.end);
  } catch (trouble) {
    await driver.end();
    throw trouble;
  }
}

function also(started, more) {
  return {
    ...started,
    async end() {
      await started.end();
      await more();
    },
  };
}

function need(what, ...names) {
  const file = find(...names);
  if (!file) {
    throw new Error(`${what} is not on this machine.`);
  }
  return file;
}
