import type { ItemElements, QualityFinding } from '../contract.ts';
import { error, when } from './finding.ts';

/** 到场次数 and 网办深度 (rules 3, 4). */
export function checkVisits(elements: ItemElements): QualityFinding[] {
  const { visitCount, visitReason, onlineAvailable, handlingForms, onlineLevel, onlineDepths, handling } = elements;
  if (visitCount === undefined) return [error('visit-count', 'visitCount', '请填写到办事现场次数。')];
  return when(
    [visitCount >= 1 && (visitReason ?? '').replace('无', '') === '', error('visit-reason', 'visitReason', '需要到现场的，请说明必须到现场的原因。')],
    [visitCount === 0 && visitReason !== undefined && visitReason !== '无', error('visit-reason', 'visitReason', '到现场 0 次的，原因应为“无”。')],
    [visitCount === 0 && !onlineAvailable && !handlingForms.includes('3'),
      error('visit-express', 'handlingForms', '不能网上办理又不必到现场的，办理形式应包含快递申请。')],
    [onlineLevel === '4' && visitCount > 0, error('online-level', 'onlineLevel', '全程网办的事项，到现场次数应为 0。')],
    [onlineAvailable && onlineDepths.length === 0, error('online-depth', 'onlineDepths', '可以网上办理的事项，请选择网上办理深度。')],
    [onlineAvailable !== handlingForms.includes('2'), error('online-form', 'handlingForms', '办理形式是否包含“网上”应与能否网上办理一致。')],
    [handling.mode === 'platform' && !onlineAvailable, error('online-handling', 'onlineAvailable', '在本平台办理的事项应可网上办理。')],
  );
}

/** 收费 (rule 5). */
export function checkFees({ charged, fees, onlinePayment }: ItemElements): QualityFinding[] {
  return when(
    [charged === undefined, error('charged', 'charged', '请说明是否收费。')],
    [charged === true && fees.length === 0, error('fees', 'fees', '收费事项请填写收费项目、标准和依据。')],
    [charged === true && onlinePayment === undefined, error('online-payment', 'onlinePayment', '收费事项请说明是否支持网上支付。')],
    [charged === false && fees.length > 0, error('fees', 'fees', '不收费的事项不应列出收费项目。')],
    [charged === false && onlinePayment === true, error('online-payment', 'onlinePayment', '不收费的事项，网上支付应为否。')],
    ...fees.map((fee, index) => [fee.reducible && !fee.reductionBasis,
      error('fee-reduction', `fees.${index}.reductionBasis`, `收费项目“${fee.name}”可以减免，请填写减免依据。`)] as const),
  );
}

const withAreaCode = /^(?:0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|1[23]\d{3}|0\d{2,3}-1[23]\d{3})$/;

/** 咨询和监督电话: both there, different, with area code (rule 6). */
export function checkTelephones({ consultationTelephone, supervisionTelephone, windows }: ItemElements): QualityFinding[] {
  return when(
    [!consultationTelephone, error('telephone', 'consultationTelephone', '请填写咨询电话。')],
    [!supervisionTelephone, error('telephone', 'supervisionTelephone', '请填写监督投诉电话。')],
    [!!consultationTelephone && consultationTelephone === supervisionTelephone,
      error('telephone', 'supervisionTelephone', '咨询电话与监督投诉电话应不同。')],
    ...([['consultationTelephone', consultationTelephone], ['supervisionTelephone', supervisionTelephone]] as const).map(([path, telephone]) =>
      [!!telephone && !withAreaCode.test(telephone), error('area-code', path, `电话 ${telephone ?? ''} 应带区号，如 0826-1234567。`)] as const),
    [windows.length === 0, error('windows', 'windows', '请填写至少一个办理窗口的地址、电话和时间。')],
  );
}

const companyObjects = ['2', '3', '4', '5', '6', '9'];

/** 服务对象 agrees with topics and audiences (rule 7). */
export function checkAudience({ serviceObjects, personTopics, companyTopics, audiences }: ItemElements): QualityFinding[] {
  const persons = serviceObjects.includes('1');
  const companies = serviceObjects.some((code) => companyObjects.includes(code));
  return when(
    [serviceObjects.length === 0, error('service-object', 'serviceObjects', '请选择服务对象。')],
    [!persons && personTopics.length > 0, error('topics', 'personTopics', '服务对象没有自然人，不应选择个人主题。')],
    [!companies && companyTopics.length > 0, error('topics', 'companyTopics', '服务对象只有自然人，不应选择法人主题。')],
    [persons && personTopics.length === 0, error('topics', 'personTopics', '服务对象包含自然人，请选择个人主题。')],
    [companies && companyTopics.length === 0, error('topics', 'companyTopics', '服务对象包含法人，请选择法人主题。')],
    [persons !== audiences.includes('person') || companies !== audiences.includes('company'),
      error('audiences', 'audiences', '面向人群应与服务对象一致。')],
  );
}
