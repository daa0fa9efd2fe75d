// The reader's hand: real input events, by mouse or by finger as the screen has it.

export function hand(tab) {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const mouse = (type, x, y, more = {}) =>
    tab.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1, ...more });
  const touch = (type, ...points) =>
    tab.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const where = async (selector, how = 'middle') => {
    const found = await tab.evaluate(`bench.${how}(${JSON.stringify(selector)})`);
    if (!found) throw new Error(`There is no ${selector} to be touched.`);
    return found;
  };
  const tapAt = async (x, y) => {
    if (tab.touch) {
      await touch('touchStart', [x, y]);
      await touch('touchEnd');
    } else {
      await mouse('mouseMoved', x, y, { button: 'none' });
      await mouse('mousePressed', x, y, { buttons: 1 });
      await mouse('mouseReleased', x, y);
    }
  };

  const self = {
    where,
    pause,
    async tap(selector) {
      const { x, y } = await where(selector);
      await tapAt(x, y);
      await tab.frame();
    },
    /** A button by its own click, wherever on the page it lies. */
    async press(selector) {
      await tab.evaluate(`bench.find(${JSON.stringify(selector)})?.click()`);
      await tab.frame();
      await pause(300);
    },
    /** Holds, moves in steps with a frame after each, calls `between` before letting go. */
    async drag(selector, steps, by, between = async () => {}, bare = false) {
      const { x, y, width } = bare ? await where(selector, 'bare') : await where(selector);
      const from = x + Math.min(width * 0.35, (steps * Math.abs(by)) / 2) * -Math.sign(by);
      const down = tab.touch ? touch('touchStart', [from, y]) : mouse('mousePressed', from, y, { buttons: 1 });
      await down;
      // The first moves are for the timeline to see that it is a drag.
      for (let step = 1; step <= 3; step += 1) await self.moveTo(from + Math.sign(by) * step * 6, y);
      await tab.frame();
      const start = from + Math.sign(by) * 18;
      await between('held');
      for (let step = 1; step <= steps; step += 1) {
        await self.moveTo(start + by * step, y);
        await tab.frame();
        if (step === Math.ceil(steps / 2)) await between('half');
      }
      await tab.frame();
      await between('moved');
      // At rest before it is let go, so that nothing runs on.
      await pause(150);
      if (tab.touch) await touch('touchEnd');
      else await mouse('mouseReleased', start + by * steps, y);
    },
    moveTo: (x, y) => (tab.touch ? touch('touchMove', [x, y]) : mouse('mouseMoved', x, y, { buttons: 1 })),
    /** One step closer or farther: the wheel with Ctrl. */
    async wheel(selector, delta) {
      const { x, y } = await where(selector);
      await tab.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY: delta, modifiers: 2 });
      await tab.frame();
    },
    /** Two fingers that move apart in steps, and together again. */
    async pinch(selector, steps, by, between) {
      const { x, y } = await where(selector);
      const apart = (distance) => [[x - distance, y], [x + distance, y]];
      await touch('touchStart', ...apart(40));
      await touch('touchMove', ...apart(46));
      await tab.frame();
      await between('held');
      for (let step = 1; step <= steps; step += 1) {
        const way = step <= steps / 2 ? step : steps - step;
        await touch('touchMove', ...apart(46 + way * by));
        await tab.frame();
        if (step === Math.ceil(steps / 2)) await between('half');
      }
      await tab.frame();
      await between('moved');
      await touch('touchEnd');
    },
  };
  return self;
}
