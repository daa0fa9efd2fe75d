// docs/api.md, from the manifest and the types, which tests hold against the element.

import { readFileSync } from 'node:fs';

const www = (path) => readFileSync(new URL(`../../../www/${path}`, import.meta.url), 'utf8');

/** A cell of a table: in code where it is a name, with its bars kept from being the table's. */
const cell = (text) => text.replaceAll('|', '\\|');
const code = (text) => `\`${cell(text)}\``;
const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

/** The members of an interface in the types, with what is said of them. */
function members(types, name) {
  const [, body] = types.match(new RegExp(`export interface ${name} \\{([^]*?)^\\}`, 'm'));
  return [...body.matchAll(/(?:^ {2}\/\*\*([^]*?)\*\/\n)?^ {2}(\w+): (.*);$/gm)]
    .map(([, said = '', member, type]) => ({ member, type, said: said.replace(/\s*\n\s*\*\s*/g, ' ').trim() }));
}

/** What the detail of each event is, by the name of its type. */
function details(types, element) {
  const named = [...new Set(element.events.flatMap(({ type }) => type.text.match(/Dateline\w+/g)))];
  return named.map((name) => `\`${name}\`:\n\n${table(['Member', 'Type', 'What it says'], members(types, name).map(({ member, type, said }) => [code(member), code(type), cell(said)]))}`);
}

/** The whole document. */
export function api() {
  const { modules: [{ declarations: [element] }] } = JSON.parse(www('custom-elements.json'));
  const types = www('dateline.d.ts');
  const named = ({ name, type, description }) => [code(name), code(type.text), cell(description)];
  const fields = element.members.filter(({ kind }) => kind === 'field');
  const methods = element.members.filter(({ kind }) => kind === 'method');
  const signature = ({ name, parameters = [], return: returned }) => `${name}(${parameters.map((one) => `${one.name}: ${one.type.text}`).join(', ')}): ${returned?.type.text ?? 'void'}`;
  return `# The element, in tables

\`<dateline-widget>\` as a page knows it. \`custom-elements.json\` says the same to tools, \`dateline.d.ts\` to TypeScript. This page is made of both by \`node tests/page/api.js\`.

- [Attributes](#attributes)
- [Properties](#properties)
- [Methods](#methods)
- [Events](#events)
- [Children](#children)
- [Parts](#parts)
- [Custom properties](#custom-properties)

## Attributes

${table(['Attribute', 'Type', 'What it does'], element.attributes.map((one) => [code(one.name), code(one.type.text), cell(one.description) + (one.default ? ` ${code(one.default)} if left out.` : '')]))}

## Properties

${table(['Property', 'Type', 'What it is'], fields.map((one) => [code(one.name) + (one.readonly ? ', read only' : ''), code(one.type.text), cell(one.description)]))}

## Methods

${table(['Method', 'What it does'], methods.map((one) => [code(signature(one)), cell(one.description)]))}

What a page does by \`select()\` is not what its reader did: it writes nothing into the page's address, and a step back does not undo it. The reader's own choices do, unless \`address="off"\`. The event \`dateline-select\` tells of both. In [a frame](embedding.md#a-frame-on-other-peoples-pages) the page around hears of both as well, and keeps both in its address.

## Events

All bubble, cross the bounds of shadow roots, and carry plain objects. They come after what they tell of is on the screen.

${table(['Event', 'Type', 'When it comes'], element.events.map(named))}

${details(types, element).join('\n\n')}

## Children

${table(['Slot', 'What it holds'], element.slots.map(({ name, description }) => [name ? code(name) : 'the only one', cell(description)]))}

## Parts

For \`dateline-widget::part(…)\`; [How Dateline looks](theming.md) has examples.

${table(['Part', 'What it is'], element.cssParts.map(({ name, description }) => [code(name), cell(description)]))}

## Custom properties

${table(['Property', 'Syntax', 'If not set', 'What it is'], element.cssProperties.map((one) => [code(one.name), code(one.syntax), code(one.default), cell(one.description)]))}
`;
}
