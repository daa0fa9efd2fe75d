// @ts-check
// A language, and how its texts are folded for search.

/** @type {Intl.DateTimeFormatOptions} */
const YEAR = { year: 'numeric' };
/** @type {Intl.DateTimeFormatOptions} */
const MONTH = { ...YEAR, month: 'long' };
/** @type {Intl.DateTimeFormatOptions} */
const DAY = { ...MONTH, day: 'numeric' };
/** @type {Intl.DateTimeFormatOptions} */
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
/** The forms of a date, by their number. @type {Intl.DateTimeFormatOptions[]} */
const FORMS = [
  YEAR, MONTH, DAY, { ...DAY, ...CLOCK, timeZoneName: 'short' },
  { month: 'short' }, { day: 'numeric' }, { day: 'numeric', month: 'short' }, CLOCK, { weekday: 'long' },
];
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];
/** 0001-01-01T00:00:00Z, in s. */
const COMMON_ERA = -62_135_596_800;

/**
 * The browser's own knowledge of a language, a BCP 47 tag; one that it does not take is
 * treated as English. Formatters are made when they are first needed and kept: making
 * one costs more than using it a hundred times.
 * @param {string} language
 */
export function tongue(language) {
  try {
    new Intl.Locale(language);
  } catch {
    language = 'en-GB';
  }
  /** @type {Intl.DateTimeFormat[]} */
  const dates = [];
  /** @type {Intl.NumberFormat} */ let numbers;
  /** @type {Intl.PluralRules} */ let plurals;
  /** @type {Intl.DisplayNames} */ let names;
  /** @type {Intl.ListFormat} */ let lists;
  /** What was said of late: a range takes long, and an axis asks for the same ones again. @type {Map<string, string>} */
  const said = new Map();
  return {
    /** One date or a range, in s since 1970. @param {number} from @param {number} to @param {number} form */
    date(from, to, form) {
      const key = `${from} ${to} ${form}`;
      const known = said.get(key);
      if (known !== undefined) return known;
      const options = FORMS[form];
      const era = from < COMMON_ERA && 'year' in options;
      try {
        // `gregory` is proleptic in ECMAScript; the article's days are counted in UTC.
        const format = (dates[form * 2 + Number(era)] ??= new Intl.DateTimeFormat(language, {
          timeZone: 'UTC', calendar: 'gregory', ...options, ...(era && { era: 'short' }),
        }));
        const text = from === to ? format.format(from * 1000) : format.formatRange(from * 1000, to * 1000);
        // The thin and no-break spaces, on which engines disagree, as spaces, and none
        // around the dash of a day and a day (“20–22 March 2023”), but not of whole dates.
        const plain = text.replace(/[\u2009\u202f]/g, ' ').replace(/^(.{0,3}\d) – (?=\d)|(\d) – (?=\d.{0,3}$)/, '$1$2–');
        if (said.size > 500) said.clear();
        said.set(key, plain);
        return plain;
      } catch {
        return '';
      }
    },
    /** @param {number} value */
    number: (value) => (numbers ??= new Intl.NumberFormat(language)).format(value),
    /** @param {number} count */
    plural: (count) => PLURALS.indexOf((plurals ??= new Intl.PluralRules(language)).select(count)),
    /** @param {string} code */
    country(code) {
      try {
        return (names ??= new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })).of(code);
      } catch {
        return undefined;
      }
    },
    /** @param {string} items joined by NUL */
    list: (items) => (lists ??= new Intl.ListFormat(language)).format(items.split('\0')),
  };
}

/** Folds a text for search: lower case, compatibility forms made plain, no diacritics. @param {string} text */
export function fold(text) {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
}
