export { cellPosition, columnLetters } from './cell-position.ts';
export { defineSheet, type CellFormat, type CellValue, type Sheet, type SheetColumn } from './write/sheet.ts';
export { streamWorkbook, workbookAnswer, writeWorkbook, xlsxMediaType } from './write/write-workbook.ts';
export { annotateWorkbook, type SheetNotes } from './write/annotate-workbook.ts';
export { openSpreadsheet, type Spreadsheet } from './read/open-spreadsheet.ts';
export { defaultReadLimits, type Cell, type ReadLimits, type SheetRow } from './read/sheet-row.ts';
export { findSheet, openTable, plainTitle, type Table, type TableColumn, type TableRow } from './read/open-table.ts';
export { RowReader, splitList, type CellIssue } from './read/row-reader.ts';
export { choiceList, type ChoiceList } from './read/choice-list.ts';
