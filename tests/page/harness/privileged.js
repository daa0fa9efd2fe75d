// Firefox's own side of a page, from which it can be told what no page may tell it.

import { Command } from 'selenium-webdriver/lib/command.js';

/**
 * Runs a script there: as WebDriver's asynchronous scripts it calls its last argument when
 * it is done, with an error's text or nothing.
 *
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {string | Function} script
 * @param {...unknown} values
 */
export async function privileged(driver, script, ...values) {
  driver.getExecutor().defineCommand('mozContext', 'POST', '/session/:sessionId/moz/context');
  const side = (context) => driver.execute(new Command('mozContext').setParameter('context', context));
  await side('chrome');
  try {
    const trouble = await driver.executeAsyncScript(script, ...values);
    if (trouble) throw new Error(`Firefox could not do it: ${trouble}`);
  } finally {
    await side('content');
  }
}
