import type { Context } from '../../kernel/context.ts';
import { personalDataCipher } from '../../kernel/personal-data/index.ts';
import type { FaceLine } from './tables.ts';

const column = 'licences.licence.face_cipher';

/** Encrypts the lines of a licence's face for its row. */
export function encryptFace(ctx: Context, licenceId: string, face: readonly FaceLine[]): string {
  return personalDataCipher(ctx.kernel).encrypt(column, licenceId, JSON.stringify(face));
}

/** Reads the lines of a licence's face back; none for one issued before they were stored encrypted. */
export function decryptFace(ctx: Context, record: { id: string; faceCipher: string }): FaceLine[] {
  if (record.faceCipher === '') return [];
  return JSON.parse(personalDataCipher(ctx.kernel).decrypt(column, record.id, record.faceCipher)) as FaceLine[];
}
