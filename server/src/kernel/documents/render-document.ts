import type { CertificateDefinition, DocumentData, DocumentDefinition, FieldCell, NoticeDefinition } from './definition.contract.ts';
import { createFiller, type PlaceholderFiller } from './fill-placeholders.ts';
import { resolveFonts } from './fonts/document-fonts.ts';
import { Canvas } from './layout/canvas.ts';
import { drawCertificate, type FilledCertificate } from './layout/draw-certificate.ts';
import { drawNotice, handwritingLabel, type FilledNotice } from './layout/draw-notice.ts';
import { drawWatermark } from './layout/draw-watermark.ts';
import { outlineSeal, type SealAppearance } from './seal/seal-outline.ts';

/** What a rendition needs besides its data. */
export interface RenderOptions {
  /** Written into the file; from the injected clock. */
  readonly createdAt: Date;
  /** The visible seal, drawn over organisation and date; without it the place stays empty. */
  readonly seal?: SealAppearance;
  /** What somebody wrote with their own hand, a PNG by `readHandwriting`: drawn below the text of a notice as the signature of who received it. */
  readonly handwriting?: Buffer;
  /** Printed large and pale across every page, e.g. on a preview that must not pass for the document. */
  readonly watermark?: string;
}

/**
 * Renders a document template with its data to a PDF (A4, subsets of the fonts embedded).
 * Throws `documents.missing-value` naming every placeholder without a value, `documents.wrong-value` for a value that its
 * format cannot show, and `documents.missing-glyph` for characters that no face can draw. (requirement: notices and licences)
 */
export async function renderDocument(definition: DocumentDefinition, data: DocumentData, options: RenderOptions): Promise<Buffer> {
  const filler = createFiller(definition);
  const filled = definition.kind === 'notice' ? fillNotice(definition, data, filler) : fillCertificate(definition, data, filler);
  filler.assertComplete();
  const seal = options.seal && (await outlineSeal(options.seal));
  const fonts = await resolveFonts(printedText(filled) + (options.watermark ?? '') + (options.handwriting ? handwritingLabel : ''));
  const openCanvas = (): Promise<Canvas> =>
    Canvas.open(fonts, { title: filled.title, author: filled.signature?.organization ?? definition.name, createdAt: options.createdAt });
  const canvas = await openCanvas();
  const finish = (drawn: Canvas): Promise<Buffer> => {
    if (options.watermark !== undefined) drawWatermark(drawn, options.watermark);
    return drawn.finish();
  };
  if (filled.kind === 'certificate') {
    drawCertificate(canvas, filled, seal);
    return finish(canvas);
  }
  // A second page that holds only a few lines is spared by setting the text a little tighter.
  if (drawNotice(canvas, filled, { seal, handwriting: options.handwriting }, 'standard') !== 2) return finish(canvas);
  const compact = await openCanvas();
  return drawNotice(compact, filled, { seal, handwriting: options.handwriting }, 'compact') === 1 ? finish(compact) : finish(canvas);
}

/** Every character that the drawing will print, its own marks included. */
function printedText(filled: FilledNotice | FilledCertificate): string {
  const texts: string[] = ['—0123456789：'];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(filled);
  return texts.join('');
}

function fillNotice(definition: NoticeDefinition, data: DocumentData, filler: PlaceholderFiller): FilledNotice {
  const optional = (template: string | undefined): string | undefined => (template === undefined ? undefined : filler.text(template, data));
  const { signature } = definition;
  return {
    kind: 'notice',
    letterhead: optional(definition.letterhead),
    organization: optional(definition.organization),
    title: filler.text(definition.title, data),
    number: optional(definition.number),
    blocks: filler.blocks(definition.blocks, data),
    signature: signature && { organization: filler.text(signature.organization, data), date: filler.text(signature.date, data) },
    closing: filler.blocks(definition.closing ?? [], data),
  };
}

/** The lines that a licence type says its face has. */
function listedLines({ lines }: CertificateDefinition, data: DocumentData, filler: PlaceholderFiller): FieldCell[] {
  if (lines === undefined) return [];
  return filler.rows(lines, data).map((row) => ({ label: filler.text('{{label}}', row), text: filler.text('{{value}}', row) }));
}

function fillCertificate(definition: CertificateDefinition, data: DocumentData, filler: PlaceholderFiller): FilledCertificate {
  const text = (template: string): string => filler.text(template, data);
  const optional = (template: string | undefined): string | undefined => (template === undefined ? undefined : text(template));
  return {
    kind: 'certificate',
    title: text(definition.title),
    subtitle: optional(definition.subtitle),
    number: text(definition.number),
    fields: [...definition.fields.map((field): FieldCell => ({ label: field.label, text: text(field.text) })), ...listedLines(definition, data, filler)],
    statement: optional(definition.statement),
    signature: { organization: text(definition.signature.organization), date: text(definition.signature.date) },
    qr: { content: text(definition.qr.content), caption: text(definition.qr.caption) },
    footer: text(definition.footer),
  };
}
