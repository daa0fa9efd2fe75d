// An empty page that hears of each step and does nothing: what is measured on it is
// what the measuring costs.

export const name = 'nothing';
export const folders = () => ({});

export const page = () => ({
  head: '<style>#pane { height: 480px; touch-action: none; }</style>',
  body: `<div id="pane">There is nothing here.</div>
<script>
  globalThis.heard = 0;
  const hear = (event) => { heard += 1; event.preventDefault(); };
  for (const name of ['pointermove', 'wheel']) document.getElementById('pane').addEventListener(name, hear, { passive: false });
</script>`,
});

export const shown = ['#pane'];
export const ready = async () => {};
export const closer = async () => {};
export const whole = async () => {};
export const pane = '#pane';
export const place = 'String(heard)';
export const zoom = 'gesture';
export const buttons = [];
export const mark = '#pane';
