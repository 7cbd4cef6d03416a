import type { ApplicationMaterial, ConditionPoint, ItemElements, LegalBasis, ReviewPoint } from '../../modules/catalog/contract.ts';
import { districtRegion } from './departments.ts';
import type { DepartmentName } from './seed-types.ts';

type Elements = ItemElements;

/** A review point with its stage. */
export function point(key: string, stage: ReviewPoint['stage'], text: string, basis?: string): ReviewPoint {
  return { key, stage, text, ...(basis === undefined ? {} : { basis }) };
}

/** A review point of a material by which a 受理条件 is found to hold. */
export function proving(condition: string, shown: ReviewPoint): ReviewPoint {
  return { ...shown, condition };
}

/** A review point of a 受理条件 that no material proves. */
export function conditionPoint(condition: string, key: string, stage: ConditionPoint['stage'], text: string, extra: Partial<ConditionPoint> = {}): ConditionPoint {
  return { key, condition, stage, text, ...extra };
}

type MaterialParts = Pick<ApplicationMaterial, 'key' | 'name' | 'acceptanceStandard' | 'reviewPoints'> & Partial<ApplicationMaterial>;

/** An uploaded material prepared by the applicant, one original, unless told otherwise. */
export function material(parts: MaterialParts): ApplicationMaterial {
  return {
    type: '3', form: '3', necessity: '1', source: '10', originals: 1, copies: 0, pageFormat: 'A4', replacedByLicenceTypes: [],
    fileTypes: ['pdf', 'jpg', 'png', 'ofd'], maxFiles: 5, ...parts,
  };
}

/** The application form, filled online and printed when asked for on paper. */
export function applicationForm(name: string, formKey: string, points: ReviewPoint[]): ApplicationMaterial {
  return material({
    key: 'application-form', name, type: '2', form: '2', formKey, fileTypes: [], maxFiles: 1, sample: { kind: 'form', formKey },
    fillingInstructions: '网上填写，提交后自动生成；到窗口办理的，由窗口人员录入后打印，申请人签字或者盖章。',
    acceptanceStandard: '各栏填写完整，内容与所附材料一致。', reviewPoints: points,
  });
}

/** 营业执照, shared by the government: shown, not asked for again. */
export function businessLicence(extra: Partial<ApplicationMaterial> = {}): ApplicationMaterial {
  return material({
    key: 'business-licence', name: '营业执照', type: '1', form: '2', source: '20', issuingAuthority: '市场监督管理部门', originals: 0, copies: 1,
    acceptanceStandard: '在有效登记状态，名称、统一社会信用代码、住所与申请表一致。',
    reviewPoints: [
      point('name', 'acceptance', '营业执照上的名称、统一社会信用代码与申请表一致。'),
      point('state', 'review', '登记状态为存续（在营、开业、在册），经营范围包含申请的业务。'),
    ], ...extra,
  });
}

/** 身份证明 of the person named. */
export function identityDocument(key: string, name: string, extra: Partial<ApplicationMaterial> = {}): ApplicationMaterial {
  return material({
    key, name, type: '1', form: '2', source: '20', issuingAuthority: '公安机关', originals: 0, copies: 1, maxFiles: 2, fileTypes: ['pdf', 'jpg', 'png'],
    acceptanceStandard: '正反两面清晰，在有效期内。',
    reviewPoints: [point('match', 'acceptance', '姓名、公民身份号码与申请表一致，证件在有效期内。')], ...extra,
  });
}

/** Article 45 of the licensing law, the ground of every special procedure of a permit. */
export const article45 = '《中华人民共和国行政许可法》第四十五条：依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在规定的期限内，所需时间书面告知申请人。';

export const licensingLawArticle42: LegalBasis = {
  lawName: '中华人民共和国行政许可法', documentNumber: '中华人民共和国主席令第7号公布，2019年4月23日修正', clauseNumber: '第四十二条第一款',
  clauseContent: '除可以当场作出行政许可决定的外，行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日，并应当将延长期限的理由告知申请人。但是，法律、法规另有规定的，依照其规定。',
};

/** The published flow of a permit. */
export function permitFlow(review: string, days: { review: number; decision: number }, responsible: string): Elements['flowSteps'] {
  return [
    { name: '申请', content: '申请人通过政务服务网或者到政务服务中心窗口提交申请。', responsible: '申请人' },
    { name: '受理', content: '材料齐全、符合法定形式的，受理并出具受理通知书；不齐全的，当场或者五个工作日内一次告知需要补正的全部内容。', days: 1, responsible: `${responsible}窗口` },
    { name: '审核', content: review, days: days.review, responsible },
    { name: '审批', content: '作出准予或者不予许可的决定；不予许可的，说明理由并告知申请行政复议、提起行政诉讼的权利。', days: days.decision, responsible },
    { name: '办结', content: '制作电子证照或者决定文书，加盖电子印章，网上公开结果。', responsible },
    { name: '送达', content: '网上下载电子证照，或者到窗口领取、快递送达。', responsible: `${responsible}窗口` },
  ];
}

const windowOf = (department: DepartmentName, number: string): Elements['windows'][number] => ({
  name: `广安区政务服务中心${department}窗口（${number}号）`, telephone: '0826-2000000', address: '四川省广安市广安区政务服务中心二楼',
  openingHours: '工作日 9:00—12:00，13:00—17:00', directions: '乘公交到政务服务中心站。',
});

/** Elements that the demonstration items have in common; each item overrides what differs. */
export function districtDefaults(department: DepartmentName, windowNumber: string) {
  return {
    aliases: [] as string[], regionCode: districtRegion, exerciseLevel: '4', powerSource: '1', departmentType: '1', agentAllowed: true,
    specialProcedures: [] as Elements['specialProcedures'], charged: false, fees: [] as Elements['fees'],
    quantityLimit: '无', intermediaryServices: '无', visitCount: 0, visitReason: '无', handlingForms: ['1', '2', '3'], crossRegionScopes: ['3'],
    onlineAvailable: true, onlineDepths: ['2', '3', '4', '5', '6'], onlineLevel: '4', personTopics: [] as string[], companyTopics: [] as string[],
    tags: ['online', 'mobile'], entersHall: true, appointmentAvailable: true, onlinePayment: false, expressDelivery: true, selfServiceTerminal: false,
    windows: [windowOf(department, windowNumber)], consultationTelephone: '0826-2000000', supervisionTelephone: '0826-12345',
    reconsideration: '对决定不服的，可以自收到决定之日起六十日内向广安市广安区人民政府申请行政复议。',
    litigation: '也可以自收到决定之日起六个月内向有管辖权的人民法院提起行政诉讼。',
    rightsAndDuties: '申请人有权知悉办理进度和结果，对不予许可的决定有陈述、申辩和申请救济的权利；应当如实提交材料、反映真实情况，并对申请材料实质内容的真实性负责。',
    noMaterials: false,
  } satisfies Partial<Elements>;
}

/** An item without questions: one situation that always holds. */
export function singleSituation(name: string, notes: string[] = []): NonNullable<Elements['questionnaire']> {
  return { questions: [], situations: [{ key: 'general', name, when: [], notes }] };
}

export const workingDays = (days: number, explanation?: string) =>
  ({ days, unit: 'working-day', ...(explanation === undefined ? {} : { explanation }) }) as const;
