import { defineMigration } from '../db/index.ts';
import { defineModule, handle } from '../module/index.ts';
import { getSite, getSiteForEditing, saveSite } from './contract.ts';
import { readSite, saveSiteSettings } from './settings.ts';

export { readSite, saveSiteSettings } from './settings.ts';

/** What a city calls itself and how the public reaches it (PTL-02). */
export const siteModule = defineModule({
  name: 'site', uses: [],
  permissions: [{ code: 'site.settings.manage', label: '维护网站名称、主题、联系方式和备案信息', administration: 'system', defaultRoles: ['system-administrator'] }],
  migrations: [defineMigration('20261128-12-site-init', `
CREATE SCHEMA site;
CREATE TABLE site.settings (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  settings jsonb NOT NULL DEFAULT '{}',
  revision integer NOT NULL DEFAULT 0,
  updated_at timestamptz,
  updated_by text
);
INSERT INTO site.settings DEFAULT VALUES;
`)],
  routes: [
    handle(getSite, async (ctx) => (await readSite(ctx)).settings),
    handle(getSiteForEditing, (ctx) => readSite(ctx)),
    handle(saveSite, (ctx, { body }) => saveSiteSettings(ctx, body)),
  ],
});
