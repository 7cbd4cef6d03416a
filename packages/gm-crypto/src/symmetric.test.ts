import { createCipheriv } from 'node:crypto';
import { anyCharacter } from '@tongban/testkit/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBlindIndex } from './blind-index.ts';
import { ColumnCipherError, createColumnCipher } from './column-cipher.ts';
import { deriveKey, hmacSm3, sm3 } from './sm3.ts';

describe('SM3 (GB/T 32905)', () => {
  it.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('vector of the standard: %s', (text, digest) => expect(sm3(text).toString('hex')).toBe(digest));

  it('HMAC-SM3 follows the construction of RFC 2104', () => {
    const key = Buffer.alloc(64, 0x0b);
    const inner = sm3(Buffer.concat([key.map((byte) => byte ^ 0x36), Buffer.from('data')]));
    expect(hmacSm3(key, 'data')).toEqual(sm3(Buffer.concat([key.map((byte) => byte ^ 0x5c), inner])));
  });

  it('derives different keys for different purposes', () => {
    const master = Buffer.alloc(32, 7);
    expect(deriveKey(master, 'columns', 16)).toHaveLength(16);
    expect(deriveKey(master, 'columns', 16)).toEqual(deriveKey(master, 'columns', 16));
    expect(deriveKey(master, 'columns', 16)).not.toEqual(deriveKey(master, 'index', 16));
    expect(() => deriveKey(Buffer.alloc(8), 'columns', 16)).toThrow(RangeError);
  });
});

describe('SM4 of the runtime', () => {
  it('block vector of GB/T 32907', () => {
    const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    expect(Buffer.concat([cipher.update(key), cipher.final()]).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });
  it('CBC vector of draft-ribose-cfrg-sm4 A.2.2', () => {
    const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
    const cipher = createCipheriv('sm4-cbc', key, Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')).setAutoPadding(false);
    const plain = Buffer.from('aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb', 'hex');
    expect(Buffer.concat([cipher.update(plain), cipher.final()]).toString('hex')).toBe('78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d');
  });
});

describe('敏感列加密', () => {
  const old = { id: 'k1', key: Buffer.alloc(16, 1) };
  const current = { id: 'k2', key: Buffer.alloc(16, 2) };
  const cipher = createColumnCipher([current, old]);
  const codeOf = (action: () => unknown): string => {
    try {
      action();
    } catch (error) {
      if (error instanceof ColumnCipherError) return error.code;
    }
    return 'none';
  };

  it('round trips any text and never stores the same form twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 80 }), (text) => {
        const stored = cipher.encrypt(text, 'person.name:1');
        expect(cipher.decrypt(stored, 'person.name:1')).toBe(text);
        expect(cipher.encrypt(text, 'person.name:1')).not.toBe(stored);
      }),
    );
    expect(cipher.encrypt('𠮷', 'c')).toMatch(/^sm4cbc1\.k2\.[\w-]+$/);
  });

  it('refuses a value that was changed in any character', () => {
    const stored = cipher.encrypt('11010519491231002X', 'person.id:1');
    fc.assert(
      fc.property(fc.nat(stored.length - 1), fc.constantFrom(...'AZaz09_-.'), (index, replacement) => {
        fc.pre(stored[index] !== replacement);
        const changed = stored.slice(0, index) + replacement + stored.slice(index + 1);
        expect(() => cipher.decrypt(changed, 'person.id:1')).toThrow(ColumnCipherError);
      }),
      { numRuns: 400 },
    );
  });

  it('refuses a value moved to another row', () => {
    expect(codeOf(() => cipher.decrypt(cipher.encrypt('x', 'person.id:1'), 'person.id:2'))).toBe('not-authentic');
  });

  it('reads values of an older key and marks them for rotation', () => {
    const stored = createColumnCipher([old]).encrypt('旧值', 'c');
    expect(cipher.decrypt(stored, 'c')).toBe('旧值');
    expect([cipher.needsRotation(stored), cipher.needsRotation(cipher.encrypt('x', 'c'))]).toEqual([true, false]);
    expect(codeOf(() => createColumnCipher([current]).decrypt(stored, 'c'))).toBe('unknown-key');
  });

  it('names malformed values and refuses unusable keys', () => {
    expect(['', '张三', 'sm4cbc1.k2.AAAA'].map((text) => codeOf(() => cipher.decrypt(text, 'c')))).toEqual(Array(3).fill('malformed'));
    expect(() => createColumnCipher([{ id: 'k1', key: Buffer.alloc(15) }])).toThrow(RangeError);
    expect(() => createColumnCipher([old, old])).toThrow(RangeError);
  });
});

describe('盲索引', () => {
  const key = Buffer.alloc(32, 3);
  it('is equal for equal values of one column only', () => {
    expect(computeBlindIndex(key, 'person.id', 'A')).toBe(computeBlindIndex(key, 'person.id', 'A'));
    expect(computeBlindIndex(key, 'person.id', 'A')).not.toBe(computeBlindIndex(key, 'person.i', 'dA'));
    expect(computeBlindIndex(key, 'person.id', 'A')).not.toBe(computeBlindIndex(Buffer.alloc(32, 4), 'person.id', 'A'));
    expect(computeBlindIndex(key, 'person.id', 'A')).toMatch(/^[\w-]{43}$/);
  });
});
