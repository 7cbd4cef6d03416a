import { nurseForm } from '../forms/person-forms.ts';
import { applicationForm, districtDefaults, identityDocument, material, permitFlow, point, workingDays } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';

const regulation = { lawName: '护士条例', documentNumber: '国务院令第517号公布，2020年3月27日修订' };

/** 护士执业注册（首次）: a person's own permit. */
export const nurseRegistration: SeedItem = {
  key: 'nurse-registration', department: '区行政审批局', forms: [nurseForm],
  handlingDepartments: [{ department: '区行政审批局', role: 'acceptance' }, { department: '区行政审批局', role: 'lead' }, { department: '区行政审批局', role: 'decision' }],
  elements: {
    ...districtDefaults('区行政审批局', 'A02'),
    name: '护士执业注册（首次）', aliases: ['护士证', '护士执业证书', '护士注册'], mainItemName: '护士执业注册',
    summary: '通过护士执业资格考试、拟在本区医疗卫生机构执业的人员办理。',
    localTaskCode: 'DEMO-511602-A-NURSE-01', taskType: '01', serviceObjects: ['1'], audiences: ['person'], projectType: '2', personTopics: ['010', '027'], personLifeStages: ['employment'], agentAllowed: false,
    legalBases: [
      {
        ...regulation, clauseNumber: '第七条第一款、第二款',
        clauseContent: '护士执业，应当经执业注册取得护士执业证书。申请护士执业注册，应当具备下列条件：（一）具有完全民事行为能力；（二）在中等职业学校、高等学校完成国务院教育主管部门和国务院卫生主管部门规定的普通全日制3年以上的护理、助产专业课程学习，包括在教学、综合医院完成8个月以上护理临床实习，并取得相应学历证书；（三）通过国务院卫生主管部门组织的护士执业资格考试；（四）符合国务院卫生主管部门规定的健康标准。',
      },
      {
        ...regulation, clauseNumber: '第八条',
        clauseContent: '申请护士执业注册的，应当向批准设立拟执业医疗机构或者为该医疗机构备案的卫生主管部门提出申请。收到申请的卫生主管部门应当自收到申请之日起20个工作日内做出决定，对具备本条例规定条件的，准予注册，并发给护士执业证书；对不具备本条例规定条件的，不予注册，并书面说明理由。护士执业注册有效期为5年。',
      },
    ],
    conditions: ['具有完全民事行为能力。', '完成普通全日制3年以上护理、助产专业学习和8个月以上护理临床实习，取得学历证书。', '通过护士执业资格考试。', '符合规定的健康标准。'],
    materials: [
      applicationForm('护士执业注册申请审核表', 'nurse-application', [point('complete', 'acceptance', '各栏填写完整，拟执业机构在本区。'), point('internship', 'review', '临床实习时间不少于8个月。')]),
      identityDocument('id-card', '身份证明'),
      material({
        key: 'diploma', name: '学历证书及临床实习证明', type: '1', copies: 1, originals: 0, source: '99', sourceExplanation: '毕业院校、实习医院', acceptanceStandard: '护理、助产专业，实习证明由医院盖章。',
        reviewPoints: [point('major', 'review', '专业为护理或者助产，学制3年以上。'), point('stamp', 'acceptance', '实习证明有医院公章，写明起止日期。')],
      }),
      material({
        key: 'exam-result', name: '护士执业资格考试成绩合格证明', type: '1', source: '20', issuingAuthority: '卫生健康行政部门', copies: 1, originals: 0, acceptanceStandard: '姓名、编号清晰。',
        reviewPoints: [point('number', 'review', '编号与申请表一致，能够在考试系统核验。')],
      }),
      material({
        key: 'health-report', name: '健康体检证明', source: '30', sourceExplanation: '二级以上医疗机构', acceptanceStandard: '6个月内出具，有体检结论和医疗机构盖章。',
        reviewPoints: [point('date', 'acceptance', '体检日期在6个月以内。'), point('conclusion', 'review', '结论为符合护士执业健康标准。')],
      }),
      material({
        key: 'training-record', name: '3个月临床护理培训考核合格证明', when: [{ question: 'years', options: ['late'] }], type: '1', source: '99', sourceExplanation: '符合条件的医疗卫生机构',
        acceptanceStandard: '写明培训起止日期和考核结果。', reviewPoints: [point('months', 'review', '培训满3个月，考核合格。')],
      }),
      material({
        key: 'employment', name: '拟执业医疗卫生机构拟聘用证明', acceptanceStandard: '机构盖章，写明科室。', reviewPoints: [point('institution', 'review', '机构持有效医疗机构执业许可证或者已备案。')],
      }),
    ],
    flowSteps: permitFlow('审查学历、考试、健康等材料。', { review: 3, decision: 1 }, '区行政审批局'),
    legalLimit: workingDays(20, '护士条例第八条'), promisedLimit: workingDays(5),
    results: [{ name: '护士执业证书', type: '10', licenceTypeCode: 'nurse-certificate', validity: '五年', sample: '载明姓名、性别、出生日期、证书编号、执业地点和注册有效期。' }],
    faqs: [{ question: '考试通过3年以后才申请可以吗？', answer: '可以，但须先在符合规定的医疗卫生机构接受3个月临床护理培训并考核合格。' }],
    questionnaire: {
      questions: [{ key: 'years', text: '通过护士执业资格考试多久了？', options: [{ key: 'within', text: '3年以内' }, { key: 'late', text: '超过3年' }] }],
      situations: [
        { key: 'within', name: '3年内首次注册', when: [{ question: 'years', options: ['within'] }], notes: [] },
        { key: 'late', name: '逾期首次注册', when: [{ question: 'years', options: ['late'] }], notes: ['需要提交3个月临床护理培训考核合格证明。'] },
      ],
    },
    handling: { mode: 'platform', formKey: 'nurse-application', processKey: 'review-and-check', processVersion: 1, licenceTypeCode: 'nurse-certificate' },
  },
};
