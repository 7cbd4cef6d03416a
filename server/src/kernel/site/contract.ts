import { Code, defineOperation, Text, Type, type Static } from '@tongban/contract-kit';

/** Accent colours of the portal; the tokens of each keep the contrast of GB/T 37668. */
export const siteThemes = ['blue', 'red', 'green', 'violet'] as const;

/** What the public sees of who runs the site; empty texts are not shown. */
export const SiteSettings = Type.Object({
  /** 广安市广安区; stands before the portal's name. */
  cityName: Text(40),
  portalName: Text(40, { minLength: 2 }),
  slogan: Text(40),
  theme: Code(siteThemes),
  hotline: Text(30, { pattern: '^[0-9 ()+-]*$' }),
  hotlineHours: Text(60),
  address: Text(200),
  /** 主办单位 and 承办单位. */
  organizer: Text(100),
  operator: Text(100),
  /** 政府网站标识码, ten digits. */
  siteCode: Text(10, { pattern: '^(\\d{10})?$' }),
  /** ICP备案号 and 公安备案号, as on the certificate. */
  icpNumber: Text(60),
  policeNumber: Text(60),
  statement: Text(300),
});
export type SiteSettings = Static<typeof SiteSettings>;

/** What a new installation shows. */
export const defaultSite: SiteSettings = {
  cityName: '', portalName: '政务服务网', slogan: '一网通办', theme: 'blue', hotline: '12345', hotlineHours: '7×24 小时人工服务', address: '',
  organizer: '', operator: '', siteCode: '', icpNumber: '', policeNumber: '',
  statement: '本网站提供政务服务事项的查询、申报、进度、证照核验和评价服务。办理结果以出具的文书和电子证照为准。',
};

export const getSite = defineOperation({
  id: 'site.get-site', method: 'GET', path: '/api/v1/site', permission: 'public', summary: '网站名称、主题、联系方式和备案信息', response: SiteSettings,
});

export const SiteForEditing = Type.Object({ revision: Type.Integer(), settings: SiteSettings });

export const getSiteForEditing = defineOperation({
  id: 'site.get-settings', method: 'GET', path: '/api/v1/site-settings', permission: 'site.settings.manage',
  summary: '网站设置及其版本', response: SiteForEditing,
});

export const saveSite = defineOperation({
  id: 'site.save-settings', method: 'PUT', path: '/api/v1/site-settings', permission: 'site.settings.manage',
  summary: '保存网站设置，门户随即使用', body: SiteForEditing, response: SiteForEditing,
});
