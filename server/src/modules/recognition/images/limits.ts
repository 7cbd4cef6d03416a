/** What one file may take; the rest is left to people's eyes. */
export const limits = {
  /** Pages of a file that are looked at. */
  pages: 5,
  /** Pixels of one picture; an A4 page at 600 dpi has 35 million. */
  pixels: 50_000_000,
  /** Pixels at the longer side of what the engine gets: A4 at 200 dpi. */
  pixelsLong: 2_340,
  /** Pixels at the longer side of what is shown to people. */
  shownLong: 1_600,
  /** Pictures inside a PDF smaller than this are logos and seals. */
  picturePixels: 200_000,
  /** Milliseconds after which no further page is begun. */
  fileMs: 150_000,
} as const;
