import type { ItemElements, QualityFinding } from '../contract.ts';
import { error, warning, when } from './finding.ts';

/** What an item handled on this platform needs beside its guide: form, process, departments, dates in order. */
export function checkHandling(elements: ItemElements): QualityFinding[] {
  const { handling, forms, handlingDepartments, questionnaire, planEffectiveDate, planCancelDate, taskType } = elements;
  const formKeys = forms.map(({ key }) => key);
  const dates = when(
    [planEffectiveDate !== undefined && planCancelDate !== undefined && planEffectiveDate > planCancelDate,
      error('plan-dates', 'planCancelDate', '计划取消日期应晚于计划生效日期。')],
    [handling.mode === 'external' && handling.url === undefined, error('handling-url', 'handling.url', '在其他网站办理的，请填写办理地址。')],
  );
  if (handling.mode !== 'platform') return dates;
  const roles = handlingDepartments.map(({ role }) => role);
  return [...dates, ...when(
    [handling.formKey === undefined || !formKeys.includes(handling.formKey), error('form', 'handling.formKey', '请选择申请使用的表单。')],
    [new Set(formKeys).size !== formKeys.length, error('form-keys', 'forms', '表单标识重复。')],
    [handling.processKey === undefined, error('process', 'handling.processKey', '请选择办理流程模型。')],
    [!roles.includes('acceptance'), error('departments', 'handlingDepartments', '请指定受理部门。')],
    [!roles.includes('decision') && !roles.includes('lead'), error('departments', 'handlingDepartments', '请指定审查或决定部门。')],
    [questionnaire === undefined, error('questionnaire', 'questionnaire', '请配置情形；没有差别的配置一个通用情形。')],
    [taskType === '01' && handling.licenceTypeCode === undefined, warning('licence', 'handling.licenceTypeCode', '行政许可一般需要签发证照，请核对。')],
  )];
}
