import type { Static } from '@tongban/contract-kit';
import { recordAudit } from '../audit/index.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { tablesOf, WriteBatch, writesFor } from '../db/index.ts';
import { fail as kernelFail } from '../errors/kernel-errors.ts';
import { defaultSite, type SiteForEditing, type SiteSettings } from './contract.ts';
import type { SiteTables } from './tables.ts';

type Editable = Static<typeof SiteForEditing>;

/** The settings with their revision; what was never set has its default. */
export async function readSite(ctx: Context): Promise<Editable> {
  const { settings, revision } = await tablesOf<SiteTables>(ctx.kernel.db).selectFrom('site.settings').select(['settings', 'revision']).executeTakeFirstOrThrow();
  return { revision, settings: { ...defaultSite, ...settings } };
}

function clean(settings: SiteSettings): SiteSettings {
  const trimmed = Object.entries(settings).map(([name, text]) => [name, text.normalize('NFC').trim()] as const);
  return { ...settings, ...Object.fromEntries(trimmed) };
}

/** Replaces the settings; every page shows them from its next load on. @throws kernel.conflict when somebody saved since */
export async function saveSiteSettings(ctx: Context, { revision, settings }: Editable): Promise<Editable> {
  const before = await readSite(ctx);
  const next = clean(settings);
  const batch = new WriteBatch();
  writesFor<SiteTables>(batch).update('site.settings', { settings: next, revision: revision + 1, updatedAt: ctx.kernel.clock.now(), updatedBy: ctx.actor.id }, { one: true, revision },
    { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  recordAudit(ctx, batch, { action: 'site.save-settings', objectType: 'site', objectId: 'site', detail: { before: before.settings } });
  await commit(ctx, batch);
  return { revision: revision + 1, settings: next };
}
