import { describe, expect, it } from 'vitest';
import { parseCatalogCode } from '@tongban/identifiers';
import { tablesOf } from '../../kernel/db/index.ts';
import { useTestCity } from '../../testing/test-city.ts';
import { seedItems } from '../content/index.ts';
import type { DirectoryTables } from '../../modules/directory/tables.ts';
import { addTestRegions } from '../../modules/directory/testing/directory-scene.ts';
import { demoEntryCodes } from './demonstration-codes.ts';
import { seedDelegations } from './seed-delegations.ts';
import { seedDirectory } from './seed-directory.ts';

const city = useTestCity();

describe('CAT-01 演示城市的基本目录', () => {
  it('编码符合规则、互不相同，子项在主项之下', () => {
    const codes = demoEntryCodes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, main } of demoEntryCodes) {
      const parsed = parseCatalogCode(code);
      expect(parsed).toMatchObject({ ok: true, region: '51' });
      expect(parsed.ok && (main ? parsed.mainCode : parsed.normalized)).toBe(main?.code ?? code);
    }
  });

  it('导入、认领、变更、委托各就各位，再次启动不重复', async () => {
    await addTestRegions(city().server);
    const ctx = city().system();
    const organizationIdOf = city().organizationId;
    for (let start = 0; start < 2; start += 1) {
      await seedDirectory(ctx, organizationIdOf);
      await seedDelegations(ctx, organizationIdOf);
    }
    await city().server.relay.drain();
    const db = tablesOf<DirectoryTables>(ctx.kernel.db);
    const count = async (table: 'directory.claim' | 'directory.entryImport') => (await db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
    expect([await count('directory.claim'), await count('directory.entryImport')]).toEqual([seedItems.length, 3]);
    const imports = await db.selectFrom('directory.entryImport').select(['state', 'rejections', 'failures']).execute();
    expect(imports).toEqual(imports.map(() => ({ state: 'approved', rejections: [], failures: [] })));
    expect((await db.selectFrom('directory.difference').select(['element', 'state']).execute()).toSorted((a, b) => (a.element < b.element ? -1 : 1)))
      .toEqual([{ element: 'legalLimit', state: 'open' }, { element: 'materials', state: 'open' }]);
    expect((await db.selectFrom('directory.finding').select('rule').execute()).map(({ rule }) => rule).sort()).toEqual(['extra-material', 'reform-promise']);
    const { rows } = await ctx.kernel.db.pool.query('SELECT state FROM delegation.delegation ORDER BY state');
    expect(rows.map(({ state }) => state)).toEqual(['in-force', 'offered']);
  });
});
