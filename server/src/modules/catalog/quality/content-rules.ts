import type { ApplicationMaterial, ItemElements, QualityFinding } from '../contract.ts';
import { error, warning, when } from './finding.ts';

const REQUIRED_STEPS = ['受理', '审', '办结', '送达'];
/** 兜底条款 that leave the applicant guessing (GDE-03). */
const VAGUE = /其他(?:有关|相关|必要的)?(?:材料|资料|证明|文件|条件)|等(?:相关|有关)(?:材料|资料|证明)|需要(?:提供|提交)的其他|等材料$|视情况/;

/** 设定依据、受理条件、流程、常见问题: present; a permit has ≥1 FAQ and ≥5 steps (rule 8). */
export function checkContent(elements: ItemElements): QualityFinding[] {
  const { legalBases, conditions, flowSteps, faqs, taskType, reconsideration, litigation } = elements;
  const steps = flowSteps.map(({ name }) => name).join('、');
  return [
    ...when(
      [legalBases.length === 0, error('legal-basis', 'legalBases', '请填写设定依据（法律名称、条款号和条款内容）。')],
      [conditions.length === 0, error('conditions', 'conditions', '请填写受理条件。')],
      [flowSteps.length === 0, error('flow', 'flowSteps', '请填写办理流程。')],
      [taskType === '01' && faqs.length === 0, error('faq', 'faqs', '行政许可事项至少需要一个常见问题。')],
      [taskType === '01' && flowSteps.length < 5, error('flow', 'flowSteps', '行政许可事项的办理流程不少于 5 步（受理、审核、审批、办结、送达）。')],
      [taskType === '01' && !REQUIRED_STEPS.every((step) => steps.includes(step)),
        error('flow', 'flowSteps', '行政许可事项的办理流程应包含受理、审核（审批）、办结、送达。')],
      [taskType !== '20' && !(reconsideration && litigation), error('remedies', 'reconsideration', '请填写行政复议和行政诉讼渠道。')],
    ),
    ...conditions.flatMap((condition, index) => when([VAGUE.test(condition), vague(`conditions.${index}`, condition)])),
  ];
}

function vague(path: string, text: string): QualityFinding {
  return error('vague', path, `“${text.slice(0, 40)}”含有模糊兜底表述，请写明具体内容。`);
}

/** 申请材料: at least one or said to be none; forms have a sample; each one that is checked has review points. */
export function checkMaterials({ materials, noMaterials, forms, handling }: ItemElements): QualityFinding[] {
  const keys = materials.map(({ key }) => key);
  return [
    ...when(
      [materials.length === 0 && noMaterials !== true, error('materials', 'materials', '请填写申请材料，或明确“无需材料”。')],
      [materials.length > 0 && noMaterials === true, error('materials', 'noMaterials', '已列出材料，不能同时选择“无需材料”。')],
      [new Set(keys).size !== keys.length, error('material-keys', 'materials', '材料标识重复，请改为不同的标识。')],
    ),
    ...materials.flatMap((material) => checkMaterial(material, forms.map(({ key }) => key), handling.mode === 'platform')),
  ];
}

function checkMaterial(material: ApplicationMaterial, formKeys: readonly string[], onPlatform: boolean): QualityFinding[] {
  const path = `materials.${material.key}`;
  const points = material.reviewPoints.map(({ key }) => key);
  return when(
    [material.type === '2' && material.sample === undefined, error('material-sample', `${path}.sample`, `“${material.name}”是申请表格文书，请提供示例样表。`)],
    [material.formKey !== undefined && !formKeys.includes(material.formKey), error('material-form', `${path}.formKey`, `“${material.name}”使用的表单不存在。`)],
    [onPlatform && material.formKey === undefined && material.fileTypes.length === 0,
      error('material-files', `${path}.fileTypes`, `请说明“${material.name}”可以上传哪些格式。`)],
    [onPlatform && points.length === 0, error('review-points', `${path}.reviewPoints`, `请填写“${material.name}”的审查要点。`)],
    [new Set(points).size !== points.length, error('review-points', `${path}.reviewPoints`, `“${material.name}”的审查要点标识重复。`)],
    [material.source === '20' && !material.issuingAuthority, warning('issuer', `${path}.issuingAuthority`, `“${material.name}”由政府部门核发，请填写出具机构。`)],
    [VAGUE.test(material.name) || VAGUE.test(material.acceptanceStandard), vague(path, `${material.name}：${material.acceptanceStandard}`)],
    ...material.reviewPoints.map((point) => [VAGUE.test(point.text), vague(`${path}.reviewPoints.${point.key}`, point.text)] as const),
  );
}
