// vis-timeline, the build that brings all it needs, as its documentation shows it;
// only that a plain wheel scrolls the page, as on a page of news it must.

export const name = 'vis-timeline';
export const folders = (here) => ({ vis: `${here.modules}/vis-timeline` });

export const page = (events) => {
  const items = events.map(({ id, title, start, end }) => ({ id, content: title, start, end }));
  return {
    head: `<link rel="stylesheet" href="/vis/styles/vis-timeline-graph2d.min.css">
<script src="/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>`,
    body: `<div id="timeline"></div>
<script type="application/json" id="data">${JSON.stringify(items)}</script>
<script>
  const items = new vis.DataSet(JSON.parse(document.getElementById('data').textContent));
  globalThis.timeline = new vis.Timeline(document.getElementById('timeline'), items, { height: '480px', zoomKey: 'ctrlKey' });
</script>`,
  };
};

export const shown = ['.vis-item'];
export const ready = async () => {};
export const pane = '.vis-center';
export const place = `String(timeline.getWindow().start.valueOf()) + timeline.getWindow().end.valueOf()`;

export const closer = (tab) => tab.evaluate(`{
  const { min, max } = timeline.getItemRange();
  const middle = (min.valueOf() + max.valueOf()) / 2, half = (max - min) / 16;
  timeline.setWindow(middle - half, middle + half, { animation: false });
}`);

export const whole = (tab) => tab.evaluate('timeline.fit({ animation: false })');

export const zoom = 'gesture';
export const buttons = [];
export const mark = '.vis-item .vis-item-content';
