import type { ProcessModel } from '@tongban/bpmn-model';
import { listFields, type Field, type FormDefinition } from '@tongban/form-model';
import type { RuleSetContent } from '../../../kernel/rules/contract.ts';
import { lackingLines, type PinnedVersion } from '../../catalog/index.ts';
import { pathOfPoint, type ItemElements } from '../../catalog/contract.ts';
import { formLinesOf, type LicenceType } from '../../licences/index.ts';
import { knownDates, materialFacts, type ActivationFinding, type AutomationModel, type Finder, type InputMapping, type PointAnswer, type SettingContent } from '../contract.ts';
import { pathOf } from './process-path.ts';
import { listResults, type RuleResult } from '../../../kernel/rules/rule-results.ts';
import { fieldValueType, inputTypeLabel, knownSourceType, sourceTypeLabels, typeFits } from './value-types.ts';

/** The rules that a setting names, as they are in force. */
export interface RulesInForce { ruleSetId: string; versionId: string; number: number; name: string; content: RuleSetContent }

/** What a setting is checked against. */
export interface Surroundings {
  item: PinnedVersion | undefined;
  rules: RulesInForce | undefined;
  process: ProcessModel | undefined;
  /** By code: the licence that the item issues and those that the setting names. */
  licenceTypes: ReadonlyMap<string, LicenceType>;
}

const found = (at: string, code: string, message: string, mend: string): ActivationFinding => ({ at, code, message, mend });

/** Models in which the platform completes a case by itself. */
export function decidesAlone(model: AutomationModel): boolean {
  return model === 'automatic' || model === 'proactive';
}

/** Keys of the forms that an application of the item may fill in here. */
export function usedForms({ questionnaire, handling }: ItemElements): string[] {
  const keys = (questionnaire?.situations ?? []).filter(({ refused, handlingItemId }) => !refused && handlingItemId === undefined).map(({ formKey }) => formKey ?? handling.formKey);
  return [...new Set((questionnaire ? keys : [handling.formKey]).flatMap((key) => key ?? []))];
}

/** Fields that every application of the item fills in, by id: those that stand in each of its forms. */
export function sharedFields(elements: ItemElements): Map<string, Field> {
  const [first, ...others] = usedForms(elements).flatMap((key) => elements.forms.find((form) => form.key === key) ?? [])
    .map(({ definition }) => new Map(listFields(definition as FormDefinition).map((field) => [field.id, field])));
  if (first === undefined) return new Map();
  return new Map([...first].filter(([id]) => others.every((form) => form.has(id))));
}

/**
 * Everything that keeps a setting from being switched on, each with how to mend it; empty when the platform can act by it.
 * Pure: the same setting, item and rules are judged alike at any time (DEC-01).
 */
export function checkSetting(model: AutomationModel, content: SettingContent, surroundings: Surroundings): ActivationFinding[] {
  const { item, rules } = surroundings;
  const findings: ActivationFinding[] = [];
  if (!item) findings.push(found('item', 'item-unpublished', '事项没有已发布的版本。', '请先在事项目录中发布这个事项，再启用自动审批。'));
  if (!rules) findings.push(found('ruleSetCode', 'rules-missing', content.ruleSetCode ? '所选的业务规则没有在执行的版本。' : '还没有选择业务规则。', '请选择一个已发布的业务规则，或者先发布它。'));
  if (content.channels.length === 0) findings.push(found('channels', 'channels-none', '没有选择渠道，系统不会办理任何申请。', '请至少选择一个渠道。'));
  if (item && item.elements.handling.mode !== 'platform') findings.push(found('item', 'item-elsewhere', '这个事项不在本平台办理。', '请在事项的办理方式中改为平台办理，或者不启用自动审批。'));
  if (rules) findings.push(...checkConclusion(content, rules));
  if (item && rules) findings.push(...checkInputs(content.inputs, item.elements, rules.content, surroundings));
  if (item) findings.push(...checkPoints(model, content, item.elements, rules, surroundings));
  if (item && decidesAlone(model)) findings.push(...checkAlone(item.elements, surroundings));
  if (model === 'proactive') findings.push(...checkFinder(content.finder, item?.elements, surroundings));
  return findings;
}

function checkConclusion({ conclusion, problems }: SettingContent, { content }: RulesInForce): ActivationFinding[] {
  const results = listResults(content);
  const findings = checkResult(results, conclusion.decision, conclusion.value, 'conclusion', '准予的依据');
  if (problems && !content.decisions.some(({ name }) => name === problems)) {
    findings.push(found('problems', 'problems-unknown', `业务规则中没有决策“${problems}”。`, '请重新选择列出问题的决策，或者不选。'));
  }
  return findings;
}

function checkResult(results: readonly RuleResult[], decision: string | undefined, value: string | undefined, at: string, what: string): ActivationFinding[] {
  const result = results.find(({ name }) => name === decision);
  if (!result) return [found(at, 'result-unknown', decision ? `业务规则中没有结果“${decision}”。` : `没有选择${what}。`, '请选择业务规则的一个决策结果。')];
  if (!value) return [found(at, 'result-value', `没有填写${what}是“${decision}”的哪个值。`, '请选择或者填写结果值。')];
  if (result.results.length > 0 && !result.results.includes(value)) {
    return [found(at, 'result-value', `“${decision}”不会得出“${value}”。`, `请从${result.results.map((one) => `“${one}”`).join('、')}中选择。`)];
  }
  return [];
}

function checkInputs(mappings: readonly InputMapping[], elements: ItemElements, rules: RuleSetContent, surroundings: Surroundings): ActivationFinding[] {
  const fields = sharedFields(elements);
  const findings = rules.inputs.flatMap((input): ActivationFinding[] => {
    const at = `inputs.${input.name}`;
    const [mapping, second] = mappings.filter((one) => one.input === input.name);
    if (second) return [found(at, 'input-twice', `规则输入“${input.name}”有两个来源。`, '请只保留一个。')];
    if (!mapping) return input.optional ? [] : [found(at, 'input-unmapped', `规则需要“${input.name}”，没有指定从哪里取得。`, '请为它选择申请表字段、情形回答、申请人信息、电子证照、日期或者材料。')];
    const unknown = checkSource(mapping, elements, fields, surroundings);
    if (unknown) return [found(at, 'source-unknown', `“${input.name}”的来源不存在：${unknown}。`, '请重新选择来源；事项改版后字段、问题可能已经改变。')];
    const field = mapping.kind === 'field' ? fields.get(mapping.source) : undefined;
    const type = field ? fieldValueType(field) : knownSourceType(mapping) ?? 'other';
    if (typeFits(input, type)) return [];
    return [found(at, 'input-type', `“${input.name}”要求${inputTypeLabel(input)}，来源是${sourceTypeLabels[type]}。`, '请换一个类型相符的来源，或者修改规则的输入类型。')];
  });
  const stray = mappings.filter(({ input }) => !rules.inputs.some(({ name }) => name === input));
  return [...findings, ...stray.map(({ input }) => found(`inputs.${input}`, 'input-unknown', `业务规则没有输入“${input}”。`, '请删除这一行。'))];
}

/** What a mapping names and is not there. */
function checkSource(mapping: InputMapping, elements: ItemElements, fields: ReadonlyMap<string, Field>, { licenceTypes }: Surroundings): string | undefined {
  switch (mapping.kind) {
    case 'field': return fields.has(mapping.source) ? undefined : `申请表的各个情形中没有共同的字段“${mapping.source}”`;
    case 'guidance': {
      const question = elements.questionnaire?.questions.find(({ key }) => key === mapping.source);
      if (!question) return `没有引导问题“${mapping.source}”`;
      const missing = mapping.options?.find((key) => !question.options.some((option) => option.key === key));
      return missing === undefined ? undefined : `引导问题“${question.text}”没有选项“${missing}”`;
    }
    case 'licence': return licenceTypes.has(mapping.source) && knownSourceType(mapping) ? undefined : `没有证照类型或者信息“${mapping.source}”`;
    case 'applicant': return knownSourceType(mapping) ? undefined : `没有申请人信息“${mapping.source}”`;
    case 'date': return mapping.source in knownDates ? undefined : `没有日期“${mapping.source}”`;
    case 'materials': return mapping.source in materialFacts ? undefined : `没有材料信息“${mapping.source}”`;
  }
}

function checkPoints(model: AutomationModel, content: SettingContent, elements: ItemElements, rules: RulesInForce | undefined, { process }: Surroundings): ActivationFinding[] {
  const results = rules ? listResults(rules.content) : [];
  const path = process ? pathOf(process) : undefined;
  const stages = new Set(['acceptance', 'decision', ...(path?.ok && path.steps.some(({ step }) => step === 'review') ? ['review'] : [])]);
  const all = [
    ...(elements.conditionPoints ?? []).map((point) => ({ point, at: pathOfPoint(undefined, point.key) })),
    ...elements.materials.flatMap(({ key, reviewPoints }) => reviewPoints.map((point) => ({ point, at: pathOfPoint(key, point.key) }))),
  ];
  const findings = all.flatMap(({ point, at }): ActivationFinding[] => {
    const answer = content.points.find(({ materialKey, pointKey }) => pathOfPoint(materialKey, pointKey) === at);
    if (!answer) {
      return decidesAlone(model) && stages.has(point.stage)
        ? [found(at, 'point-unanswered', `审查要点“${point.text}”没有人核对。`, '请指定由哪个规则结果得出，或者说明系统怎样保证它成立。')] : [];
    }
    return checkAnswer(answer, results, at, point.text);
  });
  const stray = content.points.filter(({ materialKey, pointKey }) => !all.some(({ at }) => at === pathOfPoint(materialKey, pointKey)));
  return [...findings, ...stray.map(({ materialKey, pointKey }) =>
    found(pathOfPoint(materialKey, pointKey), 'point-unknown', `事项没有审查要点“${materialKey ?? '受理条件'}/${pointKey}”。`, '请删除这一行；事项改版后要点可能已经改变。'))];
}

function checkAnswer(answer: PointAnswer, results: readonly RuleResult[], at: string, text: string): ActivationFinding[] {
  if (answer.by === 'rule') return checkResult(results, answer.decision, answer.value, at, `审查要点“${text}”的依据`);
  return answer.reason?.trim() ? [] : [found(at, 'point-reason', `没有说明审查要点“${text}”为什么不用人工核对。`, '请写明系统怎样保证它成立，例如“表单必填并校验”。')];
}

/** What the platform must not meet where nobody looks. */
function checkAlone(elements: ItemElements, { process, licenceTypes }: Surroundings): ActivationFinding[] {
  const findings: ActivationFinding[] = [];
  const path = process ? pathOf(process) : undefined;
  if (!path) findings.push(found('item', 'process-missing', '事项没有办理流程。', '请在事项的办理方式中选择流程。'));
  else if (!path.ok) findings.push(found('item', 'process-shape', `${path.reason}，不能全程由系统办理。`, '全流程自动只支持从受理到决定、送达的单线流程；请换流程，或者改用辅助审批。'));
  for (const material of elements.materials) {
    if (material.formKey !== undefined || material.necessity !== '1' || material.replacedByLicenceTypes.length > 0) continue;
    findings.push(found(`materials.${material.key}`, 'material-upload', `材料“${material.name}”必须上传，系统不能核对文件的内容。`, '请改为由申请表填写、由电子证照替代，或者改用辅助审批。'));
  }
  const licence = elements.handling.licenceTypeCode === undefined ? undefined : licenceTypes.get(elements.handling.licenceTypeCode);
  if (elements.handling.licenceTypeCode !== undefined && !licence) findings.push(found('item', 'licence-unknown', '事项签发的证照类型不在证照目录中。', '请在事项的办理方式中重新选择证照类型。'));
  if (licence?.validity === 'decided') findings.push(found('item', 'licence-dates', `《${licence.name}》的有效期要由决定人逐件填写。`, '请把证照的有效期改为固定年限或者长期，或者改用辅助审批。'));
  for (const { form, line } of licence ? lackingLines(elements, formLinesOf(licence.face)) : []) {
    findings.push(found('item', 'licence-face', `《${licence?.name ?? ''}》的照面要印“${line.label}”，申请表“${form.name}”里没有这个字段。`, '请在申请表里增加这个字段，或者在证照目录里修改照面；自动签发的证照没有人核对照面。'));
  }
  for (const { name } of elements.specialProcedures) findings.push(found('item', 'special-procedure', `事项有特别程序“${name}”，要由工作人员提请。`, '请改用辅助审批。'));
  if (elements.charged || elements.fees.length > 0) findings.push(found('item', 'fee', '事项收费，要由工作人员核收。', '请改用辅助审批。'));
  return findings;
}

function checkFinder(finder: Finder | undefined, elements: ItemElements | undefined, { licenceTypes }: Surroundings): ActivationFinding[] {
  if (!finder) return [found('finder', 'finder-missing', '没有设置怎样找到可以享受服务的人。', '请选择“证照到期”或者“达到年龄”。')];
  const findings: ActivationFinding[] = [];
  if (finder.kind === 'licence-expiring') {
    if (!finder.licenceType || !licenceTypes.has(finder.licenceType)) findings.push(found('finder.licenceType', 'finder-licence', '没有选择到期的证照。', '请选择一种有固定期限的证照。'));
    if (finder.days === undefined) findings.push(found('finder.days', 'finder-days', '没有填写提前多少天提示。', '请填写 1 至 365 天。'));
  } else if (finder.age === undefined) findings.push(found('finder.age', 'finder-age', '没有填写年龄。', '请填写周岁。'));
  if (!finder.purpose.trim()) findings.push(found('finder.purpose', 'finder-purpose', '没有写明使用个人信息的目的。', '请写明目的；每次比对都会留痕（个人信息保护法第六条、第三十四条）。'));
  if (!finder.legalBasis.trim()) findings.push(found('finder.legalBasis', 'finder-basis', '没有写明主动服务的依据。', '请写明法律、法规或者文件及条款。'));
  if (!elements) return findings;
  const fields = sharedFields(elements);
  for (const { field } of finder.answers) if (!fields.has(field)) findings.push(found('finder.answers', 'finder-field', `申请表中没有字段“${field}”。`, '请重新选择字段。'));
  for (const { question, option } of finder.guidance) {
    const asked = elements.questionnaire?.questions.find(({ key }) => key === question);
    if (!asked?.options.some(({ key }) => key === option)) findings.push(found('finder.guidance', 'finder-guidance', `没有引导问题或者选项“${question}：${option}”。`, '请重新选择情形。'));
  }
  return findings;
}
