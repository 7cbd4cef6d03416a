import type { ItemElements, QualityFinding } from '../contract.ts';
import { error, warning, when } from './finding.ts';

/** 时限与办件类型: promised ≤ legal in the same unit, and 即办 if and only if it is done at once (rule 1). */
export function checkLimits({ legalLimit, promisedLimit, projectType, specialProcedures }: ItemElements): QualityFinding[] {
  const findings = when(
    [projectType === undefined, error('project-type', 'projectType', '请选择办件类型（即办件或承诺件）。')],
    [legalLimit === undefined, error('legal-limit', 'legalLimit', '请填写法定办结时限。')],
    [promisedLimit === undefined, error('promised-limit', 'promisedLimit', '请填写承诺办结时限。')],
  );
  if (promisedLimit && projectType !== undefined) {
    findings.push(...when(
      [promisedLimit.days === 0 && projectType !== '1', error('immediate', 'projectType', '承诺当场办结的事项，办件类型应为即办件。')],
      [promisedLimit.days > 0 && projectType === '1', error('immediate', 'promisedLimit', '即办件的承诺时限应为 0（当场办结）。')],
      [projectType === '1' && specialProcedures.length > 0, warning('immediate-special', 'specialProcedures', '即办件一般没有特别程序，请核对。')],
    ));
  }
  if (promisedLimit && legalLimit) {
    findings.push(...when(
      [promisedLimit.unit === legalLimit.unit && promisedLimit.days > legalLimit.days,
        error('promise-within-law', 'promisedLimit', `承诺时限 ${promisedLimit.days} 长于法定时限 ${legalLimit.days}，请改短。`)],
      [promisedLimit.unit !== legalLimit.unit, warning('same-unit', 'promisedLimit', '承诺时限与法定时限的单位不同，请统一为工作日。')],
    ));
  }
  return findings;
}
