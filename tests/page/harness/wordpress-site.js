// A real WordPress with the plugin that is built: its database and PHP's own server are
// started here, and ended by whoever asked for it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { find, freePort, start } from './processes.js';
import { home, lacking as lackingFilter } from './wordpress.js';

const PACKAGES = fileURLToPath(new URL('../../../target/package/', import.meta.url));
const [SETUP, RENDER] = ['wordpress-site.php', 'wordpress-render.php'].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const zip = () => readdirSync(PACKAGES).find((name) => name.startsWith('dateline-wordpress-'));

/** Programs that Debian keeps off the path of who is not root. */
const program = (name) => find(name) ?? [`/usr/sbin/${name}`].find(existsSync);
const hasMysqli = () => spawnSync('php', ['-m'], { encoding: 'utf8' }).stdout.includes('mysqli');
const themes = () => existsSync(`${home}/wp-content/themes/twentytwentythree`);

/** Why it cannot be started here, or nothing when it can. */
export const lacking = lackingFilter
  || (!program('mariadbd') && 'there is no database on this machine (Debian’s package mariadb-server-core)')
  || (!hasMysqli() && 'php has no way to the database (Debian’s package php-mysql)')
  || (!themes() && 'there is no theme (Debian’s package wordpress-theme-twentytwentythree)')
  || ((!existsSync(PACKAGES) || !zip()) && 'there is no plugin: `cargo xtask package` builds it')
  || '';

/** What the site is told: where its database is, and to ask nobody else for anything. */
const config = (origin, socket) => `<?php
define( 'DB_NAME', 'news' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${origin}' );
define( 'WP_SITEURL', '${origin}' );
define( 'DISABLE_WP_CRON', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'FS_METHOD', 'direct' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

/**
 * With `?still` a page may run no script, as where a reader has switched them off. Nobody
 * else is asked for anything, the site itself neither. Another plugin has a shortcode.
 */
const SITE = `<?php
if ( isset( $_GET['still'] ) ) {
	header( "Content-Security-Policy: script-src 'none'" );
}
add_filter( 'pre_http_request', fn() => new WP_Error( 'nobody', 'Nobody is asked.' ) );
add_shortcode( 'boom', fn() => 'EXECUTED' );
`;

/** Runs a program to its end. @param {string} file @param {string[]} words */
function ran(file, words) {
  const { status, stdout, stderr } = spawnSync(file, words, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${file}: ${stderr || stdout}`);
  return stdout;
}

/**
 * Starts a site on which an author has published these posts.
 *
 * @param {string} article what is in the media library
 * @param {Record<string, string>} posts their contents by name
 */
export async function wordpress(article, posts) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-wp-'));
  const ends = [() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })];
  const end = async () => {
    for (const one of ends.splice(0).reverse()) await one();
  };
  try {
    const site = `${folder}/site`;
    // Links to what only an installed package has lead nowhere.
    spawnSync('cp', ['-rL', home, site]);
    const origin = `http://127.0.0.1:${await freePort()}`;
    const socket = `${folder}/sql`;
    writeFileSync(`${site}/wp-config.php`, config(origin, socket));
    mkdirSync(`${site}/wp-content/mu-plugins`, { recursive: true });
    writeFileSync(`${site}/wp-content/mu-plugins/site.php`, SITE);
    rmSync(`${site}/wp-content/debug.log`, { force: true });

    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    mkdirSync(`${folder}/data`);
    // Without its own tables, of users and their rights.
    const database = await start(program('mariadbd'), ['--no-defaults', ...user, `--datadir=${folder}/data`, `--socket=${socket}`, `--pid-file=${folder}/pid`, '--skip-networking', '--skip-grant-tables', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=0'], { ready: () => existsSync(socket) });
    ends.push(database.end);
    ran('php', ['-r', '$db = new mysqli("localhost", "root", "", "", 0, $argv[1]); $db->query("CREATE DATABASE news");', socket]);

    const list = `${folder}/posts.json`;
    writeFileSync(list, JSON.stringify({ article, posts }));
    const told = ran('php', ['-d', 'display_errors=stderr', SETUP, site, PACKAGES + zip(), list]).trim().split('\n').pop();
    if (!told.startsWith('{')) throw new Error(`WordPress: ${told}`);
    const server = await start('php', ['-S', origin.slice(7), '-t', site], {
      ready: async () => (await fetch(`${origin}/wp-includes/css/buttons.css`).catch(() => undefined))?.ok ?? false,
    });
    ends.push(server.end);
    /** What the plugin prints of data: of each pair of attributes and text. @param {[object, string][]} pairs */
    const render = (pairs) => {
      writeFileSync(list, JSON.stringify(pairs));
      return JSON.parse(ran('php', ['-d', 'display_errors=stderr', '-d', 'memory_limit=128M', RENDER, site, list]).trim().split('\n').pop());
    };
    return { origin, addresses: JSON.parse(told), log: `${site}/debug.log`, uploads: `${site}/wp-content/uploads`, render, end };
  } catch (trouble) {
    await end();
    throw trouble;
  }
}
