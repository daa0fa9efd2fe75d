// What a screen reader is told, read from Chromium's accessibility tree.

import assert from 'node:assert/strict';
import { ARTICLE, eachBrowser, openAll, visit } from './harness/index.js';

const chromium = { only: ['chromium'], because: 'only Chromium hands out its accessibility tree' };

/** The tree's nodes that are not ignored, in order, each with role, name, properties. */
async function tree(browser) {
  const { nodes } = await browser.devtools('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const out = [];
  const walk = (node, inside) => {
    const role = node.role?.value;
    const told = !node.ignored && !['generic', 'none', 'InlineTextBox'].includes(role);
    const one = {
      role,
      name: node.name?.value ?? '',
      inside,
      ...Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
    };
    if (told) out.push(one);
    for (const id of node.childIds ?? []) {
      if (byId.has(id)) walk(byId.get(id), told ? [...inside, role] : inside);
    }
  };
  walk(nodes.find((node) => !node.parentId), []);
  return out;
}

eachBrowser('regions have names, and headings go down one level at a time', async (browser) => {
  await visit(browser);
  const nodes = await tree(browser);
  const regions = nodes.filter(({ role }) => role === 'region' || role === 'search' || role === 'navigation');
  assert.ok(regions.length >= 2);
  for (const { role, name } of regions.filter(({ role: kind }) => kind !== 'search')) {
    assert.notEqual(name, '', `a ${role} has no name`);
  }
  let last = 0;
  for (const { name, level } of nodes.filter(({ role }) => role === 'heading')) {
    assert.ok(level <= last + 1, `“${name}” is level ${level} after level ${last}`);
    last = level;
  }
  assert.equal(nodes.filter(({ role, level }) => role === 'heading' && level === 1).length, 1);
}, chromium);

eachBrowser('the list is the timeline: one item an event, its date in words before its title', async (browser) => {
  await visit(browser);
  const atRest = (await browser.all('[part~="event"]')).length;
  assert.ok(atRest >= 5 && atRest < ARTICLE.events.length, `${atRest} rows at rest`);
  assert.deepEqual(await browser.texts('#dateline-open-events'), [`All ${ARTICLE.events.length} events`], 'how many there are is said');
  await browser.click('#dateline-open-events');
  await browser.until("return deep(document, '[part~=\"event\"]').length === arguments[0];", ARTICLE.events.length);
  const nodes = await tree(browser);
  const lists = nodes.filter(({ role }) => role === 'list');
  assert.ok(lists.length > 0);
  for (const { title } of ARTICLE.events) {
    const toggle = nodes.find(({ role, name }) => role === 'button' && name.endsWith(` ${title}`));
    assert.ok(toggle, `“${title}” is not a button`);
    assert.match(toggle.name.slice(0, -title.length), /^[^“”]*\b\d{4}\b/, 'its date is said before it');
    assert.equal(toggle.expanded, false);
    assert.ok(toggle.inside.includes('listitem'), `“${title}” is not in a list`);
  }
  const dates = await browser.all('[part~="event-date"] time[datetime]');
  // HTML has no form for a date of several days.
  assert.equal(dates.length, ARTICLE.events.filter(({ date }) => !date.value.includes('/')).length);
  const words = await browser.texts('[part~="event-date"]');
  for (const date of words) {
    assert.match(date, /[A-Za-z]{3}/, `“${date}” is not in words`);
  }
}, chromium);

eachBrowser('every toggle tells its state, and nothing that can be pressed lacks a name', async (browser) => {
  await visit(browser);
  await browser.click('[part~="search-open"]');
  await browser.one('[part~="search"] input');
  await openAll(browser);
  const nodes = await tree(browser);
  for (const { role, name } of nodes.filter(({ role }) => ['button', 'link', 'searchbox', 'textbox', 'slider'].includes(role))) {
    assert.notEqual(name, '', `a ${role} has no name`);
  }
  const field = nodes.find(({ role }) => role === 'searchbox');
  assert.ok(field, 'the search is a search box');
  for (const { name } of ARTICLE.countries) {
    const toggle = nodes.find((node) => node.role === 'button' && node.name.startsWith(`${name} `) && node.expanded !== undefined);
    assert.ok(toggle, `${name} has no toggle that tells its state`);
  }
}, chromium);

eachBrowser('each action is announced once, politely', async (browser) => {
  await visit(browser);
  const live = await browser.run(`
    return deep(document, '[role="status"], [aria-live]').map((one) => one.getAttribute('aria-live') ?? 'polite');`);
  assert.deepEqual(live, ['polite']);
  await browser.run(`
    window.said = [];
    const [status] = deep(document, '[role="status"]');
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });`);
  await browser.click('#dateline-event-0');
  await browser.until('return window.said.length > 0;');
  const title = (await browser.texts('[part~="event"] button[aria-expanded="true"] [part~="event-title"]'))[0];
  await browser.click('#dateline-country-0');
  await browser.until('return window.said.length > 1;');
  const said = await browser.run('return window.said;');
  assert.equal(said.length, 2, said.join(' | '));
  assert.ok(said[0].includes(title), said[0]);
  assert.match(said[1], /\d+ of \d+/);
  for (const words of said) assert.ok(words.length < 60, `${words.length} characters: ${words}`);
}, chromium);

eachBrowser('the axis is one named group, and its marks are one stop', async (browser) => {
  await visit(browser);
  const axes = await browser.run(`
    return deep(document, '[part~="axis"]').map((axis) => ({
      role: axis.getAttribute('role'),
      name: axis.getAttribute('aria-label'),
      lists: axis.querySelectorAll('[role="listbox"]').length,
      marks: axis.querySelectorAll('[part~="mark"], [part~="cluster"]').length,
      options: axis.querySelectorAll('[role="option"]').length,
      stops: [...axis.querySelectorAll('[role="listbox"], [role="option"], [part~="mark"], [part~="cluster"]')]
        .filter((one) => one.tabIndex >= 0).length,
    }));`);
  assert.equal(axes.length, 1);
  const [{ role, name, lists, marks, options, stops }] = axes;
  assert.deepEqual({ role, lists, stops }, { role: 'group', lists: 1, stops: 1 });
  assert.ok(name, 'the axis has a name');
  assert.ok(marks > 0 && options === marks, `${marks} marks are ${options} options`);
}, chromium);
