import { chooseText } from '../../locale/locale.ts';

/** Words of giving one material. */
export const materialText = chooseText({
  'zh-CN': {
    required: '必须提交',
    optional: '可以不交',
    later: '可以容缺后补',
    generated: '由您填写的表单自动生成，不用上传。',
    free: '无需提交：已有电子证照',
    consent: (name: string, number: string) => `同意本次办理使用我的电子证照《${name}》（${number}）`,
    validTo: (date: string) => `有效期至 ${date}`,
    consentNote: '使用会留下记录，可在“谁用过我的数据”查看。',
    orUpload: '不使用电子证照，自己上传',
    useLicence: '改用电子证照，免交材料',
    sample: '填写示例',
    licencePicked: '使用电子证照',
  },
});
