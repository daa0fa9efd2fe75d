// What is said of dates, counts and countries: the page says the same as the plain HTML, which
// is made without a browser, in every language that the interface speaks.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { data, eachBrowser, hosting, openAll, page, plain, rendered, reaches, widget } from './harness/index.js';

const FOLDER = new URL('../../', import.meta.url);
/** Those with words, one whose words depend on the region, one without any, and other digits. */
const LANGUAGES = [...readdirSync(new URL('www/words', FOLDER)).map((name) => name.replace('.txt', '')), 'en-US', 'ca', 'ar ٢', 'fa ۲', 'hi २', 'bn ২'];
/** So many scripts, orders and kinds of grammar are in these. */
const TEN = ['en', 'de', 'fr', 'pl', 'uk', 'ar', 'fa ۲', 'hi', 'ja', 'zh-Hant'];

/** The values of the table, every month by itself and beside a day, times of day, large and broken numbers. */
const TABLE = readFileSync(new URL('tests/fixtures/dates.tsv', FOLDER), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[0]);
const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0')).flatMap((month) => [`2021-${month}`, `2021-${month}-03`]);
const OTHERS = ['2023-03-20T09:05', '2023-03-20T00:00Z', '2023-03-20T12:30/2023-03-20T14:00', 'Y-2500000', 'Y-123456'];
const VALUES = [...TABLE, ...MONTHS, ...OTHERS];

/** Up to so many events are listed in one piece. */
const WHOLE = 100;
const PIECES = Array.from({ length: Math.ceil(VALUES.length / WHOLE) }, (_, at) => VALUES.slice(at * WHOLE, (at + 1) * WHOLE));
/** Not among them are HK, MO and PS, of which Chromium has short names of its own, and the other engines and CLDR have long ones. */
const CODES = ['UA', 'GB', 'US', 'CN', 'DE', 'IR', 'CD', 'MM', 'TW', 'CZ', 'CI'];
/** Chromium has no data of these languages, and so English names of countries in an article that names none itself; their dates are in the files of words. */
const UNNAMED = { chromium: ['az', 'be', 'ckb', 'ga', 'hy', 'ka', 'kk', 'mt'] };

/** Words that an older CLDR, in the WebKit that is tested, spells otherwise: October in Hindi. */
const OLDER = { webkit: { hi: ['अक्तूबर', 'अक्टूबर'] } };

/** A name without digits, in which an article would be told its own. */
const named = (at) => String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26));
const dated = (value) => (value.startsWith('julian ') ? { value: value.slice(7), calendar: 'julian' } : value);

/** An article with these dates; a digit behind its language is the headline's. */
function articleOf(tag, values, headline) {
  const [language, digit = ''] = tag.split(' ');
  const events = values.map((value, at) => ({ id: named(at), title: named(at), date: dated(value), countries: [CODES[at % CODES.length]] }));
  return { language, headline: `${headline} ${digit}`, published: '2023-03-21', events };
}

/** What is said of each event, after its title, of how many there are, and the names of countries. */
const SAID = `
  const said = (all) => {
    const texts = (selector) => all(selector).map((one) => one.textContent.replaceAll('\\u2060', ''));
    const titles = texts('[part~="event"] [part~="event-title"]');
    const dates = texts('[part~="event"] [part~="event-date"]');
    const words = [...titles.map((title, at) => title.trim() + ' ' + dates[at]).sort(), ...texts('.imprint-events, .imprint-countries')];
    return arguments[1] ? words : [...words, ...texts('.tile-name, details[part~="country"] .card-title')];
  };`;

/** The differences between page and plain HTML in these languages: a line each. */
async function differences(browser, languages) {
  const found = [];
  await hosting({ 'one.html': page(widget('id="w" loading="eager"', data(articleOf('en', ['2021'], 'first')))) }, async (server) => {
    await browser.open(server.at('one.html'));
    await reaches(browser, 'ready');
    for (const tag of languages) {
      for (const [at, values] of PIECES.entries()) {
        const article = articleOf(tag, values, `${named(at)} ${tag}`);
        await browser.run("document.getElementById('w').article = arguments[0];", article);
        await browser.until("return deep(document, '[part~=\"headline\"]').some((one) => one.textContent.replaceAll('\\u2060', '') === arguments[0]);", article.headline);
        await openAll(browser);
        const [shown, written] = await browser.run(`${SAID}
          const native = new DOMParser().parseFromString(arguments[0], 'text/html');
          return [said((selector) => deep(document, selector)), said((selector) => [...native.querySelectorAll(selector)])];`, rendered(article), (UNNAMED[browser.name] ?? []).includes(tag));
        assert.ok(written.length >= values.length, `${tag}: ${written.length} of ${values.length}`);
        const [older, newer] = OLDER[browser.name]?.[tag] ?? ['', ''];
        for (const [line, text] of written.entries()) {
          if (plain(shown[line] ?? '').replaceAll(older, newer) !== plain(text)) found.push(`${tag}, ${values[line] ?? ''}: the page says “${shown[line]}”, the plain HTML “${text}”`);
        }
      }
    }
  }, { policy: '' });
  return found;
}

const chromium = { only: ['chromium'], because: 'one engine has to say all of them; the ten are said in each' };

eachBrowser('every date is said in every language as in the plain HTML', async (browser) => {
  assert.equal((await differences(browser, LANGUAGES)).join('\n'), '');
}, chromium);

eachBrowser('every date is said in ten languages as in the plain HTML', async (browser) => {
  assert.equal((await differences(browser, TEN)).join('\n'), '');
});
