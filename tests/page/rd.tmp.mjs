import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const require = createRequire('/work/trees/p3/tests/page/package.json');
const { Readability } = require('@mozilla/readability');
const { JSDOM } = require('jsdom');
const html = readFileSync(process.argv[2], 'utf8');
const r = new Readability(new JSDOM(html, { url: 'https://news.example/frame.html' }).window.document, {debug: process.argv[3]==='d'}).parse();
console.log(r.content.length); console.log(r.content.replace(/\s+/g,' ').slice(0,600)); console.log(r.content.slice(-1500)); console.log(/class="notes"|<ol/.test(r.content), r.content.includes('since a military coup'));
