import { columnLetters } from '../cell-position.ts';
import type { Sheet } from './sheet.ts';
import { xmlText } from './xml-text.ts';

/** Whether a sheet has notes on its headings. */
export function hasNotes({ columns }: Sheet): boolean {
  return columns.some(({ note }) => note !== undefined && note !== '');
}

function notesOf({ columns }: Sheet): { column: number; note: string }[] {
  return columns.flatMap(({ note }, index) => (note ? [{ column: index + 1, note }] : []));
}

/** xl/commentsN.xml: the notes on the headings. */
export function commentsXml(sheet: Sheet): string {
  const comments = notesOf(sheet).map(({ column, note }) =>
    `<comment ref="${columnLetters(column)}1" authorId="0"><text><r><rPr><sz val="10"/><rFont val="宋体"/></rPr><t xml:space="preserve">${xmlText(note)}</t></r></text></comment>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>填写说明</author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** Lines a note takes in a box of 30 Chinese characters. */
function linesOf(note: string): number {
  return note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 20)), 0);
}

/** xl/drawings/vmlDrawingN.vml: the boxes of the notes, without which Excel does not show them. */
export function noteBoxesXml(sheet: Sheet): string {
  const boxes = notesOf(sheet).map(({ column, note }, index) => `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:220pt;height:${linesOf(note) * 16 + 12}pt;z-index:${index + 1};visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto">
<v:fill color2="#fffbe6"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>
<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column},12,1,4,${column + 3},20,${1 + linesOf(note)},8</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`);
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
${boxes.join('\n')}</xml>`;
}
