import type { RuleEvaluation } from '../../../kernel/rules/index.ts';
import type { ItemElements } from '../../catalog/contract.ts';
import type { SettingRecord } from '../queries/setting-record.ts';
import type { Assessment } from './assess.ts';

const longest = 400;

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/**
 * What the platform found, in words for the record of the case: what it looked at, what the rules concluded and by which
 * version. The whole chain of decisions is kept with the run.
 */
export function opinionOf({ evaluation, handOver, checks, problems }: Pick<Assessment, 'evaluation' | 'handOver' | 'checks' | 'problems'>, conclusion: string): string {
  const [decision] = conclusion.split('.');
  const summary = evaluation?.outcome.explanation.find((one) => one.decision === decision)?.summary ?? '';
  const passed = checks.filter((check) => check.passed).map(({ label }) => label);
  const found = passed.length === 0 ? '' : `已核对：${passed.join('、')}。`;
  const doubt = handOver === undefined ? '' : `需要人工判断：${problems.length > 0 ? `${problems.join('；')}。` : handOver.text}`;
  const version = evaluation === undefined ? '' : `（业务规则第 ${evaluation.number} 版）`;
  return shorten(`${found}${doubt}${summary}${version}`);
}

/** What the decision tells of itself: that no person made it, by what, and how to ask for one. */
export function statementOf({ number }: RuleEvaluation, { number: settingNumber }: SettingRecord, { windows, consultationTelephone }: ItemElements): string {
  const telephone = windows[0]?.telephone ?? consultationTelephone;
  const call = telephone ? `，也可以拨打 ${telephone} 提出` : '';
  return `本决定由政务服务平台依照已公布的业务规则（第 ${number} 版，自动审批设置第 ${settingNumber} 版）自动作出。对自动作出的决定有疑问的，可以在办件页面要求由工作人员复核${call}。`;
}
