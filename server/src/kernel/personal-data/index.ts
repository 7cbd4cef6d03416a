import { computeBlindIndex, createColumnCipher, deriveKey } from '@tongban/gm-crypto';
import type { Config } from '../config/index.ts';
import type { Kernel } from '../context.ts';
import { defineMigration, type Database } from '../db/index.ts';
import { defineModule } from '../module/index.ts';
import { hasMasterKey, loadMasterKey } from './master-key.ts';

export { masterKeyFile } from './master-key.ts';

/** Encrypts personal columns with SM4 and finds them again by a keyed index (domain.md §9, NFR-04). */
export interface PersonalDataCipher {
  /** Encrypts a value; `column` is `schema.table.column` and `rowId` the row it will live in. */
  encrypt(column: string, rowId: string, plainText: string): string;
  /** Decrypts a stored value. @throws ColumnCipherError when it was changed or belongs to another row or column */
  decrypt(column: string, rowId: string, stored: string): string;
  /** The blind index of a normalised value: equal values of one column have equal indexes. */
  index(column: string, normalized: string): string;
  /** Tells one master key from another without giving it away. */
  readonly fingerprint: string;
}

const ciphers = new WeakMap<Config, PersonalDataCipher>();

/** The cipher of this installation's master key; the key file is read once per process. */
export function personalDataCipher(kernel: Pick<Kernel, 'config'>): PersonalDataCipher {
  let cipher = ciphers.get(kernel.config);
  if (!cipher) {
    cipher = createCipher(loadMasterKey(kernel.config));
    ciphers.set(kernel.config, cipher);
  }
  return cipher;
}

function createCipher(masterKey: Buffer): PersonalDataCipher {
  const columns = createColumnCipher([{ id: 'k1', key: deriveKey(masterKey, 'personal-data.column.k1', 16) }]);
  const indexKey = deriveKey(masterKey, 'personal-data.index', 32);
  return {
    encrypt: (column, rowId, plainText) => columns.encrypt(plainText, `${column}:${rowId}`),
    decrypt: (column, rowId, stored) => columns.decrypt(stored, `${column}:${rowId}`),
    index: (column, normalized) => computeBlindIndex(indexKey, column, normalized),
    fingerprint: deriveKey(masterKey, 'personal-data.fingerprint', 16).toString('hex'),
  };
}

/**
 * Refuses to run on a database whose personal data was encrypted with another master key; binds a new one to it.
 * @throws Error telling which key is missing
 */
export async function checkMasterKey(config: Config, db: Database): Promise<void> {
  const { rows: [bound] } = await db.pool.query<{ fingerprint: string }>('SELECT fingerprint FROM personal_data.master_key');
  if (bound && !hasMasterKey(config)) throw wrongKey();
  const { fingerprint } = personalDataCipher({ config });
  // Processes that start together on a new database: the first one binds it, the others compare.
  const { rows: [holds] } = await db.pool.query<{ fingerprint: string }>(
    'INSERT INTO personal_data.master_key AS k (fingerprint) VALUES ($1) ON CONFLICT (one) DO UPDATE SET fingerprint = k.fingerprint RETURNING fingerprint', [fingerprint]);
  if (holds?.fingerprint !== fingerprint) throw wrongKey();
}

function wrongKey(): Error {
  return new Error('数据库中的个人信息是用另一把主密钥加密的。请恢复原来的 TONGBAN_MASTER_KEY，或原数据目录中的 keys/master.key 文件后再启动。');
}

/** The table that binds a database to its master key. */
export const personalDataModule = defineModule({
  name: 'personal-data', uses: [],
  migrations: [defineMigration('20261121-20-personal-data-init', `
CREATE SCHEMA personal_data;
CREATE TABLE personal_data.master_key (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  fingerprint text NOT NULL
);
`)],
});
