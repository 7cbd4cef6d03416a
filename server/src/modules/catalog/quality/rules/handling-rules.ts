import type { ItemElements } from '../../contract.ts';
import { at, basis, defineRule, type Hit, type QualityRule } from '../rule.ts';

/** Only asked of items handled on this platform. */
const onPlatform = (elements: ItemElements, hits: () => Hit[]): Hit[] => elements.handling.mode === 'platform' ? hits() : [];

/** What an item handled on this platform needs beside its guide. */
export const handlingRules: readonly QualityRule[] = [
  defineRule({
    id: 'handling-url', version: 1, group: 'guide', severity: 'error', title: '在其他网站办理的写明网址', basis: basis.standard,
    message: '在其他网站办理的，请填写办理地址。', mend: '填写能直接打开办理页面的网址。',
    find: ({ handling }) => at('handling.url', handling.mode === 'external' && handling.url === undefined),
  }),
  defineRule({
    id: 'form', version: 1, group: 'guide', severity: 'error', title: '在本平台办理的有申请表单', basis: basis.platform,
    message: '请选择申请使用的表单。', mend: '在办理方式里选择本事项的一张表单。',
    find: (elements) => onPlatform(elements, () => at('handling.formKey',
      elements.handling.formKey === undefined || !elements.forms.some(({ key }) => key === elements.handling.formKey))),
  }),
  defineRule({
    id: 'form-keys', version: 1, group: 'materials', severity: 'error', title: '表单标识不重复', basis: basis.platform,
    message: '表单标识重复。', mend: '给重复的表单换一个标识。',
    find: ({ forms }) => at('forms', new Set(forms.map(({ key }) => key)).size !== forms.length),
  }),
  defineRule({
    id: 'process', version: 1, group: 'guide', severity: 'error', title: '在本平台办理的有办理流程模型', basis: basis.platform,
    message: '请选择办理流程模型。', mend: '在办理方式里选择一个已发布的流程模型。',
    find: (elements) => onPlatform(elements, () => at('handling.processKey', elements.handling.processKey === undefined)),
  }),
  defineRule({
    id: 'departments', version: 2, group: 'guide', severity: 'error', title: '指定受理部门和审查或者决定部门', basis: basis.platform,
    message: '{fault}', mend: '在办理部门里增加缺少的角色。',
    find: (elements) => onPlatform(elements, () => {
      const roles = elements.handlingDepartments.map(({ role }) => role);
      return [
        ...at('handlingDepartments', !roles.includes('acceptance'), { fault: '请指定受理部门。' }),
        ...at('handlingDepartments', !roles.includes('decision') && !roles.includes('lead'), { fault: '请指定审查或决定部门。' }),
      ];
    }),
  }),
  defineRule({
    id: 'questionnaire', version: 1, group: 'guidance', severity: 'error', title: '配置了情形', basis: basis.platform,
    message: '请配置情形；没有差别的配置一个通用情形。', mend: '在情形引导里至少增加一个情形。',
    find: (elements) => onPlatform(elements, () => at('questionnaire', elements.questionnaire === undefined)),
  }),
  defineRule({
    id: 'licence', version: 1, group: 'guide', severity: 'warning', title: '行政许可签发证照', basis: '《中华人民共和国行政许可法》第三十九条',
    message: '行政许可一般需要签发证照，请核对。', mend: '选择办结后签发的证照类型；确实不签发的，由审核人确认。',
    find: (elements) => onPlatform(elements, () => at('handling.licenceTypeCode', elements.taskType === '01' && elements.handling.licenceTypeCode === undefined)),
  }),
];
