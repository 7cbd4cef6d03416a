import { randomBytes } from 'node:crypto';
import { sm4 } from 'sm-crypto-v2';
import { hmacSm3 } from './sm3.ts';

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

const FORMAT = 'sm4gcm1';
const STORED = /^sm4gcm1\.([a-z0-9-]{1,16})\.([A-Za-z0-9_-]+)$/;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Builds a cipher for sensitive columns: SM4-GCM (GB/T 32907, RFC 8998) with a random 96-bit nonce.
 * Stored form: `sm4gcm1.<key id>.<base64url of nonce, cipher text, tag>`.
 * The first key is active, the others only decrypt.
 */
export function createColumnCipher(keys: readonly [ColumnKey, ...ColumnKey[]]): ColumnCipher {
  for (const { id, key } of keys) {
    if (!/^[a-z0-9-]{1,16}$/.test(id)) throw new RangeError(`not a key id: ${id}`);
    if (key.length !== 16) throw new RangeError(`SM4 key ${id} must be 16 bytes`);
  }
  if (new Set(keys.map(({ id }) => id)).size !== keys.length) throw new RangeError('key ids must differ');
  const [active] = keys;
  return {
    encrypt: (plainText, context) => encryptWith(active, plainText, context),
    decrypt(stored, context) {
      const { keyId, payload } = readStored(stored);
      const found = keys.find(({ id }) => id === keyId);
      if (!found) throw new ColumnCipherError('unknown-key', `no key with id ${keyId}`);
      return decryptWith(found, payload, context);
    },
    needsRotation: (stored) => readStored(stored).keyId !== active.id,
  };
}

function encryptWith({ id, key }: ColumnKey, plainText: string, context: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const sealed = sm4.encrypt(Buffer.from(plainText, 'utf8'), key, gcmOptions(nonce, id, context));
  if (!sealed.tag) throw new ColumnCipherError('malformed', 'the cipher returned no tag');
  return `${FORMAT}.${id}.${Buffer.concat([nonce, sealed.output, sealed.tag]).toString('base64url')}`;
}

function decryptWith({ id, key }: ColumnKey, payload: Buffer, context: string): string {
  const nonce = payload.subarray(0, NONCE_BYTES);
  const body = payload.subarray(NONCE_BYTES, -TAG_BYTES);
  const tag = payload.subarray(-TAG_BYTES);
  try {
    // The library answers a wrong tag by throwing; the plain text is never returned unverified.
    const opened = sm4.decrypt(body, key, { ...gcmOptions(nonce, id, context), tag: new Uint8Array(tag) });
    return Buffer.from(opened).toString('utf8');
  } catch {
    throw new ColumnCipherError('not-authentic', 'the stored value was changed or belongs elsewhere');
  }
}

function gcmOptions(nonce: Uint8Array, keyId: string, context: string) {
  const associatedData = hmacSm3(Buffer.from(FORMAT), `${keyId}\n${context}`);
  return { mode: 'gcm', output: 'array', padding: 'none', outputTag: true, iv: new Uint8Array(nonce), associatedData } as const;
}

function readStored(stored: string): { keyId: string; payload: Buffer } {
  const [, keyId, encoded] = STORED.exec(stored) ?? [];
  const payload = Buffer.from(encoded ?? '', 'base64url');
  if (keyId === undefined || payload.length < NONCE_BYTES + TAG_BYTES || payload.toString('base64url') !== encoded)
    throw new ColumnCipherError('malformed', 'not a value of this cipher');
  return { keyId, payload };
}
