import type { ApplicationMaterial, ItemElements } from '../../contract.ts';
import { at, basis, defineRule, integer, isFilled, words, type Hit, type QualityRule } from '../rule.ts';

/** Hits of each material, at a path below it. */
export function eachMaterial({ materials }: ItemElements, find: (material: ApplicationMaterial, path: string) => Hit[]): Hit[] {
  return materials.flatMap((material) => find(material, `materials.${material.key}`));
}

export const plain = (text: string): string => text.replace(/[\s。，、；：,.;:]/g, '');
export const onPlatform = ({ handling }: ItemElements): boolean => handling.mode === 'platform';
export const repeated = (keys: readonly string[]): boolean => new Set(keys).size !== keys.length;

interface OtherForm { form: string; situation: string; filled: string }

/** Situations in which a material made from a form is asked for though another form is filled in. Where conditions choose among them, one with the form is enough. */
function otherForms({ forms, handling, questionnaire }: ItemElements, { formKey, situations, when = [] }: ApplicationMaterial): OtherForm[] {
  const nameOf = (key: string | undefined): string | undefined => forms.find((form) => form.key === key)?.name;
  const form = nameOf(formKey);
  if (form === undefined) return [];
  const asked = (questionnaire?.situations ?? [undefined])
    .filter((one) => !one?.refused && one?.handlingItemId === undefined && (one === undefined || (situations?.includes(one.key) ?? true)));
  const others = asked.flatMap((one) => {
    const key = one?.formKey ?? handling.formKey;
    const filled = nameOf(key);
    return key === formKey || filled === undefined ? [] : [{ form, filled, situation: one === undefined || asked.length === 1 ? '' : `情形“${one.name}”` }];
  });
  return when.length > 0 && others.length < asked.length ? [] : others;
}

/** 申请材料的要素. */
export const materialRules: readonly QualityRule[] = [
  defineRule({
    id: 'materials', version: 2, group: 'materials', severity: 'error', title: '列出申请材料，或者明确无需材料', basis: basis.publicity,
    message: '{fault}', mend: '逐项列出要提交的材料；确实不要材料的，只勾选“无需材料”。',
    find: ({ materials, noMaterials }) => [
      ...at('materials', materials.length === 0 && noMaterials !== true, { fault: '请填写申请材料，或明确“无需材料”。' }),
      ...at('noMaterials', materials.length > 0 && noMaterials === true, { fault: '已列出材料，不能同时选择“无需材料”。' }),
    ],
  }),
  defineRule({
    id: 'material-keys', version: 1, group: 'materials', severity: 'error', title: '材料标识不重复', basis: basis.platform,
    message: '材料标识重复，请改为不同的标识。', mend: '给重复的材料换一个标识。',
    find: ({ materials }) => at('materials', repeated(materials.map(({ key }) => key))),
  }),
  defineRule({
    id: 'material-repeated', version: 1, group: 'materials', severity: 'warning', title: '同一情形下材料不重复', basis: basis.practice,
    message: '材料“{name}”在同一情形下列了不止一次。', mend: '合并为一项；确实要两份的，改份数；不同人的，在名称里写明是谁的。',
    find: (elements) => {
      const seen = new Set<string>();
      return eachMaterial(elements, ({ name, when, situations }, path) => {
        const key = `${plain(name)} ${JSON.stringify([when ?? [], situations ?? []])}`;
        const again = seen.has(key);
        seen.add(key);
        return at(`${path}.name`, again, { name });
      });
    },
  }),
  defineRule({
    id: 'material-sample', version: 1, group: 'materials', severity: 'error', title: '每张申请表格文书有示例样表', basis: basis.publicity,
    message: '“{name}”是申请表格文书，请提供示例样表。', mend: '上传填好的样表，或者选择表单并填好表单的示例。',
    find: (elements) => eachMaterial(elements, ({ type, sample, name }, path) => at(`${path}.sample`, type === '2' && sample === undefined, { name })),
  }),
  defineRule({
    id: 'material-blank-form', version: 1, group: 'materials', severity: 'warning', title: '每张申请表格文书有空白表格', basis: basis.publicity,
    message: '“{name}”是申请表格文书，申请人拿不到空白表格。', mend: '上传空白表格，或者选择可以在网上填写的表单。',
    find: (elements) => eachMaterial(elements, ({ type, formKey, blankFormFileId, name }, path) =>
      at(`${path}.blankFormFileId`, type === '2' && formKey === undefined && blankFormFileId === undefined, { name })),
  }),
  defineRule({
    id: 'material-form', version: 1, group: 'materials', severity: 'error', title: '材料使用的表单存在', basis: basis.platform,
    message: '“{name}”使用的表单不存在。', mend: '重新选择表单，或者改为上传文件。',
    find: (elements) => eachMaterial(elements, ({ formKey, name }, path) =>
      at(`${path}.formKey`, formKey !== undefined && !elements.forms.some(({ key }) => key === formKey), { name })),
  }),
  defineRule({
    id: 'material-form-filled', version: 1, group: 'materials', severity: 'error', title: '由表单生成的材料，生成自申请人填写的表单', basis: basis.platform,
    message: '“{name}”由“{form}”生成，{situation}申请人填写的却是“{filled}”。', mend: '把材料的表单改为申请人填写的那一份，或者只在使用这份表单的情形里要这份材料。',
    find: (elements) => onPlatform(elements) ? eachMaterial(elements, (material, path) => otherForms(elements, material).slice(0, 1).flatMap((other) => at(`${path}.formKey`, true, { name: material.name, ...other }))) : [],
  }),
  defineRule({
    id: 'material-files', version: 1, group: 'materials', severity: 'error', title: '上传的材料写明文件格式', basis: basis.platform,
    message: '请说明“{name}”可以上传哪些格式。', mend: '勾选可以上传的格式，一般为 PDF、JPG、PNG、OFD。',
    find: (elements) => onPlatform(elements) ? eachMaterial(elements, ({ formKey, fileTypes, name }, path) =>
      at(`${path}.fileTypes`, formKey === undefined && fileTypes.length === 0, { name })) : [],
  }),
  defineRule({
    id: 'issuer', version: 1, group: 'materials', severity: 'warning', title: '政府核发的材料写明出具机构', basis: basis.standard,
    message: '“{name}”由政府部门核发，请填写出具机构。', mend: '填写核发部门的全称。',
    find: (elements) => eachMaterial(elements, ({ source, issuingAuthority, name }, path) =>
      at(`${path}.issuingAuthority`, source === '20' && (issuingAuthority ?? '').trim() === '', { name })),
  }),
  defineRule({
    id: 'material-licence', version: 1, group: 'materials', severity: 'warning', title: '政府核发的证件对应电子证照', basis: '《优化营商环境条例》第三十七条',
    message: '“{name}”由政府部门核发，没有关联标准材料或者证照类型，申请人还要自己上传。', mend: '关联标准材料，或者选择可以代替它的证照类型。',
    find: (elements) => eachMaterial(elements, (material, path) => at(`${path}.replacedByLicenceTypes`,
      material.source === '20' && material.type === '1' && material.replacedByLicenceTypes.length === 0 && material.standardCode === undefined, { name: material.name })),
  }),
  defineRule({
    id: 'material-intermediary', version: 1, group: 'materials', severity: 'warning', title: '中介出具的材料列入中介服务', basis: '《优化营商环境条例》第四十三条',
    message: '“{name}”由中介机构出具，事项的中介服务却没有填写。', mend: '在中介服务里写明服务名称和选择方式。',
    find: (elements) => eachMaterial(elements, ({ source, sourceExplanation, name }, path) =>
      at(`${path}.source`, source === '30' && noService(elements.intermediaryServices) && (sourceExplanation ?? '').trim() === '', { name })),
  }),
  defineRule({
    id: 'material-copies', version: 1, group: 'materials', severity: 'warning', title: '纸质材料写明份数', basis: basis.standard,
    message: '“{name}”要交纸质材料，原件和复印件却都是 0 份。', mend: '填写原件或者复印件的份数；只收电子材料的，把材料形式改为电子化。',
    find: (elements) => eachMaterial(elements, ({ form, originals, copies, name }, path) => at(`${path}.originals`, form === '1' && originals + copies === 0, { name })),
  }),
  defineRule({
    id: 'material-standard', version: 1, group: 'materials', severity: 'warning', title: '受理标准说得出怎样算合格', basis: basis.standard,
    message: '“{name}”的受理标准“{text}”没有说怎样算合格。', mend: '写明看什么、与什么核对，如“在有效期内，名称与申请表一致”。',
    parameters: { least: integer('最少字数', 4, 1, 100), words: words('等于没有说的受理标准', ['无', '略', '齐全', '规范', '真实有效', '真实', '清晰', '符合规定', '符合要求', '符合法定形式', '按要求提供']) },
    find: (elements, parameters) => eachMaterial(elements, ({ acceptanceStandard, name }, path) => {
      const text = plain(acceptanceStandard);
      return at(`${path}.acceptanceStandard`, isFilled(acceptanceStandard) && (text.length < parameters.least || parameters.words.includes(text) || text === plain(name)), { name, text: acceptanceStandard });
    }),
  }),
];

function noService(text: string | undefined): boolean {
  return /^(?:无|没有|不涉及|暂无)?$/.test((text ?? '').trim());
}
