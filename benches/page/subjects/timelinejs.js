// TimelineJS, in the box of 600 px that its documentation asks for; without its web
// fonts, which are on another server, and without its counting of readers.

export const name = 'TimelineJS';
export const folders = (here) => ({ timelinejs: `${here.modules}/@knight-lab/timelinejs/dist` });

const date = (text) => {
  const [year, month, day] = text.split('-').map(Number);
  return { year, month, day };
};

export const page = (events) => {
  const data = {
    events: events.map(({ id, title, text, start, end }) => ({
      unique_id: id, start_date: date(start), end_date: end && date(end), text: { headline: title, text },
    })),
  };
  return {
    head: `<link rel="stylesheet" href="/timelinejs/css/timeline.css">
<script src="/timelinejs/js/timeline.js"></script>`,
    body: `<div id="timeline" style="width: 100%; height: 600px"></div>
<script type="application/json" id="data">${JSON.stringify(data)}</script>
<script>
  globalThis.timeline = new TL.Timeline('timeline', JSON.parse(document.getElementById('data').textContent));
</script>`,
  };
};

export const shown = ['.tl-timemarker', '.tl-slide .tl-headline'];
export const ready = async () => {};
export const pane = '.tl-timenav-slider-background';
/** A drag that begins on an event moves nothing. */
export const bare = true;
export const place = `(() => {
  const slider = bench.find('.tl-timenav-slider');
  return slider.style.left + slider.style.transform + bench.find('.tl-timenav-interval,.tl-timeaxis-content-container').style.cssText
    + bench.all('.tl-timemarker').slice(0, 5).map((one) => one.style.left).join();
})()`;
/** It opens where it decides to. */
export const closer = async () => {};
export const whole = async () => {};

/** It knows no gesture to zoom. */
export const zoom = ['.tl-menubar-button:nth-child(1)', '.tl-menubar-button:nth-child(2)'];
export const buttons = ['.tl-menubar-button:nth-child(1)', '.tl-menubar-button:nth-child(2)', '.tl-slidenav-next', '.tl-slidenav-next'];
export const mark = '.tl-timemarker .tl-timemarker-content-container';
