// A good guest: the widget leaves the host page as it found it.

import assert from 'node:assert/strict';
import { KEY, ROW, SMALL, STRICT, TILE, data, eachBrowser, hosting, page, reaches, stays, widget } from './harness/index.js';

const LIST = '<ol><li>The readable list</li></ol>';
const noise = async (browser) => {
  const { errors, reports } = await browser.probe();
  return [...errors, ...reports, ...(await browser.run('return host.said;'))];
};

eachBrowser('nothing is said in the console and no global name is added, from arrival to removal', async (browser) => {
  await hosting({ 'one.html': page(widget() + widget('id="b"')) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await reaches(browser, 'ready', 'b');
    await browser.click(ROW);
    await browser.click(TILE);
    await browser.run("document.getElementById('w').article = arguments[0];", { ...SMALL, headline: 'Again' });
    await browser.run("document.getElementById('w').remove();");
    await stays('nothing is said', async () => !(await noise(browser)).length);
    // The probe is the tests', and the other name Chromium's driver's.
    const added = await browser.run('return host.globals();');
    assert.deepEqual(added.filter((name) => !['probe', 'ret_nodes'].includes(name)), []);
  });
});

eachBrowser('after destroy no listener is left on window, document or body, and no property on the root', async (browser) => {
  await hosting({ 'none.html': page('<p>A host page</p>') }, async (server) => {
    await browser.open(server.at('none.html'));
    await browser.until("return customElements.get('dateline-widget');");
    const state = () => browser.run('return [host.listeners.map((one) => one.type).sort(), document.documentElement.outerHTML.replace(/<body>[^]*/, "")];');
    const show = async () => {
      await browser.run(`
        window.host.one = Object.assign(document.createElement('dateline-widget'), { id: 'w', article: arguments[0] });
        document.body.append(host.one);`, SMALL);
      await reaches(browser, 'ready');
      await browser.click(ROW);
      await browser.run("document.getElementById('w').select('works');");
      await browser.until("return host.told.at(-1)?.name === 'select';");
      await browser.run('host.one.remove();');
      await browser.until("return host.one.state === 'destroyed';");
    };
    const before = await state();
    await show();
    // The runtime may keep one listener a type for good; what an instance acquires, it gives back.
    const after = await state();
    await show();
    await show();
    assert.deepEqual(await state(), after, 'instances that come and go leave nothing');
    assert.deepEqual(after, before, 'nor does the program itself');
  });
});

eachBrowser('the host’s own keys work, outside the widget and while it is on the page', async (browser) => {
  await hosting({
    'keys.html': page(`<input id="own"><script src="keys.js"></script>${widget()}`),
    'keys.js': "window.host.keys = []; addEventListener('keydown', (event) => host.keys.push([event.key, event.defaultPrevented]));",
  }, async (server) => {
    await browser.open(server.at('keys.html'));
    await reaches(browser, 'ready');
    await browser.run("document.getElementById('own').focus();");
    const keys = ['j', '/', '+', '-', '0', KEY.left, KEY.right, KEY.home, KEY.end, KEY.escape];
    await browser.press(...keys);
    const heard = await browser.run('return host.keys;');
    assert.equal(heard.length, keys.length);
    assert.deepEqual(heard.filter(([, prevented]) => prevented), [], 'nothing is taken from the host');
    assert.equal(await browser.run("return document.getElementById('own').value;"), 'j/+-0'.split('').join(''), 'and the text arrives');
    assert.equal(await browser.run("return host.told.filter((one) => one.name !== 'ready').length;"), 0, 'the widget does not listen there');
    // Inside the widget, keys that it has no use for still reach the host.
    await browser.run("host.keys.length = 0; deep(document, arguments[0])[0].focus();", ROW);
    await browser.press('j', '?', KEY.escape);
    assert.deepEqual((await browser.run('return host.keys;')).map(([key, prevented]) => `${key} ${prevented}`), ['j false', '? false', 'Escape false']);
  });
});

eachBrowser('in a frame without an origin of its own it works, and says nothing', async (browser) => {
  const frame = '<iframe id="f" title="The widget" sandbox="allow-scripts" src="one.html" width="700" height="600"></iframe>';
  await hosting({ 'frame.html': page(frame), 'one.html': page(widget('id="w"', data(SMALL) + LIST)) }, async (server) => {
    await browser.open(server.at('frame.html'));
    await browser.driver.switchTo().frame(await browser.one('#f'));
    await reaches(browser, 'ready');
    assert.equal(await browser.run('return origin;'), 'null');
    await browser.run('deep(document, arguments[0])[0].click();', TILE);
    await browser.until("return host.told.some((one) => one.name === 'filter');");
    assert.deepEqual(await noise(browser), []);
  }, { policy: '', open: true });
});
