import { openZipParts } from '../read/zip-parts.ts';

/** The XML of a part of an xlsx file, for what reading does not show: drop-downs, notes, frozen headings. */
export async function readPart(content: Buffer, name: string): Promise<string> {
  return (await openZipParts(content)).text(name);
}
