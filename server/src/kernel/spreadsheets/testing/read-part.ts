import { openZipParts } from '../../zip/index.ts';

/** The XML of a part of an xlsx file, for what reading does not show: drop-downs, notes, frozen headings. */
export async function readPart(content: Buffer, name: string): Promise<string> {
  return (await openZipParts(content)).text(name);
}
