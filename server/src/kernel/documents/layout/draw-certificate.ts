import type { CertificateDefinition, FieldCell } from '../definition.contract.ts';
import type { SealOutline } from '../seal/seal-outline.ts';
import { breakLines } from './break-lines.ts';
import { mm, PAGE, type Canvas, type TextStyle } from './canvas.ts';
import { drawQrCode } from './draw-qr-code.ts';
import { drawSignature } from './draw-signature.ts';
import { makeForm, type PaintedForm } from './painted-form.ts';

/** A licence whose texts are filled. */
export interface FilledCertificate extends Pick<CertificateDefinition, 'kind'> {
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly number: string;
  readonly fields: readonly FieldCell[];
  readonly statement: string | undefined;
  readonly signature: { readonly organization: string; readonly date: string };
  readonly qr: { readonly content: string; readonly caption: string };
  readonly footer: string;
}

const GOLD = '#A8823A';
const INK = '#222222';
const LABEL: TextStyle = { size: 15, weight: 'bold', color: INK };
const VALUE: TextStyle = { size: 15, color: INK };
const LEFT = mm(32);
const WIDTH = PAGE.width - 2 * LEFT;
/** Least and most that the column of labels takes; longer labels are set smaller. */
const LABEL_COLUMN = { least: 108, most: 176 };
const STATEMENT: TextStyle & { size: number } = { size: 13, color: INK };
const STATEMENT_LEADING = 22;
const QR_SIZE = mm(30);
const BOTTOM = PAGE.height - mm(30);

/** Draws the face of a licence on one page. */
export function drawCertificate(canvas: Canvas, certificate: FilledCertificate, seal: SealOutline | undefined): void {
  drawBorder(canvas);
  let y = mm(62);
  const titleSize = Math.min(38, (WIDTH / canvas.measure(certificate.title, { size: 1, weight: 'bold' })) * 0.94);
  const spacing = [...certificate.title].length <= 8 ? titleSize * 0.3 : 2;
  canvas.alignedLine(certificate.title, LEFT, WIDTH, y, { size: Math.min(titleSize, 38 - spacing * 0.2), weight: 'bold', color: INK, spacing }, 'center');
  y += 28;
  if (certificate.subtitle !== undefined) canvas.alignedLine(certificate.subtitle, LEFT, WIDTH, y, { size: 14, color: INK }, 'center');
  y += 34;
  canvas.alignedLine(certificate.number, LEFT, WIDTH, y, { size: 13, color: INK }, 'right');
  y += 20;
  const signatureTop = BOTTOM - mm(48);
  const statement = certificate.statement === undefined ? [] : breakStatement(canvas, certificate.statement);
  const statementHeight = statement.length * STATEMENT_LEADING + 18;
  y = drawFieldLines(canvas, certificate.fields, y, signatureTop - mm(8) - statementHeight);
  drawStatement(canvas, statement, y + 10);
  drawFoot(canvas, certificate, signatureTop, seal);
}

function drawBorder(canvas: Canvas): void {
  const frame = (inset: number, width: number): void => {
    canvas.pdf.lineWidth(width).rect(inset, inset, PAGE.width - 2 * inset, PAGE.height - 2 * inset).stroke(GOLD);
  };
  frame(mm(12), 3);
  frame(mm(14), 0.8);
  frame(mm(18), 0.8);
  canvas.pdf.lineWidth(0.5).strokeColor(GOLD);
  canvas.paint('Border', borderPattern);
}

/** The lozenges between the frames, the same on every licence. */
function makeBorderPattern(): PaintedForm {
  const [near, far] = [mm(14), mm(18)];
  const lozenges: string[] = [];
  for (let x = near; x + 8 < PAGE.width - near; x += 8.06)
    lozenges.push(lozenge(x, near, x + 8.06, far), lozenge(x, PAGE.height - far, x + 8.06, PAGE.height - near));
  for (let y = far; y + 8 < PAGE.height - far; y += 8.06)
    lozenges.push(lozenge(near, y, far, y + 8.06), lozenge(PAGE.width - far, y, PAGE.width - near, y + 8.06));
  return makeForm([0, 0, PAGE.width, PAGE.height], `${lozenges.join('\n')}\nS`);
}

function lozenge(left: number, top: number, right: number, bottom: number): string {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const corners = [[x, top + 1.6], [right - 0.8, y], [x, bottom - 1.6], [left + 0.8, y]];
  return `${corners.map((corner, index) => `${corner.map((at) => at.toFixed(2)).join(' ')} ${index === 0 ? 'm' : 'l'}`).join(' ')} h`;
}

const borderPattern = makeBorderPattern();

/** Field lines share the height that is there; where it gets tight, the letters get smaller with it. */
function drawFieldLines(canvas: Canvas, fields: readonly FieldCell[], top: number, bottom: number): number {
  const longest = Math.max(0, ...fields.map(({ label }) => canvas.measure(label, LABEL)));
  const labelWidth = Math.min(LABEL_COLUMN.most, Math.max(LABEL_COLUMN.least, longest + 26));
  const wrap = (style: TextStyle) => fields.map(({ label, text }) => ({ label, lines: breakLines(text, WIDTH - labelWidth - 6, (part) => canvas.measure(part, style)) }));
  const heightOf = (lines: number): number => (bottom - top) / Math.max(1, lines);
  const counted = (wrapped: ReturnType<typeof wrap>): number => wrapped.reduce((sum, { lines }) => sum + lines.length, 0);
  const size = Math.min(VALUE.size, Math.max(9, heightOf(counted(wrap(VALUE))) * 0.68));
  const value: TextStyle = { ...VALUE, size };
  const wrapped = wrap(value);
  const leading = Math.min(38, heightOf(counted(wrapped)));
  let y = top;
  for (const { label, lines } of wrapped) {
    drawSpreadLabel(canvas, label, y + leading * 0.62, labelWidth, size);
    lines.forEach((line, index) => {
      const baseline = y + leading * (index + 0.62);
      canvas.line(line, LEFT + labelWidth + 6, baseline, value);
      canvas.rule(LEFT + labelWidth, baseline + 6, LEFT + WIDTH, baseline + 6, 0.4, '#8C8C8C');
    });
    y += leading * lines.length;
  }
  return y;
}

/** Spreads a label over its column so that all labels end at the same place, as printed licences do. */
function drawSpreadLabel(canvas: Canvas, label: string, baseline: number, column: number, size: number): void {
  const characters = [...label];
  const room = column - 24;
  const style: TextStyle = { ...LABEL, size: Math.min(size, (room / canvas.measure(label, { ...LABEL, size: 1 })) * 0.98) };
  const free = room - canvas.measure(label, style);
  const spacing = characters.length > 1 ? Math.max(0, Math.min(style.size * 2, free / (characters.length - 1))) : 0;
  canvas.line(label, LEFT, baseline, { ...style, spacing });
  canvas.line('：', LEFT + column - 22, baseline, { ...LABEL, size });
}

function breakStatement(canvas: Canvas, statement: string): string[] {
  return breakLines(statement, WIDTH, (part) => canvas.measure(part, STATEMENT), STATEMENT.size * 2);
}

function drawStatement(canvas: Canvas, lines: readonly string[], top: number): void {
  lines.forEach((line, index) => canvas.line(line, LEFT + (index === 0 ? STATEMENT.size * 2 : 0), top + STATEMENT_LEADING * (index + 1), STATEMENT));
}

function drawFoot(canvas: Canvas, { qr, signature, footer }: FilledCertificate, signatureTop: number, seal: SealOutline | undefined): void {
  drawQrCode(canvas, qr.content, LEFT, signatureTop - mm(4), QR_SIZE);
  canvas.alignedLine(qr.caption, LEFT - mm(8), QR_SIZE + mm(16), signatureTop - mm(4) + QR_SIZE + 14, { size: 10, color: INK }, 'center');
  const place = { right: LEFT + WIDTH - 12, top: signatureTop + mm(4), leading: 28, style: { size: 15, color: INK } };
  drawSignature(canvas, signature, place, seal);
  canvas.alignedLine(footer, LEFT - mm(8), WIDTH + mm(16), BOTTOM, { size: 9, color: '#555555' }, 'center');
}
