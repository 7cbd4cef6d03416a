import type { Context } from '../../../kernel/context.ts';
import { personalDataCipher } from '../../../kernel/personal-data/index.ts';
import type { FoundField } from '../text/find-fields.ts';
import type { PageLine } from '../text/plain.ts';
import type { ReadingRecord } from './reading-record.ts';

/** What stands on a document. */
export interface ReadContent { lines: PageLine[]; fields: FoundField[] }

/** What a person says instead: the kind, null for none of the catalogue's, and values by field. */
export interface Correction { typeCode: string | null; fields: Record<string, string> }

type Kernel = Pick<Context, 'kernel'>;
const contentColumn = 'recognition.reading.content_cipher';
const correctionColumn = 'recognition.reading.correction_cipher';

/** Encrypts what was read for the row of its file. */
export function encryptContent({ kernel }: Kernel, fileId: string, content: ReadContent): string {
  return personalDataCipher(kernel).encrypt(contentColumn, fileId, JSON.stringify(content));
}

/** Encrypts a correction for the row of its file. */
export function encryptCorrection({ kernel }: Kernel, fileId: string, correction: Correction): string {
  return personalDataCipher(kernel).encrypt(correctionColumn, fileId, JSON.stringify(correction));
}

/** What was read of a file; undefined while nothing was. */
export function readContent({ kernel }: Kernel, { fileId, contentCipher }: ReadingRecord): ReadContent | undefined {
  return contentCipher === null ? undefined : JSON.parse(personalDataCipher(kernel).decrypt(contentColumn, fileId, contentCipher)) as ReadContent;
}

/** What a person has corrected. */
export function readCorrection({ kernel }: Kernel, { fileId, correctionCipher }: ReadingRecord): Correction | undefined {
  return correctionCipher === null ? undefined : JSON.parse(personalDataCipher(kernel).decrypt(correctionColumn, fileId, correctionCipher)) as Correction;
}
