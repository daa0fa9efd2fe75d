// A spreadsheet as office programs write it: date, title, text and country of each event.

import { strToU8, zipSync } from 'fflate';

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cell = (text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
const row = (cells) => `<row>${cells.map(cell).join('')}</row>`;
const link = (kind, target) => `<Relationships xmlns="${LINKS}"><Relationship Id="r1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;

/** The bytes of an XLSX file. */
export function spreadsheet(events) {
  const rows = [['Date', 'Title', 'Text', 'Country'], ...events.map(({ start, title, text, country }) => [start, title, text, country])];
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': link('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Events" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': link('worksheet', 'sheet.xml'),
    'xl/sheet.xml': `<worksheet xmlns="${SHEET}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)])));
}
