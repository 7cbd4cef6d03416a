import type { Font } from 'fontkit';
import { isUnprinted, type ResolvedFonts } from '../fonts/document-fonts.ts';
import type { FontWeight } from '../fonts/font-sources.ts';
import { SEAL_COLOUR, type SealOutline } from '../seal/seal-outline.ts';
import { sealForm, type PaintedForm } from './painted-form.ts';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** A font that fontkit has parsed is taken as it is; the package's own types leave that out. */
      registerFont(name: string, font: Font): this;
    }
  }
}

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** How a piece of text looks; size in points. */
export interface TextStyle {
  readonly size: number;
  readonly weight?: FontWeight;
  readonly color?: string;
  /** Extra points after every character. */
  readonly spacing?: number;
}

export type Align = 'left' | 'center' | 'right';

/** A4 in points. */
export const PAGE = { width: mm(210), height: mm(297) };

interface CanvasOptions {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
}

/** A PDF being drawn: text in the right face for every character, lines, paths. Coordinates in points, y downwards. */
export class Canvas {
  readonly pdf: PDFKit.PDFDocument;
  private readonly fonts: ResolvedFonts;
  private readonly registered = new Set<string>();
  private readonly chunks: Buffer[] = [];

  private constructor(fonts: ResolvedFonts, pdf: PDFKit.PDFDocument) {
    this.fonts = fonts;
    this.pdf = pdf;
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  /** Begins a PDF with one empty page; pdfkit is loaded with the first, since most processes draw none at their start. */
  static async open(fonts: ResolvedFonts, { title, author, createdAt }: CanvasOptions): Promise<Canvas> {
    const { default: PDFDocument } = await import('pdfkit');
    return new Canvas(fonts, new PDFDocument({
      size: 'A4', margin: 0, bufferPages: true, pdfVersion: '1.7', lang: 'zh-CN', displayTitle: true,
      // No face of pdfkit's own, which it would read for every document.
      font: '',
      info: { Title: title, Author: author, Creator: '通办', Producer: '通办', CreationDate: createdAt, ModDate: createdAt },
    }));
  }

  /** Width of one line of text in points. */
  measure(text: string, { size, weight = 'regular', spacing = 0 }: TextStyle): number {
    let width = 0;
    for (const character of printable(text)) {
      const { font } = this.fonts.faceOf(character.codePointAt(0) ?? 0, weight);
      width += (font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm) * size + spacing;
    }
    return width;
  }

  /** Draws one line of text with its baseline at `baseline`. */
  line(text: string, x: number, baseline: number, style: TextStyle): void {
    const { size, weight = 'regular', color = 'black', spacing = 0 } = style;
    let at = x;
    this.pdf.fillColor(color).fontSize(size);
    for (const run of this.splitRuns(text, weight)) {
      if (!this.registered.has(run.key)) this.pdf.registerFont(run.key, run.font);
      this.registered.add(run.key);
      // A face without a bold weight is thickened by its outline.
      const isThickened = weight === 'bold' && !run.key.startsWith('bold');
      if (isThickened) this.pdf.lineWidth(size * 0.028).strokeColor(color);
      this.pdf.font(run.key).text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing, fill: true, stroke: isThickened });
      at += this.measure(run.text, style);
    }
  }

  /** Draws one line of text between `left` and `left + width`. */
  alignedLine(text: string, left: number, width: number, baseline: number, style: TextStyle, align: Align): void {
    const free = width - this.measure(text, style) + (style.spacing ?? 0);
    this.line(text, left + (align === 'center' ? free / 2 : align === 'right' ? free : 0), baseline, style);
  }

  /** Draws a straight line. */
  rule(fromX: number, fromY: number, toX: number, toY: number, width = 0.6, color = 'black'): void {
    this.pdf.lineWidth(width).moveTo(fromX, fromY).lineTo(toX, toY).stroke(color);
  }

  /** Draws the outline of a seal around its centre. */
  seal(outline: SealOutline, centerX: number, centerY: number): void {
    const { ring } = outline;
    this.pdf.save().translate(centerX, centerY).scale(mm(1)).fillOpacity(0.9).strokeOpacity(0.9);
    this.pdf.lineWidth(ring.width).circle(0, 0, ring.radius).stroke(SEAL_COLOUR);
    this.pdf.fillColor(SEAL_COLOUR);
    this.paint('Seal', sealForm(outline));
    this.pdf.restore();
    this.pdf.fillOpacity(1).strokeOpacity(1);
  }

  /** Paints a form under a name of its own on this page, in the present colours, line width and place. */
  paint(name: string, { box, content }: PaintedForm): void {
    const form = this.pdf.ref({ Type: 'XObject', Subtype: 'Form', BBox: box, Filter: 'FlateDecode' });
    form.end(content);
    this.pdf.page.xobjects[name] = form;
    this.pdf.addContent(`/${name} Do`);
  }

  /** Begins a new A4 page. */
  addPage(): void {
    this.pdf.addPage({ size: 'A4', margin: 0 });
  }

  /** Ends the document; the bytes are complete when the promise settles. */
  finish(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.pdf.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.pdf.on('error', reject);
      this.pdf.end();
    });
  }

  private splitRuns(text: string, weight: FontWeight): { key: string; font: Font; text: string }[] {
    const runs: { key: string; font: Font; text: string }[] = [];
    for (const character of printable(text)) {
      const { key, font } = this.fonts.faceOf(character.codePointAt(0) ?? 0, weight);
      const last = runs.at(-1);
      if (last?.key === key) last.text += character;
      else runs.push({ key, font, text: character });
    }
    return runs;
  }
}

function printable(text: string): string[] {
  return [...text].filter((character) => !isUnprinted(character.codePointAt(0) ?? 0));
}
