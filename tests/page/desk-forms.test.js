// The forms of the editor's desk: what is chosen, what is offered, and what is led to.

import assert from 'node:assert/strict';
import { eachBrowser, until } from './harness/index.js';
import { carried, drop, fresh, kept, open, saved, sound, write } from './harness/desk.js';

const article = (more = {}) => ({ schema: 1, language: 'en', headline: 'H', events: [{ id: 'e', title: 'T', date: '2021' }], ...more });

/** Opens an article, at one of its parts. */
async function at(browser, section, more) {
  await open(browser);
  await drop(browser, 'mine.json', JSON.stringify(article(more)));
  await browser.click('#import-new');
  await browser.click(`[data-section="${section}"]`);
}

/** Chooses in the select of an id. */
const choose = (browser, id, value) => browser.run(`
  const select = document.getElementById(arguments[0]);
  select.value = arguments[1];
  select.dispatchEvent(new Event('change', { bubbles: true }));`, id, value);

/** The work as data. */
const data = async (browser) => JSON.parse(await saved(browser));

/** Waits until the focus is in the field of an id. */
const focused = (browser, id) => browser.until('return document.activeElement.id === arguments[0];', id);

eachBrowser('the parts of a form stay open while one types', async (browser) => {
  await fresh(browser);
  await browser.click('[data-section="countries"]');
  await browser.click('#add-row');
  await browser.click('.each:nth-of-type(1) > .quiet');
  await browser.until("return document.activeElement.id === 'field:/countries/0/claims/0/speaker';");
  const field = '[id="field:/countries/0/claims/0/text"]';
  await write(browser, field, 'What was said');
  assert.equal(await browser.run('return document.querySelector(arguments[0]).closest("details").open;', field), true);
  assert.equal(await browser.run('return document.activeElement.matches(arguments[0]);', field), true);
  await browser.click('[data-section="events"]');
  await browser.click('#add-row');
  await browser.until("return document.activeElement.matches('td input');");
  await browser.run("document.querySelector('.group summary').click();");
  const image = '[id="field:/events/0/image/src"]';
  await browser.until('return document.querySelector(arguments[0])?.checkVisibility?.() ?? true;', image);
  await write(browser, image, 'a.png');
  await browser.press(...Array(5).fill('\uE003'));
  assert.deepEqual(await browser.run('const one = document.querySelector(arguments[0]); return [one.value, one.closest("details").open];', image), ['', true]);
});

eachBrowser('a choice shows what stands in the article', async (browser) => {
  const claim = { speaker: 'p', verb: 'says', text: 'X', kind: 'rumour' };
  const more = { people: [{ id: 'p', name: 'P' }], countries: [{ code: 'UA', claims: [claim, { ...claim, kind: 'denial' }] }] };
  await open(browser);
  await drop(browser, 'mine.json', JSON.stringify(article(more)));
  await browser.click('#import-new');
  await browser.click('[data-section="countries"]');
  await browser.click('.entry-of summary');
  const value = (path) => browser.run("return document.getElementById('field:/countries/0/claims/' + arguments[0]).value;", path);
  assert.deepEqual([await value('0/kind'), await value('1/kind')], ['rumour', 'denial']);
  await browser.run(`
    const select = document.getElementById('field:/countries/0/claims/0/events');
    select.value = 'e';
    select.dispatchEvent(new Event('change', { bubbles: true }));`);
  await browser.until("return document.querySelectorAll('.tokens li').length === 1;");
  assert.equal(await value('0/events'), '', 'it offers one more');
  await browser.run(`
    const select = document.getElementById('field:/countries/0/claims/0/kind');
    select.value = 'finding';
    select.dispatchEvent(new Event('change', { bubbles: true }));`);
  await browser.until("return document.getElementById('field:/countries/0/claims/0/kind').value === 'finding';");
  await browser.click('#undo');
  await browser.until("return document.getElementById('field:/countries/0/claims/0/kind').value === 'rumour';");
});

eachBrowser('what a correction is of is chosen by its name', async (browser) => {
  const country = { code: 'UA', note: 'N', claims: [{ text: 'Some words' }] };
  await at(browser, 'corrections', { countries: [country], corrections: [{ date: '2023-01-01', was: 'x' }] });
  const field = 'field:/corrections/0/what';
  await browser.until('return document.getElementById(arguments[0]);', field);
  const names = (id) => browser.run('return [...document.getElementById(arguments[0]).options].map(({ text }) => text);', id);
  assert.deepEqual(await names(field), ['Choose what was mended …', 'Headline', 'Events: \u2068T\u2069', 'Countries: \u2068Ukraine\u2069']);
  await choose(browser, field, 'countries/UA');
  await browser.until('return document.getElementById(arguments[0]);', `${field}:part`);
  assert.ok((await names(`${field}:part`)).includes('Claims: \u2068Some words\u2069'));
  await choose(browser, `${field}:part`, 'claims/0');
  assert.equal((await data(browser)).corrections[0].what, 'countries/UA/claims/0');
  await choose(browser, field, 'headline');
  assert.equal((await data(browser)).corrections[0].what, 'headline');
  assert.equal(await browser.run('return document.getElementById(arguments[0]);', `${field}:part`), null);
});

eachBrowser('who speaks and is nobody yet joins the people by a press', async (browser) => {
  await at(browser, 'countries', { countries: [{ code: 'UA', claims: [{ text: 'X' }] }] });
  await browser.click('.entry-of summary');
  const id = 'field:/countries/0/claims/0/speaker';
  await write(browser, `[id="${id}"]`, 'Anna Kowal');
  const offer = '[data-field="speaker"] .acts button';
  assert.equal(await browser.run('return document.querySelector(arguments[0]).textContent;', offer), 'Add “\u2068Anna Kowal\u2069” to the people');
  await browser.click(offer);
  await focused(browser, id);
  const { people, countries } = await data(browser);
  assert.deepEqual([people.length, people[0].name, countries[0].claims[0].speaker], [1, 'Anna Kowal', people[0].id]);
  assert.equal(await browser.run('return document.getElementById(arguments[0]).value;', id), 'Anna Kowal');
  assert.equal(await browser.run('return document.querySelector(arguments[0]);', offer), null);
});

eachBrowser('a claim goes to another card, and the editor with it', async (browser) => {
  const two = [{ code: 'UA', claims: [{ text: 'First' }, { text: 'Second' }] }, { code: 'PL', claims: [{ text: 'Own' }] }];
  await at(browser, 'countries', { countries: two });
  await browser.click('.entry-of summary');
  const card = 'field:/countries/0/claims/0:card';
  assert.equal(await browser.run('return document.getElementById(arguments[0]).selectedOptions[0].text;', card), 'Ukraine');
  await choose(browser, card, '1');
  await focused(browser, 'field:/countries/1/claims/1:card');
  const texts = async () => (await data(browser)).countries.map(({ claims }) => claims.map(({ text }) => text));
  assert.deepEqual(await texts(), [['Second'], ['Own', 'First']]);
  await browser.click('#undo');
  assert.deepEqual(await texts(), [['First', 'Second'], ['Own']]);
});

eachBrowser('the focus stays near what is taken out of a form', async (browser) => {
  await at(browser, 'countries', { countries: [{ code: 'UA', claims: [{ text: 'First', events: ['e'] }, { text: 'Second' }] }] });
  await browser.click('.entry-of summary');
  await browser.click('.tokens button');
  await focused(browser, 'field:/countries/0/claims/0/events');
  await browser.click('.entry-of .acts button:last-child');
  await focused(browser, 'field:/countries/0/claims');
  assert.deepEqual((await data(browser)).countries[0].claims, [{ text: 'Second' }]);
});

eachBrowser('nothing is wrong with what was not begun, and a problem names its field', async (browser) => {
  await fresh(browser);
  const said = (selector) => browser.run('return document.querySelector(arguments[0])?.innerText ?? null;', selector);
  await kept(browser);
  assert.match(await browser.steady("return document.querySelector('.problems h2').innerText;"), /^No problems/);
  await browser.click('#add-row');
  await browser.until("return document.querySelectorAll('.problems li').length > 0;");
  assert.match(await said('.problems .where'), /^(Article|Events 1) · /);
});

eachBrowser('what is wrong in the same way at many places is said once, with the way to each', async (browser) => {
  const events = Array.from({ length: 20 }, (_, at) => ({ id: `e${at}`, title: `T${at}` }));
  await at(browser, 'events', { events });
  await browser.until("return document.querySelectorAll('.problems .places .way').length === 20;");
  const several = await browser.run("return [...document.querySelectorAll('.problems li')].filter((one) => one.querySelector('.places')).length;");
  assert.equal(several, 1);
  assert.match(await browser.run("return document.querySelector('.problems summary').innerText;"), /^and 8 more$/);
  await browser.click('.problems .places .way:nth-of-type(3)');
  await browser.until("return document.activeElement.id.startsWith('field:/events/2/');");
  await sound(browser, 'problems at many places');
});

eachBrowser('a row is dragged to a place among the others', async (browser) => {
  const events = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, date: '2021' }));
  await at(browser, 'events', { events });
  await browser.until("return document.querySelectorAll('tbody tr').length === 4;");
  const order = async () => (await data(browser)).events.map(({ id }) => id).join('');
  assert.ok(await carried(browser, 0, 2));
  assert.equal(await order(), 'bcad');
  await browser.until("return document.querySelector('tr.chosen .number').innerText.trim() === '3';");
  assert.ok(await carried(browser, 3, 0));
  assert.equal(await order(), 'dbca');
  await browser.click('#undo');
  await browser.click('#undo');
  assert.equal(await order(), 'abcd');
});

eachBrowser('a correction follows its claim', async (browser) => {
  const more = { countries: [{ code: 'UA', claims: [{ text: 'First' }, { text: 'Second' }] }, { code: 'PL' }], corrections: [{ date: '2023-01-01', what: 'countries/UA/claims/1', was: 'x' }] };
  await at(browser, 'countries', more);
  await browser.click('.entry-of summary');
  await choose(browser, 'field:/countries/0/claims/0:card', '1');
  await browser.until("return document.querySelector('tr.chosen .number').innerText.trim().startsWith('2');");
  assert.equal((await data(browser)).corrections[0].what, 'countries/UA/claims/0');
});

eachBrowser('where dates leave it open, the order of day and month is asked for, and columns say what they are', async (browser) => {
  await open(browser);
  await drop(browser, 'sheet.csv', 'When,What,Remarks\n3/4/2021,The plan,x\n');
  await browser.one('dialog #date-order');
  const shown = (id) => browser.run('return document.getElementById(arguments[0]).selectedOptions[0].text;', id);
  await browser.run("document.querySelector('.mapping').open = true;");
  assert.equal(await shown('map-0'), 'date, as found');
  assert.equal(await shown('map-1'), 'title, as found');
  await choose(browser, 'date-order', 'dmy');
  // Nothing is asked any more.
  await browser.until("return [...document.querySelectorAll('.report summary')].every((one) => !/^Please decide/.test(one.innerText));");
  await browser.click('#import-new');
  await browser.until("return document.querySelector('tbody tr');");
  const { date } = (await data(browser)).events[0];
  assert.equal(date.value ?? date, '2021-04-03');
});

eachBrowser('a country is known by its name in languages that are not at hand', async (browser) => {
  await at(browser, 'people', { people: [{ id: 'p', name: 'P' }] });
  await browser.click('tbody tr .number');
  const field = '[id="field:/people/0/country"]';
  // The names come in the browser's spare time.
  await until('the names of other languages', async () => {
    await write(browser, field, 'Allemagne');
    return (await data(browser)).people[0].country === 'DE';
  });
});

eachBrowser('a certain mend mends by a press, and is undone', async (browser) => {
  await at(browser, 'events', { events: [{ id: 'e', title: 'T', date: '2021', countries: ['Poland'] }] });
  const mend = await browser.one('.problems .mend');
  await mend.click();
  await browser.until("return document.querySelector('.problems .mend') === null;");
  assert.deepEqual((await data(browser)).events[0].countries, ['PL']);
  await browser.click('#undo');
  assert.deepEqual((await data(browser)).events[0].countries, ['Poland']);
});

eachBrowser('a store that is full is said, and the work can be saved', async (browser) => {
  await fresh(browser);
  await kept(browser);
  await browser.run(`
    window.IDBObjectStore.prototype.put = function () { throw new DOMException('no room', 'QuotaExceededError'); };`);
  await browser.click('#article-text');
  await browser.type('M');
  await browser.until("return document.querySelector('.state.bad') !== null;");
  assert.match(await saved(browser), /"schema"/);
});
