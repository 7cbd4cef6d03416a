import type { Box } from '../catalogue.contract.ts';

/** One line of text as it stands on a picture, from left to right. */
export interface OcrLine {
  text: string;
  /** How sure the engine is, 0 to 1. */
  confidence: number;
  /** Where it stands, in shares of the picture's width and height. */
  box: Box;
}

/** Reads printed Chinese on one upright picture; a city plugs in its own (DEC-09). */
export interface OcrEngine {
  /** Shown with every result, e.g. `tesseract 5.3.0`. */
  readonly name: string;
  readonly version: string;
  /**
   * The lines of a picture, top to bottom.
   * @throws EngineRefused when this picture will never be read, any other error when it is worth a retry
   */
  read(picture: OcrPicture): Promise<OcrLine[]>;
}

/** A picture for the engine: JPEG or PNG, turned upright, at most `limits.pixelsLong` at its longer side. */
export interface OcrPicture { id: string; content: Buffer; mediaType: 'image/jpeg' | 'image/png' }

/** Most lines and characters of one page that are believed. */
export const mostLines = 400;
export const mostCharacters = 200;
