import type { FormDefinition } from '@tongban/form-model';
import { companySample, companySection, declarationSection, note, options, row, section, standardDeclaration } from '../form-parts.ts';
import type { SeedForm } from '../seed-types.ts';

const dispatch: FormDefinition = {
  formatVersion: 1, title: '劳务派遣经营许可申请书',
  sections: [
    companySection('申请单位'),
    section('capital', '出资和场所', [
      row({
        id: 'shareholders', type: 'table', label: '股东', required: true, minimumRows: 1, maximumRows: 50, rowName: '股东',
        columns: [
          { id: 'shareholderName', type: 'text', label: '股东名称', required: true, maxLength: 100, printWidth: 40 },
          { id: 'shareholderKind', type: 'choice', label: '类型', required: true, options: options('自然人', '企业法人', '其他组织'), printWidth: 25 },
          { id: 'contribution', type: 'money', label: '实缴出资额', required: true, minimum: 1, printWidth: 35 },
        ],
      }),
      row(
        { id: 'paidInCapital', type: 'money', label: '实缴注册资本', computed: 'total(shareholders.contribution)' },
        { id: 'premisesArea', type: 'number', label: '经营场所面积', unit: '平方米', required: true, minimum: 1, maximum: 100000, decimals: 1 },
      ),
      row(
        { id: 'premisesAddress', type: 'text', label: '经营场所地址', required: true, maxLength: 200 },
        { id: 'premisesTitle', type: 'choice', label: '场所来源', required: true, options: options('自有', '租赁', '无偿使用') },
      ),
      row({ id: 'leasePeriod', type: 'dateRange', label: '租赁期限', required: true, visibleWhen: 'premisesTitle = "租赁"' }),
    ]),
    section('management', '设施和人员', [
      row({
        id: 'equipment', type: 'table', label: '办公设施设备和信息管理系统', required: true, minimumRows: 1, maximumRows: 50, rowName: '设备',
        columns: [
          { id: 'equipmentName', type: 'text', label: '名称', required: true, maxLength: 60, printWidth: 60 },
          { id: 'quantity', type: 'number', label: '数量', required: true, minimum: 1, maximum: 10000, decimals: 0, printWidth: 40 },
        ],
      }),
      row({ id: 'managers', type: 'number', label: '专职管理人员', unit: '人', required: true, minimum: 1, maximum: 10000, decimals: 0 }),
    ]),
    declarationSection(`${standardDeclaration}不以非全日制用工形式招用被派遣劳动者，不向被派遣劳动者收取费用。`),
  ],
  checks: [
    { id: 'capital', expression: 'paidInCapital >= 200000000', message: '劳动合同法规定注册资本不得少于人民币200万元，请核对各股东实缴出资额。', fieldIds: ['shareholders'] },
  ],
};

export const dispatchForm: SeedForm = {
  key: 'dispatch-application', name: '劳务派遣经营许可申请书', definition: dispatch,
  sampleData: {
    ...companySample, companyName: '广安示范人力资源有限公司', creditCode: '91511602MA9X00046X',
    shareholders: [{ shareholderName: '王建国', shareholderKind: '自然人', contribution: 120000000 }, { shareholderName: '李敏', shareholderKind: '自然人', contribution: 80000000 }],
    premisesArea: 120, premisesAddress: '四川省广安市广安区示范路1号3楼', premisesTitle: '租赁', leasePeriod: { start: '2026-01-01', end: '2029-12-31' },
    equipment: [{ equipmentName: '办公电脑', quantity: 8 }, { equipmentName: '劳务派遣信息管理系统', quantity: 1 }], managers: 5, declared: true,
  },
};

const branch: FormDefinition = {
  formatVersion: 1, title: '劳务派遣单位设立分公司备案表',
  sections: [
    companySection('劳务派遣单位'),
    section('licence', '许可信息', [
      note('持有本平台签发的劳务派遣经营许可证的，自动填入，不用上传。'),
      row(
        { id: 'licenceNumber', type: 'text', label: '劳务派遣经营许可证编号', required: true, maxLength: 60, dataElement: 'licence.labour-dispatch-licence.number' },
        { id: 'licenceValidTo', type: 'date', label: '许可证有效期至', required: true, minimum: 'today', dataElement: 'licence.labour-dispatch-licence.validTo' },
      ),
    ]),
    section('branch', '分公司', [
      row(
        { id: 'branchName', type: 'text', label: '分公司名称', required: true, maxLength: 100 },
        { id: 'branchCreditCode', type: 'creditCode', label: '统一社会信用代码', required: true },
      ),
      row(
        { id: 'branchManager', type: 'personName', label: '负责人', required: true },
        { id: 'branchMobile', type: 'mobile', label: '负责人电话', required: true, sensitive: true },
      ),
      row(
        { id: 'branchAddress', type: 'text', label: '经营场所', required: true, maxLength: 200 },
        { id: 'establishedOn', type: 'date', label: '设立日期', required: true, maximum: 'today' },
      ),
      row({
        id: 'clients', type: 'table', label: '用工单位', maximumRows: 100, rowName: '单位',
        columns: [
          { id: 'clientName', type: 'text', label: '用工单位名称', required: true, maxLength: 100, printWidth: 50 },
          { id: 'positions', type: 'choice', label: '岗位性质', required: true, options: options('临时性', '辅助性', '替代性'), printWidth: 25 },
          { id: 'workers', type: 'number', label: '派遣人数', required: true, minimum: 1, maximum: 100000, decimals: 0, printWidth: 25 },
        ],
      }),
      row({ id: 'workerTotal', type: 'number', label: '派遣人数合计', unit: '人', decimals: 0, computed: 'total(clients.workers)' }),
    ]),
    declarationSection(standardDeclaration),
  ],
};

export const branchFilingForm: SeedForm = {
  key: 'branch-filing', name: '劳务派遣单位设立分公司备案表', definition: branch,
  sampleData: {
    ...companySample, companyName: '广安示范人力资源有限公司', creditCode: '91511602MA9X00046X', licenceNumber: '川5116022026000001', licenceValidTo: '2029-10-01',
    branchName: '广安示范人力资源有限公司广安区分公司', branchCreditCode: '91511602MA9X0002X3', branchManager: '赵强', branchMobile: '13900000000',
    branchAddress: '四川省广安市广安区和平路3号', establishedOn: '2026-11-02',
    clients: [{ clientName: '广安示范电子有限公司', positions: '辅助性', workers: 36 }], declared: true,
  },
};
