// Figures of several runs, and how they are printed.

/** The middle one of those that are numbers; otherwise the first word that is there. */
export function median(values) {
  const numbers = values.filter((value) => typeof value === 'number' && Number.isFinite(value)).sort((a, b) => a - b);
  if (!numbers.length) return values.find((value) => typeof value === 'string') ?? null;
  const half = numbers.length >> 1;
  return numbers.length % 2 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2;
}

const rounded = (value, digits) => value.toFixed(digits);

export const ms = (value) => spelt(value, (time) => `${rounded(time, time < 10 ? 2 : time < 100 ? 1 : 0)} ms`);
export const seconds = (value) => spelt(value, (time) => `${rounded(time / 1000, 2)} s`);
export const megabytes = (value) => spelt(value, (bytes) => `${rounded(bytes / 1e6, 1)} MB`);
export const kilobytes = (value) => spelt(value, (bytes) => `${rounded(bytes / 1e3, 1)} kB`);
export const count = (value) => spelt(value, (number) => number.toLocaleString('en'));

function spelt(value, spell) {
  if (typeof value === 'number') return spell(value);
  if (value === 'too slow') return '> 60 s';
  return value ? 'failed' : '–';
}
