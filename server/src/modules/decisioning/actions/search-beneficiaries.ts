import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { SearchReport } from '../contract.ts';
import { fail } from '../errors.ts';
import { searchForSetting } from '../offers/find-beneficiaries.ts';
import { getSettingRecord } from '../queries/setting-record.ts';

/** How long somebody waits for a search, ms; the nightly one looks through the rest. */
const longestSearch = 20_000;

/**
 * Looks at once for whom a proactive setting is meant, as the nightly job does, and offers them its item, each once (DEC-06).
 * @throws decisioning.setting-not-found, decisioning.not-active, decisioning.all-stopped, decisioning.not-proactive
 */
export async function searchBeneficiaries(ctx: Context, settingId: string): Promise<SearchReport> {
  const record = await getSettingRecord(ctx, settingId, 'decisioning.setting.activate');
  const { finder } = record.content;
  if (record.state !== 'active') throw fail('decisioning.not-active');
  if (record.halted) throw fail('decisioning.all-stopped');
  if (record.model !== 'proactive' || !finder) throw fail('decisioning.not-proactive');
  const search = await searchForSetting(ctx, record, finder, longestSearch);
  await recordAuditNow(ctx, { action: 'decisioning.search-beneficiaries', objectType: 'automation-setting', objectId: record.id, purpose: finder.purpose, detail: { itemId: record.itemId, ...search } });
  return { ...search, finder: finder.kind };
}
