/** `import 'dateline'` defines `<dateline-widget>`. */
export * from './element.js';
