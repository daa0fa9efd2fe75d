// Who says so: one speaker heard alone, claims by speaker, what a claim is and who passes
// it on.

import assert from 'node:assert/strict';
import { ARTICLE, READERS, TILES, data, eachBrowser, hosting, noise, page, plain, reaches, settled, visit, widget } from './harness/index.js';

const all = ARTICLE.events.length;
const claims = ARTICLE.countries.flatMap((country) => country.claims ?? []);
const said = (id) => claims.filter((claim) => claim.speaker === id);
/** The events that somebody acts in or speaks of, by the data alone. */
const eventsOf = (id) => ARTICLE.events.filter((event) => event.people?.includes(id) || said(id).some((claim) => claim.events?.includes(event.id)));
const cardsOf = (id) => ARTICLE.countries.filter((country) => [...(country.claims ?? []), ...(country.figures ?? [])].some((one) => one.speaker === id));
const placeOf = (id) => ARTICLE.people.findIndex((person) => person.id === id);

/** Opens the row with the search and the choice of a speaker, if it is closed. */
async function searching(browser) {
  if (!(await browser.all('[part~="search"]')).length) await browser.click('[part~="search-open"]');
  await browser.one('[part~="search"] select');
  await settled(browser);
}

/** Picks somebody in the field, as a reader does by pointer. */
async function hear(browser, id) {
  await searching(browser);
  const field = await browser.one('.speaker-choice select');
  await browser.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });", field);
  await (await browser.one(`.speaker-choice option[value="${id ? placeOf(id) : ''}"]`)).click();
}

/** Has all claims shown of cards that are open. */
async function allClaims(browser) {
  await browser.until(`
    const closed = deep(document, '.card [part~="more"][aria-expanded="false"]');
    for (const one of closed) one.click();
    return !closed.length;`);
  await settled(browser);
}

/** Opens the cards of these countries, with all their claims. */
async function cards(browser, countries) {
  // Those of a tile that is not there at rest, too.
  await browser.run("deep(document, '[part~=\"countries\"] .openers [aria-expanded=\"false\"]')[0]?.click();");
  await browser.until("return !deep(document, '[part~=\"countries\"] .openers [aria-expanded=\"false\"]').length;");
  for (const country of countries) {
    const tile = `#dateline-country-${ARTICLE.countries.indexOf(country)}`;
    await browser.run("const [one] = deep(document, arguments[0]); if (one.getAttribute('aria-expanded') === 'false') one.click();", tile);
    await browser.until("return deep(document, arguments[0])[0].getAttribute('aria-expanded') === 'true';", tile);
  }
  await allClaims(browser);
}

const shows = (browser, count) => browser.until("return deep(document, '[part~=\"event\"]').length === arguments[0];", count);
const fragment = (browser) => browser.run('return location.hash;');
const field = async (browser) => {
  await searching(browser);
  return browser.run("return deep(document, '.speaker-choice select')[0].selectedOptions[0].text;");
};
const tokens = (browser) => browser.texts('.token');
const marks = (browser) => browser.run("return deep(document, '[part~=\"mark\"]').map((one) => one.ariaLabel ?? one.getAttribute('aria-label'));");

for (const [reader, press] of Object.entries(READERS)) {
  eachBrowser(`by ${reader}: choosing a speaker filters cards, list and axis, and a press on the name takes that back`, async (browser) => {
    await visit(browser, { width: reader === 'touch' ? 360 : 1200, height: 800 });
    const atRest = (await browser.all('[part~="event"]')).length;
    assert.equal(await field(browser), 'All');
    assert.deepEqual(await tokens(browser), []);
    await hear(browser, 'blinken');
    await shows(browser, eventsOf('blinken').length);
    const titles = await browser.texts('[part~="event-title"]');
    assert.deepEqual(titles.sort(), eventsOf('blinken').map((event) => event.title).sort());
    assert.deepEqual(await browser.texts('[part~="country"] .tile-name'), cardsOf('blinken').map((country) => country.name));
    // The cards are open, and hold nobody else's words.
    assert.deepEqual([...new Set(await browser.texts('.claim .name'))], ['Antony Blinken']);
    assert.equal((await browser.all('.claim')).length, said('blinken').length);
    assert.equal((await browser.all('.figure')).length, ARTICLE.countries.flatMap((country) => country.figures ?? []).filter((one) => one.speaker === 'blinken').length);
    const seen = (await marks(browser)).join('\n');
    for (const event of ARTICLE.events) {
      if (!eventsOf('blinken').includes(event)) assert.ok(!seen.includes(event.title), `${event.title} is off the axis`);
    }
    // How much there is, seen and said.
    const count = `${eventsOf('blinken').length} of ${all} events · ${cardsOf('blinken').length} countries`;
    assert.deepEqual(await browser.texts('.tokens .count'), [count]);
    assert.equal(await browser.run("return deep(document, '[role=status]')[0].textContent;"), count);
    const china = ARTICLE.countries.find((country) => country.code === 'CN');
    assert.match((await browser.texts('[part~="country"] .tile-count'))[0], new RegExp(`^2 of ${china.claims.length} claims\\b`));
    assert.match(await fragment(browser), /dateline\.speaker=blinken/);
    // And back.
    assert.deepEqual(await tokens(browser), ['Antony Blinken']);
    assert.equal(await browser.run("const [one] = deep(document, '.token'); return one.ariaLabel ?? one.getAttribute('aria-label');"), 'Remove Antony Blinken');
    await press(browser, '.token');
    await shows(browser, atRest);
    assert.equal(await field(browser), 'All');
    assert.deepEqual(await tokens(browser), []);
    assert.equal(await browser.run('return focused().id;'), 'dateline-open-search', 'the focus is not lost with the button');
    assert.equal(await fragment(browser), '');
    assert.equal((await browser.all('[part~="country"]')).length, reader === 'touch' ? ARTICLE.countries.length : Math.min(ARTICLE.countries.length, TILES));
    assert.equal((await browser.all('.card')).length, 0, 'the cards are closed as they were');
    assert.deepEqual(await noise(browser), []);
  });
}

eachBrowser('a link restores the speaker, back and forward follow, and “All” lets everybody speak', async (browser) => {
  await visit(browser, { fragment: '#dateline.countries=CN&dateline.speaker=barclay&host=1' });
  assert.deepEqual(await tokens(browser), ['China', 'Erin Barclay']);
  assert.equal(await field(browser), 'Erin Barclay');
  const own = ARTICLE.countries.find((country) => country.code === 'CN').claims;
  const heard = (list) => browser.until(`
    const words = deep(document, '#dateline-card-0 .claim').map((one) => one.textContent);
    return words.length === arguments[0].length && arguments[0].every((one, at) => words[at].includes(one));`, list.map((claim) => claim.quote ?? claim.text));
  const hers = own.filter((claim) => claim.speaker === 'barclay');
  await heard(hers);
  // By a press: WebKit passes over steps that no reader caused.
  await browser.click('#dateline-token-1');
  await browser.until("return deep(document, '.token').length === 1;");
  await allClaims(browser);
  await heard(own);
  assert.equal(await fragment(browser), '#host=1&dateline.countries=CN');
  await browser.driver.navigate().back();
  await heard(hers);
  assert.equal(await field(browser), 'Erin Barclay');
  await browser.driver.navigate().forward();
  await heard(own);
  assert.equal(await field(browser), 'All');
  await hear(browser, 'blinken');
  await heard(own.filter((claim) => claim.speaker === 'blinken'));
  await hear(browser, null);
  await heard(own);
  assert.deepEqual(await tokens(browser), ['China']);
  await browser.click('.token');
  await browser.until("return !deep(document, '.card').length;");
  assert.equal(await fragment(browser), '#host=1');
  // Of somebody the article does not know, nothing is restored.
  await visit(browser, { fragment: '#dateline.speaker=nobody' });
  assert.deepEqual([await tokens(browser), await browser.texts('#dateline-open-events')], [[], [`All ${all} events`]]);
});

eachBrowser('the page is told of the speaker', async (browser) => {
  const people = [{ id: 'mayor', name: 'Anna Kowal' }, { id: 'silent', name: 'Says nothing' }];
  const article = {
    headline: 'A bridge', people,
    events: [{ id: 'a', title: 'A', date: '2019' }, { id: 'b', title: 'B', date: '2020', countries: ['PL'] }],
    countries: [{ code: 'PL', name: 'Poland', claims: [{ text: 'It is ours.', speaker: 'mayor', events: ['b'] }] }],
  };
  await hosting({ 'one.html': page(widget('id="w"', data(article))) }, async (server) => {
    await browser.open(server.at('one.html'));
    await browser.run("document.getElementById('w').scrollIntoView();");
    await reaches(browser, 'ready');
    await searching(browser);
    assert.deepEqual(await browser.run("return deep(document, '.speaker-choice option').map((one) => one.text);"), ['All', 'Anna Kowal'], 'only who says something');
    await (await browser.one('.speaker-choice option[value="0"]')).click();
    await browser.until("return host.told.some(({ name }) => name === 'filter');");
    const told = await browser.run("return host.told.filter(({ name }) => name === 'filter').map(({ detail }) => detail);");
    assert.deepEqual(told, [{ countries: [], speaker: 'mayor', groups: [], search: '', shown: 1, total: 2 }]);
    // An article set again leaves the reader where they are.
    await browser.run("document.getElementById('w').article = arguments[0];", { ...article, headline: 'Another', people: people.toReversed() });
    await browser.until("return deep(document, '.headline')[0].textContent === 'Another';");
    assert.equal((await browser.all('[part~="event"]')).length, 1);
    assert.equal(await field(browser), 'Anna Kowal');
  });
});

/** What of a person stands beside their words on a country's card: their country is said where nothing else says it. */
function who(id, card) {
  const { name, role, country } = ARTICLE.people.find((person) => person.id === id);
  const said = name + (role ? `, ${role}` : '');
  const home = country && ARTICLE.countries.find((one) => (one.code ?? one.id) === country);
  const names = home ? [home.code ?? home.short, home.name, ...(home.also ?? [])] : [];
  const isNamed = !home || home === card || names.some((one) => new RegExp(`\\b${one}\\b`).test(said));
  return said + (isNamed ? '' : ` (${home.name})`);
}

for (const [reader, press] of Object.entries(READERS)) {
  eachBrowser(`by ${reader}: claims stand by their speakers, each of whom is named once`, async (browser) => {
    await visit(browser, { width: reader === 'touch' ? 360 : 1200, height: 800 });
    const speaking = ARTICLE.countries.filter((one) => one.claims);
    await cards(browser, speaking);
    await searching(browser);
    const group = '[part~="search"] [aria-pressed]';
    const pressed = () => browser.run("return deep(document, arguments[0])[0].getAttribute('aria-pressed');", group);
    /** Of each country's card: whose name begins which claims. */
    const told = (country) => browser.run(`
      return [...deep(document, arguments[0])[0].querySelectorAll('.claim')].map((one) => [
        one.querySelector('.name')?.parentElement.textContent.split(' · ')[0] ?? null,
        one.querySelector('blockquote p, .said').textContent.replace(/[\\u2060]/g, '').replace(/^“(.*)”$/, '$1')]);`, `#dateline-card-${ARTICLE.countries.indexOf(country)}`);
    const words = (claim) => claim.text ?? claim.quote;
    assert.equal(await pressed(), 'false');
    await press(browser, group);
    await browser.until("return deep(document, arguments[0])[0].getAttribute('aria-pressed') === 'true';", group);
    for (const country of speaking) {
      const order = [...new Set(country.claims.map((claim) => claim.speaker))];
      const wanted = order.flatMap((id) => country.claims.filter((claim) => claim.speaker === id).map((claim, at) => [at ? null : who(id, country), words(claim)]));
      const bare = ([name, text]) => [name && plain(name), plain(text).replace(/^“(.*)”$/, '$1')];
      assert.deepEqual((await told(country)).map(bare), wanted.map(bare), country.name);
    }
    // And as the article has them.
    await press(browser, group);
    await browser.until("return deep(document, arguments[0])[0].getAttribute('aria-pressed') === 'false';", group);
    const order = (await told(speaking[0])).map(([, text]) => plain(text));
    assert.deepEqual(order, speaking[0].claims.map((claim) => plain(words(claim)).replace(/^“(.*)”$/, '$1')));
    assert.equal((await browser.all('.claim')).length, claims.length);
  });
}

eachBrowser('allegation, denial, finding and report of others differ in words, and in no colour', async (browser) => {
  await visit(browser);
  const speaking = ARTICLE.countries.filter((one) => one.claims);
  await cards(browser, speaking);
  const told = (await browser.texts('.claim .who')).map(plain);
  const one = (begin) => told.find((line) => line.startsWith(begin));
  assert.equal(one('Some activists'), 'Some activists and organizations · reported by State Department report (United States) · say · allegation');
  assert.equal(one('Moscow'), 'Moscow, the Russian government · answers · denial');
  assert.equal(one('US State Department'), 'US State Department · determines · finding');
  assert.equal(one('John Kirby').endsWith('communications coordinator'), true, 'what is neither is called neither');
  const looks = await browser.run(`
    return deep(document, '.claim').map((claim) => [claim, ...claim.querySelectorAll('.said, blockquote, .who, .how, .name')].flatMap((part) => {
      const { color, backgroundColor } = getComputedStyle(part);
      return [color, backgroundColor];
    }));`);
  // What stands beside what it denies has a line along it, in grey as all lines.
  const lines = await browser.run("return deep(document, '.claim').map((one) => getComputedStyle(one)).filter((one) => one.borderInlineStartStyle !== 'none').map((one) => one.borderInlineStartColor);");
  assert.ok(lines.length > 0 && lines.every((one) => new Set(one.match(/\d+/g)).size === 1), `${lines}`);
  // Of each claim as it stands on the page: what it is.
  const kinds = await browser.run("return deep(document, '.claim').map((one) => one.textContent);")
    .then((texts) => texts.map((text) => claims.find((claim) => text.includes(claim.text ?? claim.quote)).kind ?? ''));
  const colours = (kind) => new Set(looks.filter((_, at) => kinds[at] === kind).flat());
  for (const kind of ['allegation', 'denial', 'finding']) {
    assert.ok(colours(kind).size > 0, kind);
    for (const colour of colours(kind)) assert.ok(colours('').has(colour), `${kind}: ${colour}`);
  }
});

eachBrowser('in Arabic and in Ukrainian the same, each in its own words', async (browser) => {
  const words = {
    uk: ['Мовець', 'Згрупувати за мовцями', 'А · за повідомленням: Б (Німеччина) · звинувачення', 'тверджень: 1 з 2'],
    ar: ['القائل', 'التجميع حسب القائل', 'А · نقلًا عن Б (Німеччина) · اتهام', 'الأقوال: '],
  };
  for (const [language, [who, group, line, count]] of Object.entries(words)) {
    const article = {
      language, headline: 'Міст',
      people: [{ id: 'a', name: 'А' }, { id: 'b', name: 'Б', country: 'DE' }],
      events: [{ id: 'e', title: 'Подія', date: '2020', countries: ['PL'] }],
      countries: [{ code: 'PL', name: 'Польща', claims: [{ text: 'Так.', speaker: 'a', via: 'b', kind: 'allegation', events: ['e'] }, { text: 'Ні.', speaker: 'b' }] }, { code: 'DE', name: 'Німеччина' }],
    };
    await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(article))) }, async (server) => {
      await browser.open(server.at('one.html'), { width: 400, height: 800 });
      await reaches(browser, 'ready');
      await searching(browser);
      assert.equal(plain((await browser.texts('.speaker-choice span'))[0]), who);
      assert.equal((await browser.texts('[part~="search"] [aria-pressed]'))[0], group);
      await browser.click('#w-country-0');
      await browser.until("return deep(document, '.claim').length === 2;");
      assert.equal(plain((await browser.run("return deep(document, '.claim .who')[0].textContent;"))), line);
      await (await browser.one('.speaker-choice option[value="0"]')).click();
      await browser.until("return deep(document, '.claim').length === 1;");
      const [tile] = await browser.texts('.tile-count');
      assert.ok(tile.includes(count), tile);
      await settled(browser);
      const [inside, across] = await browser.run("const { clientWidth, scrollWidth } = document.documentElement; return [clientWidth, scrollWidth];");
      assert.ok(across <= inside, `${across} px in ${inside}`);
    });
  }
});
