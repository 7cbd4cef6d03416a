import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey, hmacSm3 } from './sm3.ts';

/** An SM4 key of 16 bytes with the short name stored beside every value it encrypted. */
export interface ColumnKey {
  /** 1–16 of `a-z 0-9 -`. */
  readonly id: string;
  readonly key: Uint8Array;
}

/** Encrypts and decrypts single column values. */
export interface ColumnCipher {
  /**
   * Encrypts text with the active key.
   * @param context where the value lives, e.g. `identity.person.id_number:7`; a value moved elsewhere will not decrypt.
   */
  encrypt(plainText: string, context: string): string;
  /** Decrypts a stored value. Throws ColumnCipherError when it was changed, moved, or its key is not at hand. */
  decrypt(stored: string, context: string): string;
  /** True when the value was encrypted with another key than the active one and should be written anew. */
  needsRotation(stored: string): boolean;
}

/** A stored value could not be decrypted. */
export class ColumnCipherError extends Error {
  override readonly name = 'ColumnCipherError';
  readonly code: 'malformed' | 'unknown-key' | 'not-authentic';
  constructor(code: ColumnCipherError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const FORMAT = 'sm4cbc1';
const STORED = /^sm4cbc1\.([a-z0-9-]{1,16})\.([A-Za-z0-9_-]+)$/;
const BLOCK_BYTES = 16;
const MAC_BYTES = 32;

interface KeyPair {
  readonly id: string;
  readonly key: Uint8Array;
  /** Authenticates what `key` has encrypted. */
  readonly macKey: Uint8Array;
}

/**
 * Builds a cipher for sensitive columns: SM4-CBC (GB/T 32907) with a random IV, then HMAC-SM3 over context, IV and cipher
 * text. Node does both natively; its OpenSSL has no SM4-GCM, and one in JavaScript takes twice as long on a form's answers.
 * Stored form: `sm4cbc1.<key id>.<base64url of IV, cipher text, MAC>`. The first key is active, the others only decrypt.
 */
export function createColumnCipher(keys: readonly [ColumnKey, ...ColumnKey[]]): ColumnCipher {
  for (const { id, key } of keys) {
    if (!/^[a-z0-9-]{1,16}$/.test(id)) throw new RangeError(`not a key id: ${id}`);
    if (key.length !== BLOCK_BYTES) throw new RangeError(`SM4 key ${id} must be 16 bytes`);
  }
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) throw new RangeError('key ids must differ');
  const pairOf = ({ id, key }: ColumnKey): KeyPair => ({ id, key, macKey: deriveKey(key, 'column-cipher.mac', MAC_BYTES) });
  const active = pairOf(keys[0]);
  const pairs = [active, ...keys.slice(1).map(pairOf)];
  return {
    encrypt: (plainText, context) => encryptWith(active, plainText, context),
    decrypt(stored, context) {
      const { keyId, payload } = readStored(stored);
      const found = pairs.find(({ id }) => id === keyId);
      if (!found) throw new ColumnCipherError('unknown-key', `no key with id ${keyId}`);
      return decryptWith(found, payload, context);
    },
    needsRotation: (stored) => readStored(stored).keyId !== active.id,
  };
}

function encryptWith({ id, key, macKey }: KeyPair, plainText: string, context: string): string {
  const iv = randomBytes(BLOCK_BYTES);
  const cipher = createCipheriv('sm4-cbc', key, iv);
  const sealed = Buffer.concat([iv, cipher.update(plainText, 'utf8'), cipher.final()]);
  return `${FORMAT}.${id}.${Buffer.concat([sealed, macOf(macKey, context, sealed)]).toString('base64url')}`;
}

function decryptWith({ key, macKey }: KeyPair, payload: Buffer, context: string): string {
  const sealed = payload.subarray(0, -MAC_BYTES);
  // The text is not touched before it has proved to be what was stored here.
  if (!timingSafeEqual(macOf(macKey, context, sealed), payload.subarray(-MAC_BYTES)))
    throw new ColumnCipherError('not-authentic', 'the stored value was changed or belongs elsewhere');
  const decipher = createDecipheriv('sm4-cbc', key, sealed.subarray(0, BLOCK_BYTES));
  return decipher.update(sealed.subarray(BLOCK_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** The length in front keeps context and cipher text apart. */
function macOf(macKey: Uint8Array, context: string, sealed: Buffer): Buffer {
  const place = Buffer.from(`${FORMAT}\n${Buffer.byteLength(context)}\n${context}`);
  return hmacSm3(macKey, Buffer.concat([place, sealed]));
}

function readStored(stored: string): { keyId: string; payload: Buffer } {
  const [, keyId, encoded] = STORED.exec(stored) ?? [];
  const payload = Buffer.from(encoded ?? '', 'base64url');
  const length = payload.length - MAC_BYTES;
  if (keyId === undefined || length < 2 * BLOCK_BYTES || length % BLOCK_BYTES !== 0 || payload.toString('base64url') !== encoded)
    throw new ColumnCipherError('malformed', 'not a value of this cipher');
  return { keyId, payload };
}
