import type { ChoiceLists } from './choice-sheet.ts';
import { choiceSheetName } from './choice-sheet.ts';
import { hasNotes } from './note-xml.ts';
import type { Sheet } from './sheet.ts';
import { xmlText } from './xml-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** [Content_Types].xml */
export function contentTypesXml(sheets: readonly Sheet[], lists: ChoiceLists): string {
  const count = sheets.length + (lists.isNeeded ? 1 : 0);
  const pages = Array.from({ length: count }, (_none, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheetType}.worksheet+xml"/>`);
  const notes = sheets.flatMap((sheet, index) => (hasNotes(sheet) ? [`<Override PartName="/xl/comments${index + 1}.xml" ContentType="${spreadsheetType}.comments+xml"/>`] : []));
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheetType}.styles+xml"/>${pages.join('')}${notes.join('')}</Types>`;
}

/** _rels/.rels */
export const rootRelationsXml = `${declaration}<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${officeRelation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** xl/workbook.xml */
export function workbookXml(sheets: readonly Sheet[], lists: ChoiceLists): string {
  const pages = sheets.map(({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const hidden = lists.isNeeded ? `<sheet name="${choiceSheetName}" sheetId="${sheets.length + 1}" state="hidden" r:id="rId${sheets.length + 1}"/>` : '';
  return `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelation}"><bookViews><workbookView/></bookViews><sheets>${pages.join('')}${hidden}</sheets></workbook>`;
}

/** xl/_rels/workbook.xml.rels */
export function workbookRelationsXml(sheets: readonly Sheet[], lists: ChoiceLists): string {
  const count = sheets.length + (lists.isNeeded ? 1 : 0);
  const pages = Array.from({ length: count }, (_none, index) => `<Relationship Id="rId${index + 1}" Type="${officeRelation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
  return `${declaration}<Relationships xmlns="${packageRelation}">${pages.join('')}<Relationship Id="rId${count + 1}" Type="${officeRelation}/styles" Target="styles.xml"/></Relationships>`;
}

/** xl/worksheets/_rels/sheetN.xml.rels of a sheet with notes. */
export function sheetRelationsXml(number: number): string {
  return `${declaration}<Relationships xmlns="${packageRelation}"><Relationship Id="rId1" Type="${officeRelation}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/><Relationship Id="rId2" Type="${officeRelation}/comments" Target="../comments${number}.xml"/></Relationships>`;
}
