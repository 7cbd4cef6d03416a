/** Words of the site settings. */
export const siteWords = {
  title: '网站设置',
  lead: '门户的名称、主题、联系方式和备案信息，保存后立即对公众生效。',
  groups: { name: '名称与主题', contact: '联系方式', records: '主办单位与备案', statement: '页脚声明' },
  fields: {
    cityName: '城市名称', portalName: '网站名称', slogan: '副标题', theme: '主题颜色', hotline: '服务热线', hotlineHours: '服务时间', address: '地址',
    organizer: '主办单位', operator: '承办单位', siteCode: '政府网站标识码', icpNumber: 'ICP 备案号', policeNumber: '公安备案号', statement: '页脚声明',
  },
  hints: {
    cityName: '显示在网站名称之前，如“广安市广安区”。', siteCode: '十位数字；没有的留空。', icpNumber: '按备案证书填写；没有的留空，不显示。', policeNumber: '按备案证书填写；没有的留空，不显示。',
  } as Readonly<Record<string, string>>,
  themes: { blue: '政务蓝', red: '中国红', green: '生态绿', violet: '丁香紫' },
  preview: '门户页眉预览',
  open: '打开门户',
  save: '保存',
  saved: '已保存，门户已更新',
} as const;
