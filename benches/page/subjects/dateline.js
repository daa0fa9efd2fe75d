// Dateline, as `cargo xtask dist` built it.

export const name = 'Dateline';
export const folders = (here) => ({ dateline: here.dist });

export const page = (events) => {
  const article = {
    schema: 1,
    language: 'en',
    headline: 'Ten years at the strait',
    events: events.map(({ id, title, text, start, end, country }) => ({
      id, title, text, date: end ? `${start}/${end}` : start, countries: [country],
    })),
  };
  return {
    head: '<script type="module" src="/dateline/dateline.js"></script>',
    body: `<dateline-widget><script type="application/json">${JSON.stringify(article)}</script></dateline-widget>`,
  };
};

/** What an event looks like. */
export const shown = ['[part~=event]', '[part~=mark]'];

/** On a phone the axis is folded until it is tapped. */
export const ready = async (tab, hand) => {
  if (await tab.evaluate(`!bench.find('.axis-window')`)) await hand.tap('.axis-fold');
  await tab.until(`!!bench.find('.axis-window [part~=mark]')`);
  await tab.evaluate(`bench.find('.axis-window').scrollIntoView({ block: 'center' })`);
};

/** Where it is held to pan and zoom. */
export const pane = '.axis-window';
/** Something that changes with every step. */
export const place = `bench.all('.axis-stage,.axis-ticks *').slice(0, 12).map((one) => one.style.cssText + one.textContent).join()`;

/** An eighth of all the time, from its middle. */
export const closer = async (tab, hand) => {
  for (let step = 0; step < 3; step += 1) await hand.press('[part~=zoom-in]');
};

export const whole = (tab, hand) => hand.press('[part~=fit]');

export const zoom = 'gesture';
export const buttons = ['[part~=zoom-in]', '[part~=zoom-out]', '[part~=next]', '[part~=next]', '[part~=fit]'];
export const mark = '.axis-window [part~=mark]';
