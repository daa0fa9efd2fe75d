// Who says so: one speaker heard alone, claims by speaker, what a claim is and who passes
// it on.

import assert from 'node:assert/strict';
import { ARTICLE, KEY, READERS, data, eachBrowser, hosting, noise, page, plain, reaches, settled, visit, widget } from './harness/index.js';

const all = ARTICLE.events.length;
const claims = ARTICLE.countries.flatMap((country) => country.claims ?? []);
const said = (id) => claims.filter((claim) => claim.speaker === id);
/** The events that somebody acts in or speaks of, by the data alone. */
const eventsOf = (id) => ARTICLE.events.filter((event) => event.people?.includes(id) || said(id).some((claim) => claim.events?.includes(event.id)));
const cardsOf = (id) => ARTICLE.countries.filter((country) => [...(country.claims ?? []), ...(country.figures ?? [])].some((one) => one.speaker === id));
const placeOf = (id) => ARTICLE.people.findIndex((person) => person.id === id);

/** Picks somebody in the field, as a reader does by pointer. */
async function hear(browser, id) {
  const field = await browser.one('.who select');
  await browser.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });", field);
  await (await browser.one(`.who option[value="${id ? placeOf(id) : ''}"]`)).click();
}

const shows = (browser, count) => browser.until("return deep(document, '[part~=\"event\"]').length === arguments[0];", count);
const fragment = (browser) => browser.run('return location.hash;');
const field = (browser) => browser.run("return deep(document, '.who select')[0].selectedOptions[0].text;");
const marks = (browser) => browser.run("return deep(document, '[part~=\"mark\"]').map((one) => one.ariaLabel ?? one.getAttribute('aria-label'));");

for (const [reader, press] of Object.entries(READERS)) {
  eachBrowser(`by ${reader}: choosing a speaker filters cards, list and axis, and its button takes that back`, async (browser) => {
    await visit(browser, { width: reader === 'touch' ? 360 : 1200, height: 800 });
    assert.equal(await field(browser), 'All');
    assert.equal((await browser.all('.chip[data-bring]')).length, 0);
    await hear(browser, 'blinken');
    await shows(browser, eventsOf('blinken').length);
    const titles = await browser.texts('[part~="event-title"]');
    assert.deepEqual(titles.sort(), eventsOf('blinken').map((event) => event.title).sort());
    assert.deepEqual(await browser.texts('[part~="country"] h4'), cardsOf('blinken').map((country) => country.name));
    const names = await browser.texts('[part~="country"] .claim .speaker .name');
    assert.deepEqual([...new Set(names)], ['Antony Blinken']);
    assert.equal(names.length, said('blinken').length);
    assert.equal((await browser.all('.figure')).length, ARTICLE.countries.flatMap((country) => country.figures ?? []).filter((one) => one.speaker === 'blinken').length);
    if (reader !== 'touch') {
      const seen = (await marks(browser)).join('\n');
      for (const event of ARTICLE.events) {
        if (!eventsOf('blinken').includes(event)) assert.ok(!seen.includes(event.title), `${event.title} is off the axis`);
      }
    }
    // How much there is, seen and said.
    const count = `${eventsOf('blinken').length} of ${all} events · ${cardsOf('blinken').length} of ${ARTICLE.countries.length} countries · ${said('blinken').length} of ${claims.length} claims`;
    assert.equal((await browser.texts('[part~="search"] .count'))[0], count);
    assert.equal(await browser.run("return deep(document, '[role=status]')[0].textContent;"), count);
    const china = ARTICLE.countries.find((country) => country.code === 'CN');
    assert.equal((await browser.texts('[part~="country"] .count'))[0], `2 of ${china.claims.length} claims`);
    assert.match(await fragment(browser), /dateline\.speaker=blinken/);
    // And back.
    assert.equal(await browser.run("return deep(document, '.chip[data-bring]')[0].ariaPressed ?? deep(document, '.chip[data-bring]')[0].getAttribute('aria-pressed');"), 'true');
    await press(browser, '.chip[data-bring]');
    await shows(browser, all);
    assert.equal(await field(browser), 'All');
    assert.equal(await browser.run('return focused().id;'), 'who', 'the focus is not lost with the button');
    assert.equal(await fragment(browser), '');
    assert.equal((await browser.all('.claim')).length, claims.length);
    assert.deepEqual(await noise(browser), []);
  });
}

eachBrowser('a link restores the speaker, back and forward follow, and “All” lets everything go', async (browser) => {
  await visit(browser, { fragment: '#dateline.countries=CN&dateline.speaker=barclay&host=1' });
  assert.equal(await field(browser), 'Erin Barclay');
  assert.deepEqual(await browser.texts('[part~="country"][data-chosen] .claim .verb'), ['says', 'adds']);
  // By a press: WebKit passes over steps that no reader caused.
  await browser.click('[data-act=group]');
  await browser.click('.group [data-act=hear]');
  const china = ARTICLE.countries.find((country) => country.code === 'CN').claims.length;
  const heard = (count) => browser.until("return deep(document, '[part~=\"country\"][data-chosen] .claim').length === arguments[0];", count);
  await heard(china);
  assert.equal(await fragment(browser), '#host=1&dateline.countries=CN');
  await browser.driver.navigate().back();
  await heard(2);
  assert.equal(await field(browser), 'Erin Barclay');
  await browser.driver.navigate().forward();
  await heard(china);
  assert.equal(await field(browser), 'All');
  await browser.click('.chip[data-act=clear]');
  await shows(browser, all);
  assert.equal(await fragment(browser), '#host=1');
  // Of somebody the article does not know, nothing is restored.
  await visit(browser, { fragment: '#dateline.speaker=nobody' });
  assert.equal((await browser.all('[part~="event"]')).length, all);
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
    assert.deepEqual(await browser.run("return deep(document, '.who option').map((one) => one.text);"), ['All', 'Anna Kowal'], 'only who says something');
    await (await browser.one('.who option[value="0"]')).click();
    await browser.until("return host.told.some(({ name }) => name === 'filter');");
    const told = await browser.run("return host.told.filter(({ name }) => name === 'filter').map(({ detail }) => detail);");
    assert.deepEqual(told, [{ countries: [], speaker: 'mayor', search: '', shown: 1, total: 2 }]);
    // An article set again leaves the reader where they are.
    await browser.run("document.getElementById('w').article = arguments[0];", { ...article, headline: 'Another', people: people.toReversed() });
    await browser.until("return deep(document, '.headline')[0].textContent === 'Another';");
    assert.equal((await browser.all('[part~="event"]')).length, 1);
    assert.equal(await field(browser), 'Anna Kowal');
  });
});

for (const [reader, press] of Object.entries(READERS)) {
  eachBrowser(`by ${reader}: claims stand by their speakers, each of whom can be heard alone`, async (browser) => {
    await visit(browser, { width: reader === 'touch' ? 360 : 1200, height: 800 });
    const pressed = () => browser.run("return deep(document, '[data-act=group]')[0].getAttribute('aria-pressed');");
    assert.equal(await pressed(), 'false');
    await press(browser, '[data-act=group]');
    await browser.until("return deep(document, '.group').length > 0;");
    assert.equal(await pressed(), 'true');
    for (const country of ARTICLE.countries.filter((one) => one.claims)) {
      const order = [...new Set(country.claims.map((claim) => claim.speaker))];
      const told = await browser.run(`
        const card = deep(document, '[part~="country"]').find((one) => one.querySelector('h4').textContent === arguments[0]);
        return [...card.querySelectorAll('.group')].map((head) => [head.querySelector('h5').textContent, [...head.nextElementSibling.querySelectorAll('.verb')].map((one) => one.textContent)]);`, country.name);
      assert.deepEqual(told.map(([, verbs]) => verbs), order.map((id) => country.claims.filter((claim) => claim.speaker === id).map((claim) => claim.verb)));
      told.forEach(([head], at) => {
        const { name, role, country: code } = ARTICLE.people.find((person) => person.id === order[at]);
        const home = ARTICLE.countries.find((one) => one.code === code)?.name;
        assert.equal(head, name + (role ? `, ${role}` : '') + (home ? ` (${home})` : ''), 'a name with its role and its country');
      });
    }
    const alone = `.group [data-act="hear ${placeOf('blinken')}"]`;
    await press(browser, alone);
    await shows(browser, eventsOf('blinken').length);
    assert.deepEqual([...new Set(await browser.texts('.group .name'))], ['Antony Blinken']);
    // Its button is where it was, and lets go again.
    if (reader === 'keyboard') {
      assert.equal(await browser.run("return focused()?.textContent;"), 'Show only Antony Blinken');
      await browser.press(KEY.enter);
    } else await press(browser, '.group [data-act=hear]');
    await shows(browser, all);
    await press(browser, '[data-act=group]');
    await browser.until("return !deep(document, '.group').length;");
    assert.equal((await browser.all('.claim')).length, claims.length);
  });
}

eachBrowser('allegation, denial, finding and report of others differ in words, and in no colour', async (browser) => {
  await visit(browser);
  const lines = (await browser.texts('.claim .speaker')).map(plain);
  const one = (begin) => lines.find((line) => line.startsWith(begin));
  assert.equal(one('Some activists'), 'Some activists and organizations say, reported by State Department report (United States) · allegation');
  assert.equal(one('Moscow'), 'Moscow, the Russian government (Russia), answers · denial');
  assert.equal(one('US State Department'), 'US State Department (United States) determines · finding');
  assert.equal(one('John Kirby').endsWith('(United States), says'), true, 'what is neither is called neither');
  const looks = await browser.run(`
    return deep(document, '.claim').map((claim) => [claim, ...claim.querySelectorAll('.text, .quote, .verb')].map((part) => {
      const { color, backgroundColor, borderColor } = getComputedStyle(part);
      return color + backgroundColor + borderColor;
    }).join());`);
  const colours = (list) => new Set(list.flatMap((one) => one.match(/rgba?\\([^)]*\\)/g) ?? one));
  const kinds = claims.map((claim) => claim.kind ?? '');
  const plainOnes = colours(looks.filter((_, at) => !kinds[at]));
  for (const kind of ['allegation', 'denial', 'finding']) {
    for (const colour of colours(looks.filter((_, at) => kinds[at] === kind))) assert.ok(plainOnes.has(colour), `${kind}: ${colour}`);
  }
});

eachBrowser('in Arabic and in Ukrainian the same, each in its own words', async (browser) => {
  const words = {
    uk: ['Хто це каже', 'Згрупувати за мовцями', 'каже, за повідомленням: Б (Польща) · звинувачення', 'тверджень: 1 з 2'],
    ar: ['من يقول ذلك', 'التجميع حسب القائل', 'يقول، نقلًا عن Б (Польща) · اتهام', 'الأقوال: '],
  };
  for (const [language, [who, group, line, count]] of Object.entries(words)) {
    const article = {
      language, headline: 'Міст',
      people: [{ id: 'a', name: 'А' }, { id: 'b', name: 'Б', country: 'PL' }],
      events: [{ id: 'e', title: 'Подія', date: '2020', countries: ['PL'] }],
      countries: [{ code: 'PL', name: 'Польща', claims: [{ text: 'Так.', speaker: 'a', via: 'b', kind: 'allegation', events: ['e'] }, { text: 'Ні.', speaker: 'b' }] }],
    };
    await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(article))) }, async (server) => {
      await browser.open(server.at('one.html'), { width: 400, height: 800 });
      await reaches(browser, 'ready');
      assert.equal(plain((await browser.texts('.who span'))[0]), who);
      assert.equal((await browser.texts('[data-act=group]'))[0], group);
      assert.equal(plain((await browser.run("return deep(document, '.claim .speaker')[0].textContent;"))), `А ${line}`);
      await (await browser.one('.who option[value="0"]')).click();
      await browser.until("return deep(document, '.claim').length === 1;");
      assert.ok((await browser.texts('.card .count'))[0].includes(count), (await browser.texts('.card .count'))[0]);
      await settled(browser);
      const [inside, across] = await browser.run("const { clientWidth, scrollWidth } = document.documentElement; return [clientWidth, scrollWidth];");
      assert.ok(across <= inside, `${across} px in ${inside}`);
    });
  }
});
