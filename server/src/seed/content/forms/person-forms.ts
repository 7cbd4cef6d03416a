import type { FormDefinition } from '@tongban/form-model';
import { declarationSection, note, options, personSection, row, section, standardDeclaration } from '../form-parts.ts';
import type { SeedForm } from '../seed-types.ts';

const nurse: FormDefinition = {
  formatVersion: 1, title: '护士执业注册申请审核表',
  sections: [
    personSection(),
    section('education', '学历和实习', [
      row(
        { id: 'birthDate', type: 'date', label: '出生日期', computed: 'birthDateOf(idNumber)' },
        { id: 'sex', type: 'text', label: '性别', computed: 'sexOf(idNumber)' },
      ),
      row({
        id: 'studies', type: 'table', label: '护理、助产专业学习经历', required: true, minimumRows: 1, maximumRows: 10, rowName: '经历',
        columns: [
          { id: 'school', type: 'text', label: '学校', required: true, maxLength: 100, printWidth: 35 },
          { id: 'major', type: 'choice', label: '专业', required: true, options: options('护理', '助产'), printWidth: 15 },
          { id: 'degree', type: 'choice', label: '学历', required: true, options: options('中专', '大专', '本科', '硕士', '博士'), printWidth: 15 },
          { id: 'studyPeriod', type: 'dateRange', label: '起止', required: true, maximum: 'today', printWidth: 35 },
        ],
      }),
      row(
        { id: 'internshipHospital', type: 'text', label: '实习医院', required: true, maxLength: 100 },
        { id: 'internshipMonths', type: 'number', label: '临床实习', unit: '个月', required: true, minimum: 0, maximum: 60, decimals: 0 },
      ),
    ]),
    section('examination', '执业资格考试和拟执业机构', [
      row(
        { id: 'passedOn', type: 'date', label: '通过考试日期', required: true, maximum: 'today' },
        { id: 'resultNumber', type: 'text', label: '成绩合格证明编号', required: true, maxLength: 40 },
      ),
      row({ id: 'yearsSincePassing', type: 'number', label: '通过考试已满', unit: '年', decimals: 0, computed: 'age(passedOn, today)' }),
      row({ id: 'trainingHospital', type: 'text', label: '3个月临床护理培训机构', required: true, maxLength: 100, visibleWhen: 'yearsSincePassing >= 3', help: '通过考试满3年才申请的，须先培训3个月并考核合格。' }),
      row(
        { id: 'workplace', type: 'text', label: '拟执业医疗卫生机构', required: true, maxLength: 100 },
        { id: 'department', type: 'text', label: '科室', required: true, maxLength: 60 },
      ),
    ]),
    declarationSection(standardDeclaration),
  ],
  checks: [
    { id: 'adult', expression: 'birthDate = null or age(birthDate, today) >= 18', message: '护士执业须具有完全民事行为能力，请核对公民身份号码。', fieldIds: ['idNumber'] },
    { id: 'internship', expression: 'internshipMonths >= 8', message: '护士条例规定须完成8个月以上护理临床实习，请核对。', fieldIds: ['internshipMonths'] },
  ],
};

export const nurseForm: SeedForm = {
  key: 'nurse-application', name: '护士执业注册申请审核表', definition: nurse,
  sampleData: {
    personName: '周婷', idNumber: '511602199208080036', mobile: '13700000000', address: '四川省广安市广安区和平路9号',
    studies: [{ school: '示范卫生职业学院', major: '护理', degree: '大专', studyPeriod: { start: '2022-09-01', end: '2025-06-30' } }],
    internshipHospital: '广安示范医院', internshipMonths: 9, passedOn: '2026-06-20', resultNumber: 'HS2026000123', workplace: '广安区示范医院', department: '内科', declared: true,
  },
};

const elderly: FormDefinition = {
  formatVersion: 1, title: '高龄津贴申请审批表', parameters: ['who'],
  sections: [
    personSection('老年人'),
    section('details', '基本情况', [
      row(
        { id: 'birthDate', type: 'date', label: '出生日期', computed: 'birthDateOf(idNumber)' },
        { id: 'fullYears', type: 'number', label: '年龄', unit: '周岁', decimals: 0, computed: 'age(birthDate, today)' },
      ),
      row(
        { id: 'household', type: 'region', label: '户籍所在地', required: true, lowestLevel: 'county', within: '511600' },
        { id: 'livingState', type: 'choice', label: '居住情况', required: true, options: options('与子女同住', '独居', '与配偶同住', '养老机构') },
      ),
      row({ id: 'institution', type: 'text', label: '养老机构名称', required: true, maxLength: 100, visibleWhen: 'livingState = "养老机构"' }),
      row(
        { id: 'bankName', type: 'text', label: '开户银行', required: true, maxLength: 60 },
        { id: 'bankAccount', type: 'text', label: '社会保障卡银行账号', required: true, sensitive: true, maxLength: 25, pattern: '\\d{16,19}', patternMessage: '请填写16至19位数字的银行账号。' },
      ),
    ]),
    section('family', '代办人', [
      note('由子女等亲属代为申请的填写；本人申请的不用填写。'),
      row({ id: 'byFamily', type: 'boolean', label: '是否由亲属代办', trueLabel: '是', falseLabel: '否', computed: 'who = "family"' }),
      row(
        { id: 'agentName', type: 'personName', label: '代办人姓名', required: true, visibleWhen: 'byFamily = true', dataElement: 'agent.name' },
        { id: 'agentRelation', type: 'choice', label: '与老年人关系', required: true, options: options('配偶', '子女', '孙子女', '兄弟姐妹', '村（社区）工作人员'), visibleWhen: 'byFamily = true' },
      ),
      row({ id: 'agentMobile', type: 'mobile', label: '代办人电话', required: true, sensitive: true, visibleWhen: 'byFamily = true', dataElement: 'agent.mobile' }),
      row({
        id: 'otherBenefits', type: 'table', label: '已享受的补贴', maximumRows: 10, rowName: '补贴',
        columns: [
          { id: 'benefitName', type: 'choice', label: '名称', required: true, options: options('最低生活保障', '特困人员供养', '残疾人两项补贴', '计划生育家庭奖励扶助'), printWidth: 60 },
          { id: 'monthlyAmount', type: 'money', label: '每月金额', required: true, minimum: 0, printWidth: 40 },
        ],
      }),
      row({ id: 'benefitTotal', type: 'money', label: '已享受补贴合计', computed: 'total(otherBenefits.monthlyAmount)' }),
    ]),
    declarationSection(`${standardDeclaration}户籍、生存状况变化后及时告知。`),
  ],
  checks: [{ id: 'ageReached', expression: 'fullYears = null or fullYears >= 80', message: '高龄津贴发放给年满80周岁的老年人，请核对公民身份号码。', fieldIds: ['idNumber'] }],
};

export const elderlyForm: SeedForm = {
  key: 'elderly-application', name: '高龄津贴申请审批表', definition: elderly,
  sampleData: {
    personName: '陈德福', idNumber: '511602193506010012', mobile: '13600000000', address: '四川省广安市广安区示范镇和平村', household: '511602000000', livingState: '与子女同住',
    bankName: '示范农村商业银行', bankAccount: '6217000000000000000', byFamily: true, agentName: '陈立', agentRelation: '子女', agentMobile: '13500000000', otherBenefits: [], declared: true,
  },
};
