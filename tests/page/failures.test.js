// When things fail: the readable list stays, one sentence says why and how to mend it,
// and what can be tried again is.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { DIST, FAR, SMALL, STRICT, bytes, data, eachBrowser, hosting, leaves, page, reaches, showsList, stays, until, widget } from './harness/index.js';

const LIST = '<ol><li>The readable list</li></ol>';
const problems = (browser) => browser.run("return host.told.filter((one) => one.name === 'problem').flatMap((one) => one.detail.problems);");
const sentences = async (browser) => {
  const { errors } = await browser.probe();
  return errors.filter((one) => one.startsWith('console.error: dateline:'));
};

/** The list is there, and page and console were told once: this kind, in this sentence. */
async function failedAs(browser, kind, sentence) {
  await reaches(browser, 'failed');
  await browser.until("return host.told.some((one) => one.name === 'problem');");
  assert.ok(await showsList(browser), 'the list is there to read');
  const all = await problems(browser);
  assert.deepEqual(all.map((one) => [one.severity, one.kind]), [['error', kind]]);
  const said = await sentences(browser);
  assert.equal(said.length, 1, `one sentence in the console: ${said.join(' | ')}`);
  assert.match(said[0], sentence);
  assert.ok(said[0].includes(all[0].fix) && all[0].fix.length > 10, 'it says how to mend it');
  const { errors } = await browser.probe();
  assert.deepEqual(errors.filter((one) => /^unhandled|^uncaught/i.test(one)), []);
}

for (const kind of ['wasm', 'glue', 'style']) {
  eachBrowser(`${kind} not found: the list stays, and the next approach tries again`, async (browser) => {
    let missing = true;
    await hosting({ 'far.html': page(FAR + widget() + FAR) }, async (server) => {
      await browser.open(server.at('far.html'));
      await browser.until("return customElements.get('dateline-widget');");
      await browser.run("document.getElementById('w').scrollIntoView();");
      await failedAs(browser, 'download-failed', /could not be loaded|was answered with 404/);
      const tried = server.asked(kind);
      await stays('it is not tried again while the reader stays', () => server.asked(kind) === tried);
      missing = false;
      await leaves(browser);
      await browser.run("document.getElementById('w').scrollIntoView();");
      await reaches(browser, 'ready');
    }, { meddle: (asked) => (missing && asked === kind ? { status: 404, body: 'Not here.' } : undefined) });
  });
}

eachBrowser('with the connection gone altogether, the console still has the address, a cure and a kind', async (browser) => {
  await hosting({ 'one.html': page(widget()) }, async (server) => {
    await browser.open(server.at('one.html'));
    await failedAs(browser, 'download-failed', /dateline\.css (could not be fetched|was answered with 503)\. Check the connection, the page's policy, and that the whole folder is there\.$/);
    assert.match((await sentences(browser))[0], /:\/\//, 'the whole address');
  }, { meddle: (kind, { url }) => (kind === 'style' || url.endsWith('/diagnostics.js') ? { status: 503, body: 'Gone.' } : undefined) });
});

eachBrowser('a program cut short is told', async (browser) => {
  await hosting({ 'one.html': page(widget()) }, async (server) => {
    await browser.open(server.at('one.html'));
    await failedAs(browser, 'download-failed', /arrived incomplete or damaged/);
  }, { meddle: (kind) => (kind === 'wasm' ? { type: 'application/wasm', body: bytes('wasm').subarray(0, 5000) } : undefined) });
});

eachBrowser('a download that breaks off is told', async (browser) => {
  await hosting({ 'one.html': page(widget()) }, async (server) => {
    await browser.open(server.at('one.html'));
    await failedAs(browser, 'download-failed', /could not be fetched|arrived incomplete or damaged/);
  }, {
    meddle(kind, { socket }) {
      if (kind !== 'wasm') return undefined;
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\nContent-Length: 400000\r\n\r\n\0asm\x01\0\0\0');
      return new Promise((resolve) => setTimeout(() => {
        socket.destroy();
        resolve({});
      }, 100));
    },
  });
});

eachBrowser('wasm with the wrong type is taken all the same', async (browser) => {
  await hosting({ 'one.html': page(widget()) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    const { errors } = await browser.probe();
    assert.deepEqual(errors, []);
  }, { meddle: (kind) => (kind === 'wasm' ? { type: 'text/plain', body: bytes('wasm') } : undefined) });
});

eachBrowser('while a slow download lasts the list is there, and leaving the page ends it', async (browser) => {
  let send = () => {};
  const slow = new Promise((resolve) => (send = resolve));
  await hosting({ 'one.html': page(widget() + widget('id="left"')) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'loading');
    await stays('the list is there', () => showsList(browser));
    await browser.run("const left = document.getElementById('left'); window.left = left; left.remove();");
    await browser.until("return left.state === 'destroyed';");
    send();
    await reaches(browser, 'ready');
    assert.deepEqual(await browser.run('return [left.state, left.shadowRoot.firstChild.localName];'), ['destroyed', 'slot']);
  }, { meddle: async (kind) => (kind === 'wasm' ? void (await slow) : undefined) });
});

/** Ten seconds are over sooner in this page: after so many ms. */
const soon = (ms) => `const later = setTimeout; window.setTimeout = (work, after, ...rest) => later(work, after === 10_000 ? ${ms} : after, ...rest);`;

eachBrowser('a download that takes more than ten seconds is told as a warning, and is no failure', async (browser) => {
  for (const late of ['wasm', 'src']) {
    let send = () => {};
    const slow = new Promise((resolve) => (send = resolve));
    const one = widget(late === 'src' ? 'id="w" src="late.json"' : 'id="w"', late === 'src' ? LIST : undefined);
    await hosting({ 'one.html': page(one, { head: '<script src="soon.js"></script>' }), 'soon.js': soon(300) }, async (server) => {
      await browser.open(server.at('one.html'));
      await browser.until("return host.told.some((one) => one.name === 'problem');");
      assert.ok(await showsList(browser));
      const [{ severity, kind, message, fix }] = await problems(browser);
      assert.deepEqual([severity, kind], ['warning', 'download-slow']);
      assert.match(message, /after ten seconds.*the list stays/);
      assert.deepEqual((await browser.probe()).errors, [`console.warn: dateline: ${message} ${fix}`]);
      await browser.until("return deep(document, '[part=problems]').length;");
      send();
      await reaches(browser, 'ready');
      await browser.until("return !deep(document, '[part=problems]').length;");
      assert.deepEqual(await sentences(browser), []);
      assert.equal((await problems(browser)).length, 1);
    }, {
      async meddle(asked, { url }) {
        if (late === 'src' ? !url.endsWith('/late.json') : asked !== 'wasm') return undefined;
        await slow;
        return late === 'src' ? { type: 'application/json', body: JSON.stringify(SMALL) } : undefined;
      },
    });
  }
});

/** Ms within which a widget is there, however busy the machine is. */
const IN_TIME = 3_000;

eachBrowser('what comes in time says nothing, and neither does what is gone', async (browser) => {
  await hosting({ 'one.html': page(widget() + widget('id="gone" src="late.json"', LIST), { head: '<script src="soon.js"></script>' }), 'soon.js': soon(IN_TIME) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    await browser.until("return document.getElementById('gone').state === 'near';");
    await browser.run("document.getElementById('gone').remove();");
    await stays('nothing is told', async () => !(await problems(browser)).length, IN_TIME + 300);
    assert.deepEqual((await browser.probe()).errors, []);
  }, { meddle: (kind, { url }) => (url.endsWith('/late.json') ? new Promise(() => {}) : undefined) });
});

eachBrowser('an element that is gone stays gone, whatever it was waiting for', async (browser) => {
  // Its data, its words, and the reader of marked-up lists.
  const waiting = {
    'late.json': widget('id="w" src="late.json"', LIST),
    'late.txt': widget('id="w" words="late.txt"'),
    'marked-list.js': widget('id="w"', '<ol><li data-date="2020"><h3>An event</h3></li></ol>'),
  };
  const pages = Object.fromEntries(Object.entries(waiting).map(([name, html]) => [`${name}.html`, page(html)]));
  let sends = [];
  const meddle = async (kind, { url }) => {
    const name = url.split('?')[0].split('/').pop();
    if (!(name in waiting)) return undefined;
    await new Promise((resolve) => sends.push(resolve));
    return name === 'marked-list.js' ? undefined : { type: 'text/plain', body: name === 'late.json' ? JSON.stringify(SMALL) : 'timeline=Late' };
  };
  await hosting(pages, async (server) => {
    for (const name of Object.keys(waiting)) {
      sends = [];
      await browser.open(server.at(`${name}.html`));
      await until(`${name} to be asked for`, () => sends.length);
      await browser.run("window.left = document.getElementById('w'); left.remove();");
      await browser.until("return left.state === 'destroyed';");
      sends.forEach((send) => send());
      await browser.stays("return left.state === 'destroyed' && left.shadowRoot.querySelector('.dateline') === null;");
      const { errors } = await browser.probe();
      assert.deepEqual(errors, [], name);
    }
  }, { meddle });
});

eachBrowser('a policy without wasm-unsafe-eval is named, and nothing is fetched in vain', async (browser) => {
  await hosting({ 'one.html': page(widget()) }, async (server) => {
    await browser.open(server.at('one.html'));
    await failedAs(browser, 'policy-blocks-wasm', /content policy forbids WebAssembly.*'wasm-unsafe-eval'/);
    assert.deepEqual(['glue', 'wasm'].map(server.asked), [0, 0]);
  }, { policy: STRICT.replace(" 'wasm-unsafe-eval'", '') });
});

eachBrowser('a browser without WebAssembly or constructable style sheets is named', async (browser) => {
  for (const old of ['delete window.WebAssembly;', 'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;']) {
    await hosting({ 'old.html': page(widget(), { head: '<script src="old.js"></script>' }), 'old.js': old }, async (server) => {
      await browser.open(server.at('old.html'));
      await failedAs(browser, 'no-webassembly', /no WebAssembly or no constructable style sheets/);
      assert.deepEqual(['glue', 'wasm'].map(server.asked), [0, 0]);
    });
  }
});

/** Opens the demonstration as a file, does something, and leaves it. */
async function asFile(browser, work) {
  await browser.driver.switchTo().defaultContent();
  await browser.driver.get(pathToFileURL(`${DIST}index.html`).href);
  try {
    await work();
  } finally {
    await browser.driver.get('about:blank');
  }
}

eachBrowser('opened as a file, the page shows its list', (browser) => asFile(browser, async () => {
  // Browsers refuse the module itself.
  await browser.stays("return ['failed', undefined].includes(document.querySelector('dateline-widget').state);");
  const [state, height] = await browser.run(`
    const one = document.querySelector('dateline-widget');
    one.scrollIntoView();
    return [one.state ?? 'failed', one.querySelector('li.event .title').getBoundingClientRect().height];`);
  assert.notEqual(state, 'ready');
  assert.ok(height > 0, 'the list is there to read');
}));

eachBrowser('a browser that runs modules from files is told that a file is no page', (browser) => asFile(browser, async () => {
  await browser.until("return document.querySelector('dateline-widget').state === 'idle';");
  const [said, told] = await browser.driver.executeAsyncScript(`
    const [done] = arguments;
    const one = document.querySelector('dateline-widget'), said = [];
    console.error = (...words) => said.push(words.join(' '));
    one.addEventListener('dateline-problem', ({ detail }) => setTimeout(() => done([said, detail.problems.map(({ severity, kind, fix }) => [severity, kind, fix])]), 100));
    one.scrollIntoView();`);
  const [[severity, kind, fix]] = told;
  assert.deepEqual([told.length, severity, kind], [1, 'error', 'opened-as-file']);
  assert.equal(said.length, 1, `${said}`);
  assert.match(said[0], /^dateline: .*file/);
  assert.ok(said[0].includes(fix));
  const [state, height] = await browser.run("const one = document.querySelector('dateline-widget'); return [one.state, one.querySelector('li.event .title').getBoundingClientRect().height];");
  assert.equal(state, 'failed');
  assert.ok(height > 0, 'the list is there to read');
}), { files: true });

const WRONG = {
  'data that is not JSON': ['{ "headline": ', ['invalid-json'], /is not valid JSON/],
  'empty data': ['', ['invalid-json'], /is not valid JSON/],
  'data that is not an object': ['[]', null, /dateline: /],
  'an object without anything': ['{}', null, /headline|events/],
  'data of a later schema': [JSON.stringify({ ...SMALL, schema: 2 }), null, /schema/],
};

eachBrowser('data that cannot be shown is told, and the list stays', async (browser) => {
  const pages = Object.fromEntries(Object.values(WRONG).map(([text], at) => [
    `${at}.html`, page(widget('id="w"', `<script type="application/json">${text}</script>${LIST}`)),
  ]));
  await hosting(pages, async (server) => {
    for (const [at, [what, [, kinds, sentence]]] of Object.entries(WRONG).entries()) {
      await browser.open(server.at(`${at}.html`));
      await reaches(browser, 'failed');
      await browser.until("return host.told.some((one) => one.name === 'problem');");
      assert.ok(await showsList(browser), what);
      const all = await problems(browser);
      const errors = all.filter((one) => one.severity === 'error');
      assert.ok(errors.length > 0, what);
      kinds && assert.deepEqual(errors.map((one) => one.kind), kinds, what);
      const said = await sentences(browser);
      assert.equal(said.length, 1, `${what}: ${said.join(' | ')}`);
      assert.match(said[0], sentence, what);
      assert.ok(said[0].includes(errors[0].message), `${what}: console and page are told the same`);
    }
  });
});

eachBrowser('data beyond all bounds is refused, and a good article then shown', async (browser) => {
  await hosting({ 'one.html': page(widget('id="w"', LIST)) }, async (server) => {
    await browser.open(server.at('one.html'));
    // 64 MiB and a little: never parsed, so it is not even JSON.
    await browser.run("document.getElementById('w').article = ' '.repeat(2 ** 26 + 1);");
    await reaches(browser, 'failed');
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    assert.deepEqual((await problems(browser)).map((one) => one.kind), ['too-large']);
    assert.ok(await showsList(browser));
    await browser.run("document.getElementById('w').article = arguments[0];", SMALL);
    await reaches(browser, 'ready');
  });
});

eachBrowser('one bad event is left out and told; the others are shown', async (browser) => {
  const half = { ...SMALL, events: [...SMALL.events.slice(0, 2), { id: 'never', title: 'Never', date: '2021-02-31' }] };
  await hosting({ 'half.html': page(widget('id="w"', data(half) + LIST)) }, async (server) => {
    await browser.open(server.at('half.html'));
    await reaches(browser, 'ready');
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    assert.equal((await browser.all('[part~="event"]')).length, 2);
    assert.deepEqual((await problems(browser)).map((one) => one.path), ['/events/2/date']);
  });
});

/** Makes the program panic, and again when it begins anew: a page that breaks the DOM under it is the surest way. */
const breaks = (browser, id) => browser.run(`
  const one = document.getElementById(arguments[0]), { shadowRoot } = one, { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = function (...nodes) {
    if (this.getRootNode() === shadowRoot) throw new Error('boom');
    return insertBefore.apply(this, nodes);
  };
  window.heals = () => void (Node.prototype.insertBefore = insertBefore);
  one.article = arguments[1];`, id, { ...SMALL, headline: 'Other', events: [{ id: 'z', title: 'Z', date: '2020', countries: ['PL'] }] });
const heals = (browser) => browser.run('heals();');

eachBrowser('after a panic the culprit shows its list and can start again; the others live on', async (browser) => {
  await hosting({ 'two.html': page(widget('id="w"') + widget('id="other"')) }, async (server) => {
    await browser.open(server.at('two.html'));
    await reaches(browser, 'ready');
    await reaches(browser, 'ready', 'other');
    await browser.run("document.getElementById('other').select('storm');");
    await browser.until("return host.told.some((one) => one.name === 'select');");
    await breaks(browser, 'w');
    await reaches(browser, 'failed');
    assert.ok(await showsList(browser));
    await browser.until("return host.told.some((one) => one.name === 'problem');");
    assert.deepEqual((await problems(browser)).map((one) => one.kind), ['panic']);
    assert.equal((await sentences(browser)).length, 1);
    const panic = await browser.run("return probe.errors.find((one) => one.includes('panicked'));");
    assert.match(panic, /panicked at \S+\.rs:\d+:\d+:\n\S/, 'the developer reads why and where');

    await reaches(browser, 'ready', 'other');
    const at = () => browser.run("return document.getElementById('other').shadowRoot.querySelector('[part~=\"event\"][data-selected]')?.id;");
    assert.equal(await at(), 'other.event=storm', 'the other reader is where they were');
    assert.ok(await browser.run("return document.getElementById('other').select('plan');"));
    await browser.until("return document.getElementById('other').shadowRoot.querySelector('[part~=\"event\"][data-selected]')?.id === 'other.event=plan';");

    await heals(browser);
    await browser.run("document.getElementById('w').article = arguments[0];", SMALL);
    await reaches(browser, 'ready');
    assert.equal((await browser.all('#w [part~="event"], [id^="w.event="]')).length, SMALL.events.length);
  });
});

/** A browser whose program traps where an instance is shown, so often: as engines do that miscompile. */
const traps = (times) => `
  window.trapped = 0;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const { exports } = await instantiate.apply(WebAssembly, given);
    const widget_show = (...rest) => {
      if (trapped === ${times}) return exports.widget_show(...rest);
      trapped += 1;
      throw new WebAssembly.RuntimeError('Out of bounds memory access');
    };
    return Object.create(WebAssembly.Instance.prototype, { exports: { value: { ...exports, widget_show } } });
  };`;

eachBrowser('who was at work when the program stopped is tried once more, by a program compiled anew', async (browser) => {
  for (const times of [1, 2]) {
    await hosting({ 'one.html': page(widget(), { head: '<script src="traps.js"></script>' }), 'traps.js': traps(times) }, async (server) => {
      await browser.open(server.at('one.html'));
      await reaches(browser, times === 1 ? 'ready' : 'failed');
      assert.equal(await browser.run('return trapped;'), times);
      assert.equal(server.asked('wasm'), 2);
      if (times === 1) {
        await browser.stays("return !host.told.some((one) => one.name === 'problem');");
        assert.equal((await browser.all('[part~="event"]')).length, SMALL.events.length);
      } else {
        await browser.until("return host.told.some((one) => one.name === 'problem');");
        assert.deepEqual((await problems(browser)).map(({ kind }) => kind), ['panic']);
        assert.ok(await showsList(browser));
        // Another article is another try.
        await browser.run("document.getElementById('w').article = arguments[0];", SMALL);
        await reaches(browser, 'ready');
      }
    });
  }
});

eachBrowser('after another’s panic a widget comes back whose data are in its declared shadow root', async (browser) => {
  const declared = `<template shadowrootmode="open">${data(SMALL)}${LIST}</template>`;
  await hosting({ 'two.html': page(widget('id="w"') + widget('id="other"', declared)) }, async (server) => {
    await browser.open(server.at('two.html'));
    for (const id of ['w', 'other']) await reaches(browser, 'ready', id);
    await breaks(browser, 'w');
    await reaches(browser, 'failed');
    await reaches(browser, 'ready', 'other');
    assert.ok(await browser.run("return document.getElementById('other').select('plan');"));
    await browser.until("return document.getElementById('other').shadowRoot.querySelector('[part~=\"event\"][data-selected]')?.id === 'other.event=plan';");
  });
});

eachBrowser('while another’s panic is dealt with, a widget looks as it did, and then leads to its sentences again', async (browser) => {
  let holds = false;
  const held = [];
  const meddle = async (kind) => {
    if (kind === 'glue' && holds) await new Promise((resolve) => held.push(resolve));
    return undefined;
  };
  const sentence = 'The bridge opened to traffic on Monday.';
  const sourced = { ...SMALL, events: SMALL.events.map((event) => (event.id === 'opening' ? { ...event, source: { quote: sentence } } : event)) };
  await hosting({ 'two.html': page(`<article><p>${sentence}</p>${widget('id="w"')}${widget('id="other"', data(sourced) + LIST)}</article>`) }, async (server) => {
    await browser.open(server.at('two.html'));
    for (const id of ['w', 'other']) await reaches(browser, 'ready', id);
    const ask = () => browser.run(`
      const one = document.getElementById('other');
      one.select('opening');
      one.shadowRoot.querySelector('[part~="event"][data-selected] [data-source]').click();`);
    const shown = "return CSS.highlights ? CSS.highlights.has('dateline-shown') : deep(document, '.passage').length > 0;";
    await ask();
    await browser.until(shown);
    const look = () => browser.run(`
      const [headline] = deep(document.getElementById('other'), '.headline');
      return headline && [getComputedStyle(headline).fontFamily, getComputedStyle(headline).fontSize, document.getElementById('other').offsetHeight > 100];`);
    const before = await look();
    holds = true;
    await breaks(browser, 'w');
    await reaches(browser, 'loading', 'other');
    assert.deepEqual(await look(), before);
    holds = false;
    held.forEach((send) => send());
    // What broke is tried once more, as it might have been the page's doing, and that stops the others again.
    await reaches(browser, 'failed');
    await reaches(browser, 'ready', 'other');
    await browser.until(shown.replace('return ', 'return !(').replace(';', ');'));
    await ask();
    await browser.until(shown);
  }, { meddle });
});
