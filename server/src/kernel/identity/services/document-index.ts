import type { Kernel } from '../../context.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';

/** Blind index by which a person is found from a document type and its normalised number. */
export function documentIndex(kernel: Pick<Kernel, 'config'>, documentType: string, normalizedNumber: string): string {
  return personalDataCipher(kernel).index(columns.documentNumber, `${documentType}:${normalizedNumber}`);
}
