import type { ItemElements, QualityFinding } from '../contract.ts';
import { error, warning, when } from './finding.ts';

const expectedType = (name: string): [type: string, label: string] | undefined => {
  if (/批复|批文/.test(name)) return ['30', '审批办结'];
  if (/证$|证书/.test(name)) return ['10', '出证'];
  if (/文$/.test(name)) return ['20', '出文'];
  return undefined;
};

/** 审批结果: the kind agrees with the name, and a result has a sample (rule 2). */
export function checkResults({ results, handling }: ItemElements): QualityFinding[] {
  const findings = results.flatMap((result, index) => {
    const path = `results.${index}`;
    const expected = expectedType(result.name);
    return when(
      [expected !== undefined && result.type !== expected[0],
        error('result-type', `${path}.type`, `结果“${result.name}”的类型应为${expected?.[1] ?? ''}。`)],
      [result.type !== '99' && result.sample === undefined, error('result-sample', `${path}.sample`, `请提供结果“${result.name}”的样本说明。`)],
    );
  });
  const licences = results.map(({ licenceTypeCode }) => licenceTypeCode).filter((code) => code !== undefined);
  return [...findings, ...when(
    [results.length === 0, error('result', 'results', '请填写审批结果；没有结果文书的请选择“无”。')],
    [handling.licenceTypeCode !== undefined && !licences.includes(handling.licenceTypeCode),
      warning('result-licence', 'results', '办结后签发的证照没有列入审批结果。')],
  )];
}
