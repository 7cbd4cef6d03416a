import { makeZip } from '../../files/testing/make-zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Sheets as other programs write them: the inside of `<worksheet>` by sheet name. */
export interface RawWorkbook {
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  readonly texts?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** Puts an xlsx file together from raw XML, so that tests can read what our own writer never writes. */
export function makeXlsx({ sheets, hidden = [], texts, styles, more = {} }: RawWorkbook): Buffer {
  const names = Object.keys(sheets);
  const list = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`).join('');
  const targets = [...names.map((_name, index) => [`rId${index + 1}`, `worksheets/sheet${index + 1}.xml`]), ['rIdS', 'styles.xml'], ['rIdT', '/xl/sharedStrings.xml']];
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.map(([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`).join('')}</Relationships>`,
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${texts}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns="${main}">${sheets[name]}</worksheet>`])),
    ...more,
  };
  return makeZip(Object.entries(parts).map(([name, content]) => ({ name, content })));
}

/** `<sheetData>` of rows of texts; null leaves a cell out. */
export function sheetData(rows: readonly (readonly (string | null)[])[]): string {
  const cell = (text: string | null, row: number, column: number): string =>
    (text === null ? '' : `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells.map((text, column) => cell(text, index + 1, column)).join('')}</row>`).join('')}</sheetData>`;
}
