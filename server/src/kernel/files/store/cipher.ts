import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '@tongban/gm-crypto';

const magic = Buffer.from('TBF1');
const ivBytes = 16;
const macBytes = 32;
const headBytes = magic.length + ivBytes;
/** Bytes handled between two turns of the event loop, about 2 ms of work. */
const stride = 256 * 1024;

/** A stored file cannot be decrypted: it was changed, moved, or belongs to another key. */
export class FileCipherError extends Error {
  override readonly name = 'FileCipherError';
}

/**
 * Encrypts stored files with SM4-CBC and HMAC-SM3 over the result (encrypt, then authenticate), the algorithms that
 * GB/T 39786 assessments ask for. Node has no SM4-GCM, and the one in JavaScript is a hundred times slower; AES-256-GCM would be six
 * times faster, but an upload spends far longer on the network. Form: `TBF1`, IV 16, cipher text, MAC 32.
 */
export interface FileCipher {
  /** Where a file of this digest lies; keyed, so that a stolen disk does not tell which known documents are on it. */
  addressOf(digest: string): string;
  encrypt(address: string, plain: Buffer): Promise<Buffer>;
  /** @throws FileCipherError */
  decrypt(address: string, stored: Buffer): Promise<Buffer>;
}

/** Makes the cipher whose keys derive from the installation's master key. */
export function createFileCipher(masterKey: Buffer): FileCipher {
  const key = deriveKey(masterKey, 'files.content.k1', 16);
  const macKey = deriveKey(masterKey, 'files.mac.k1', 32);
  const addressKey = deriveKey(masterKey, 'files.address.k1', 32);

  async function macOf(address: string, body: Buffer): Promise<Buffer> {
    const mac = createHmac('sm3', macKey).update(address);
    for await (const part of strides(body)) mac.update(part);
    return mac.digest();
  }

  return {
    addressOf: (digest) => createHmac('sm3', addressKey).update(digest).digest('hex'),

    async encrypt(address, plain) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('sm4-cbc', key, iv);
      const parts: Buffer[] = [magic, iv];
      for await (const part of strides(plain)) parts.push(cipher.update(part));
      const body = Buffer.concat([...parts, cipher.final()]);
      return Buffer.concat([body, await macOf(address, body)]);
    },

    async decrypt(address, stored) {
      if (stored.length < headBytes + macBytes || !stored.subarray(0, magic.length).equals(magic)) throw new FileCipherError('not a stored file');
      const body = stored.subarray(0, -macBytes);
      if (!timingSafeEqual(await macOf(address, body), stored.subarray(-macBytes))) throw new FileCipherError('the stored file was changed or moved');
      const decipher = createDecipheriv('sm4-cbc', key, body.subarray(magic.length, headBytes));
      const parts: Buffer[] = [];
      for await (const part of strides(body.subarray(headBytes))) parts.push(decipher.update(part));
      return Buffer.concat([...parts, decipher.final()]);
    },
  };
}

async function* strides(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += stride) {
    if (at > 0) await new Promise<void>((resolve) => { setImmediate(resolve); });
    yield bytes.subarray(at, at + stride);
  }
}
