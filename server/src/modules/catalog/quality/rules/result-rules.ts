import { at, basis, defineRule, type QualityRule } from '../rule.ts';

const { practice } = basis;

/** The kind that a result's name tells: 批复、批文 before the endings, since 批文 ends in 文 too. */
export function expectedResultType(name: string): { code: string; label: string } | undefined {
  const plain = name.replace(/[（(][^）)]*[）)]$/, '').trim();
  if (/批复|批文/.test(plain)) return { code: '30', label: '审批办结' };
  if (/证$|证书/.test(plain)) return { code: '10', label: '出证' };
  if (/文$/.test(plain)) return { code: '20', label: '出文' };
  return undefined;
}

/** 审批结果. */
export const resultRules: readonly QualityRule[] = [
  defineRule({
    id: 'result', version: 1, group: 'guide', severity: 'error', title: '审批结果已填写', basis: basis.standard,
    message: '请填写审批结果；没有结果文书的请选择“无”。', mend: '逐个填写办结后发给申请人的证照或者文书的全称。',
    find: ({ results }) => at('results', results.length === 0),
  }),
  defineRule({
    id: 'result-type', version: 2, group: 'guide', severity: 'error', title: '结果类型与结果名称一致', basis: practice,
    message: '结果“{name}”的类型应为{type}。', mend: '名称以“证”结尾或者含“证书”的选出证，以“文”结尾的选出文，含“批复”“批文”的选审批办结。',
    find: ({ results }) => results.flatMap(({ name, type }, index) => {
      const expected = expectedResultType(name);
      return at(`results.${index}.type`, expected !== undefined && expected.code !== type, { name, type: expected?.label ?? '' });
    }),
  }),
  defineRule({
    id: 'result-sample', version: 1, group: 'guide', severity: 'error', title: '每个结果有样本', basis: practice,
    message: '请提供结果“{name}”的样本说明。', mend: '说明证照或者文书上有哪些内容，或者上传样本。',
    find: ({ results }) => results.flatMap(({ name, type, sample, sampleFileId }, index) =>
      at(`results.${index}.sample`, type !== '99' && (sample ?? '').trim() === '' && sampleFileId === undefined, { name })),
  }),
  defineRule({
    id: 'result-none', version: 1, group: 'guide', severity: 'warning', title: '有证照的结果不选“无”', basis: practice,
    message: '结果“{name}”关联了证照类型，结果类型却是“无”。', mend: '把结果类型改为出证，或者去掉关联的证照类型。',
    find: ({ results }) => results.flatMap(({ name, type, licenceTypeCode }, index) => at(`results.${index}.type`, type === '99' && licenceTypeCode !== undefined, { name })),
  }),
  defineRule({
    id: 'result-licence-stage', version: 2, group: 'guide', severity: 'error', title: '与证照生命周期的关系写得清楚', basis: basis.platform,
    message: '结果“{name}”{fault}', mend: '选择证照类型，以及本事项对它是核发、变更、延续、补发还是注销；只注销证照的事项，办结后不签发它。',
    find: ({ results, handling }) => results.flatMap(({ name, licenceTypeCode, licenceStage }, index) => [
      ...at(`results.${index}.licenceTypeCode`, licenceStage !== undefined && licenceTypeCode === undefined, { name, fault: '选了与证照的关系，没有选是哪种证照。' }),
      // An item may take a licence through its whole life, one situation after the other.
      ...at(`results.${index}.licenceStage`, licenceTypeCode !== undefined && licenceTypeCode === handling.licenceTypeCode
        && results.every((one) => one.licenceTypeCode !== licenceTypeCode || one.licenceStage === 'end'), { name, fault: '是注销证照，办结后却还要签发它。' }),
    ]),
  }),
  defineRule({
    id: 'result-licence', version: 1, group: 'guide', severity: 'warning', title: '办结后签发的证照列入审批结果', basis: practice,
    message: '办结后签发的证照没有列入审批结果。', mend: '在审批结果里增加这个证照，并选择它的证照类型。',
    find: ({ results, handling }) =>
      at('results', handling.licenceTypeCode !== undefined && !results.some(({ licenceTypeCode }) => licenceTypeCode === handling.licenceTypeCode)),
  }),
];
