import { breakLines } from './break-lines.ts';
import { mm, PAGE, type Align, type Canvas, type TextStyle } from './canvas.ts';

/** Text area of an official document: 156 × 225 mm (GB/T 9704). */
export const AREA = { left: mm(28), top: mm(37), width: mm(156), bottom: PAGE.height - mm(35) };

/** Body text: 三号. */
export const BODY: TextStyle = { size: 16 };
/** Points from line to line: 22 lines a page, or tighter where that spares a second page. */
export const LEADING = { standard: 29, compact: 25.5 } as const;

interface ParagraphOptions {
  readonly style: TextStyle;
  readonly leading: number;
  readonly indent?: number;
  readonly align?: Align;
  readonly left?: number;
  readonly width?: number;
}

/** A column of text that continues on the next page when the area is full. */
export class PageFlow {
  readonly canvas: Canvas;
  /** Top of what is drawn next, in points. */
  y: number = AREA.top;
  /** Points from line to line of body text. */
  readonly leading: number;

  constructor(canvas: Canvas, leading: number = LEADING.standard) {
    this.canvas = canvas;
    this.leading = leading;
  }

  /** Points left on this page. */
  get room(): number {
    return AREA.bottom - this.y;
  }

  /** Begins a new page unless `height` points fit on this one, or could not fit on any. */
  require(height: number): void {
    if (height > this.room && this.y > AREA.top) this.nextPage();
  }

  /** Continues at the top of a new page. */
  nextPage(): void {
    this.canvas.addPage();
    this.y = AREA.top;
  }

  /** Height that a paragraph will take, in points. */
  heightOf(text: string, options: ParagraphOptions): number {
    return this.linesOf(text, options).length * options.leading;
  }

  /** Draws a paragraph; full lines are justified. */
  paragraph(text: string, options: ParagraphOptions): void {
    const { style, leading, indent = 0, align = 'left', left = AREA.left, width = AREA.width } = options;
    const lines = this.linesOf(text, options);
    lines.forEach((line, index) => {
      this.require(leading);
      const indented = index === 0 ? indent : 0;
      const baseline = this.y + leading / 2 + style.size * 0.38;
      const isLast = index === lines.length - 1;
      if (align !== 'left') this.canvas.alignedLine(line, left, width, baseline, style, align);
      else this.canvas.line(line, left + indented, baseline, isLast ? style : this.justified(line, width - indented, style));
      this.y += leading;
    });
  }

  private linesOf(text: string, { style, indent = 0, width = AREA.width }: ParagraphOptions): string[] {
    return breakLines(text, width, (part) => this.canvas.measure(part, style), indent);
  }

  /** Spreads a line over the full width; a line too short for that (before a line feed) stays as it is. */
  private justified(line: string, width: number, style: TextStyle): TextStyle {
    const gaps = [...line].length - 1;
    const free = width - this.canvas.measure(line, style);
    const spacing = gaps > 0 ? free / gaps : 0;
    return spacing > 0 && free < style.size * 2.5 ? { ...style, spacing } : style;
  }
}
