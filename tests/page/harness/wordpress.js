// WordPress's own filter of what authors write, run by PHP without the rest of it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Where WordPress is, if it is. */
export const home = ['/usr/share/wordpress', `${ROOT}target/wordpress/usr/share/wordpress`].find((path) => existsSync(`${path}/wp-includes/kses.php`) && existsSync(`${path}/wp-content/themes/twentytwentythree`));
const php = spawnSync('php', ['--version']).status === 0;

/** Why the filter cannot be run here, or nothing when it can. */
export const lacking = (!php && 'there is no php on this machine (Debian’s package php-cli)') || (!home && 'there is no WordPress on this machine (Debian’s package wordpress)') || '';

/** What its filter for posts leaves of some HTML. With `element`, a site has let our element through. */
export function filtered(html, { element = false } = {}) {
  const words = [fileURLToPath(new URL('wordpress.php', import.meta.url)), home, ...(element ? ['element'] : [])];
  const { status, stdout, stderr } = spawnSync('php', words, { input: html, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`php: ${stderr || stdout}`);
  return stdout;
}
