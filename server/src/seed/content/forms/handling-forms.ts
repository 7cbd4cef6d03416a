import type { FormDefinition } from '@tongban/form-model';
import { note, options, row, section } from '../form-parts.ts';
import type { SeedForm } from '../seed-types.ts';

const siteInspection: FormDefinition = {
  formatVersion: 1, title: '现场核查记录',
  sections: [section('visit', '现场核查', [
    note('由核查人员在现场核查环节填写，申请人看不到。'),
    row({ id: 'visitedOn', type: 'date', label: '核查日期', required: true }, { id: 'areaOnSite', type: 'number', label: '现场面积', unit: '平方米', required: true, minimum: 1, maximum: 1_000_000, decimals: 2 }),
    row({ id: 'siteResult', type: 'choice', label: '核查结果', required: true, options: options('符合', '需要整改', '不符合') }),
    row({ id: 'findings', type: 'multiline', label: '核查情况', required: true, maxLength: 1_000, lines: 4 }),
    row({ id: 'internalRemark', type: 'multiline', label: '内部备注', maxLength: 500, lines: 2 }),
  ])],
};

/** 现场核查记录: what the officers who visit a site write down; filled in at a step, not by the applicant. */
export const siteInspectionForm: SeedForm = {
  key: 'site-inspection-record', name: '现场核查记录', definition: siteInspection,
  sampleData: { visitedOn: '2026-11-25', areaOnSite: 850, siteResult: '符合', findings: '清洗消毒间、储藏间、卫生间的位置和面积与平面图一致。' },
};
