import type { NoticeDefinition } from '../definition.contract.ts';
import type { FilledBlock } from '../fill-placeholders.ts';
import type { SealOutline } from '../seal/seal-outline.ts';
import { mm, PAGE, type Canvas, type TextStyle } from './canvas.ts';
import { drawQrCode } from './draw-qr-code.ts';
import { drawSignature } from './draw-signature.ts';
import { drawFields, drawTable } from './draw-table.ts';
import { AREA, BODY, LEADING, PageFlow } from './page-flow.ts';

/** An official document whose texts are filled. */
export interface FilledNotice extends Pick<NoticeDefinition, 'kind'> {
  readonly letterhead: string | undefined;
  readonly organization: string | undefined;
  readonly title: string;
  readonly number: string | undefined;
  readonly blocks: readonly FilledBlock[];
  readonly signature: { readonly organization: string; readonly date: string } | undefined;
  readonly closing: readonly FilledBlock[];
}

const RED = '#E60012';
const TITLE: TextStyle = { size: 22, weight: 'bold' };
const TITLE_LEADING = 34;
const QR_SIZE = 78;
/** What a signature by hand is drawn beside. */
export const handwritingLabel = '签收人签名：';
const HANDWRITING = { width: mm(60), height: mm(20) };

/** What a notice carries besides its text. */
interface Marks { readonly seal: SealOutline | undefined; readonly handwriting: Buffer | undefined }

/** Draws an official document over as many pages as it needs, with page numbers; returns how many. */
export function drawNotice(canvas: Canvas, notice: FilledNotice, { seal, handwriting }: Marks, spacing: keyof typeof LEADING): number {
  const flow = new PageFlow(canvas, LEADING[spacing]);
  const signatureGap = flow.leading * 2;
  drawHead(flow, notice);
  const signatureHeight = notice.signature ? signatureGap + flow.leading * 2 + mm(6) : 0;
  notice.blocks.forEach((block, index) => {
    // The signature never stands alone on a page: the last paragraph goes with it.
    if (index === notice.blocks.length - 1 && notice.signature) flow.require(heightOfText(flow, block) + signatureHeight);
    drawBlock(flow, block);
  });
  if (handwriting) drawHandwriting(flow, handwriting);
  const [first, ...others] = notice.closing;
  const signatureWidth = canvas.measure(notice.signature?.organization ?? '', BODY) + BODY.size * 2;
  const besides = notice.signature && first?.type === 'qr' && signatureWidth < AREA.width - mm(50) ? first : undefined;
  if (notice.signature) {
    flow.require(signatureHeight);
    if (besides) drawQrBesideSignature(flow, besides);
    const place = { right: AREA.left + AREA.width - BODY.size * 2, top: flow.y + signatureGap, leading: flow.leading, style: BODY };
    drawSignature(canvas, notice.signature, place, seal);
    flow.y += signatureHeight + (seal ? mm(8) : 0);
  }
  for (const block of besides ? others : notice.closing) drawBlock(flow, block);
  return numberPages(canvas);
}

function drawHead(flow: PageFlow, { letterhead, organization, title, number }: FilledNotice): void {
  if (letterhead !== undefined) drawLetterhead(flow, letterhead, number);
  else flow.y -= mm(8);
  if (letterhead === undefined && organization !== undefined) flow.paragraph(organization, { style: TITLE, leading: TITLE_LEADING, align: 'center' });
  flow.paragraph(title, { style: TITLE, leading: TITLE_LEADING, align: 'center' });
  if (letterhead === undefined && number !== undefined) {
    flow.y += 4;
    flow.paragraph(number, { style: BODY, leading: flow.leading, align: 'center' });
  }
  flow.y += flow.leading * 0.6;
}

function drawLetterhead(flow: PageFlow, letterhead: string, number: string | undefined): void {
  const { canvas } = flow;
  const natural = canvas.measure(letterhead, { size: 100, weight: 'bold' });
  const size = Math.min(34, (AREA.width / natural) * 98);
  const spacing = Math.min(6, Math.max(0, (AREA.width - (natural * size) / 100) / [...letterhead].length / 2));
  canvas.alignedLine(letterhead, AREA.left, AREA.width, AREA.top + size * 0.6, { size, weight: 'bold', color: RED, spacing }, 'center');
  flow.y = AREA.top + size + mm(6);
  if (number !== undefined) flow.paragraph(number, { style: BODY, leading: flow.leading, align: 'center' });
  flow.y += mm(2);
  canvas.rule(AREA.left, flow.y, AREA.left + AREA.width, flow.y, 1.6, RED);
  flow.y += mm(10);
}

function heightOfText(flow: PageFlow, block: FilledBlock): number {
  if (block.type !== 'paragraph' && block.type !== 'list-entry') return 0;
  return flow.heightOf(block.text, { style: BODY, leading: flow.leading, indent: BODY.size * 2 });
}

function drawBlock(flow: PageFlow, block: FilledBlock): void {
  switch (block.type) {
    case 'space':
      flow.y += block.lines * flow.leading;
      return;
    case 'paragraph': {
      const { align = 'left', indent = align === 'left', bold = false } = block;
      const style: TextStyle = bold ? { ...BODY, weight: 'bold' } : BODY;
      flow.paragraph(block.text, { style, leading: flow.leading, align, indent: indent ? BODY.size * 2 : 0 });
      return;
    }
    case 'list-entry':
      flow.paragraph(block.text, { style: BODY, leading: flow.leading, indent: BODY.size * 2 });
      return;
    case 'filled-table':
      drawTable(flow, block.columns, block.rows);
      return;
    case 'fields':
      drawFields(flow, block.rows, block.labelWidth);
      return;
    case 'qr':
      drawQrBlock(flow, block);
  }
}

function drawQrBlock(flow: PageFlow, { content, caption }: { content: string; caption: string }): void {
  flow.require(QR_SIZE + 12);
  drawQrCode(flow.canvas, content, AREA.left, flow.y + 6, QR_SIZE);
  const { y } = flow;
  flow.y += 6 + QR_SIZE / 2 - 12;
  flow.paragraph(caption, { style: { size: 12 }, leading: 20, left: AREA.left + QR_SIZE + 14, width: AREA.width - QR_SIZE - 14 });
  flow.y = Math.max(flow.y, y + QR_SIZE + 12);
}

function drawHandwriting(flow: PageFlow, picture: Buffer): void {
  const { width, height } = HANDWRITING;
  flow.require(height + 8);
  const { canvas, y } = flow;
  canvas.line(handwritingLabel, AREA.left, y + height / 2 + 8, BODY);
  canvas.pdf.image(picture, AREA.left + canvas.measure(handwritingLabel, BODY) + 6, y + 4, { fit: [width, height], valign: 'center' });
  flow.y += height + 8;
}

/** The code stands in the free half beside organisation and date, with its caption below. */
function drawQrBesideSignature({ canvas, y, leading }: PageFlow, { content, caption }: { content: string; caption: string }): void {
  const top = y + leading * 0.7;
  drawQrCode(canvas, content, AREA.left, top, QR_SIZE);
  caption.split('\n').forEach((line, index) => canvas.line(line, AREA.left, top + QR_SIZE + 13 + index * 13, { size: 9 }));
}

function numberPages(canvas: Canvas): number {
  const { count } = canvas.pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    canvas.pdf.switchToPage(page);
    canvas.alignedLine(`— ${page + 1} —`, AREA.left, AREA.width, PAGE.height - mm(24), { size: 12 }, 'center');
  }
  return count;
}
