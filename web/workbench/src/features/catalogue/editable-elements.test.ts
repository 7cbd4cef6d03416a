import type { ItemElements } from '@tongban/server/src/modules/catalog/contract.ts';
import { describe, expect, it } from 'vitest';
import { applyEdit, editableOf } from './editable-elements.ts';

const elements: ItemElements = {
  name: '临时占道',
  aliases: ['占道'],
  summary: '旧简介',
  localTaskCode: 'X',
  taskType: '01',
  regionCode: '511602000000',
  organizationId: '01a1fca0-bdd0-734d-b041-7f7b5103db96',
  departmentName: '区住建局',
  handlingDepartments: [],
  serviceObjects: [],
  audiences: [],
  agentAllowed: true,
  legalBases: [],
  conditions: ['甲'],
  materials: [],
  flowSteps: [],
  legalLimit: { days: 20, unit: 'calendar-day', explanation: '第四十二条' },
  specialProcedures: [],
  fees: [],
  results: [],
  handlingForms: [],
  crossRegionScopes: [],
  onlineAvailable: true,
  onlineDepths: [],
  personTopics: [],
  companyTopics: [],
  tags: ['zero'],
  windows: [],
  faqs: [],
  forms: [],
  handling: { mode: 'platform' },
};

describe('编辑草稿的常用要素（CAT-02）', () => {
  it('没有改动时与原来相同', () => {
    expect(applyEdit(elements, editableOf(elements))).toEqual(elements);
  });

  it('只改看得到的要素，时限保留单位和说明', () => {
    const edited = applyEdit(elements, { ...editableOf(elements), legalDays: 15, conditions: ' 甲 \n\n乙\n乙', summary: '' });
    expect(edited.legalLimit).toEqual({ days: 15, unit: 'calendar-day', explanation: '第四十二条' });
    expect(edited.conditions).toEqual(['甲', '乙']);
    expect(edited).not.toHaveProperty('summary');
    expect(edited.tags).toEqual(['zero']);
  });

  it('没有写完的问答不保存', () => {
    expect(
      applyEdit(elements, {
        ...editableOf(elements),
        faqs: [
          { question: '多久？', answer: ' ' },
          { question: '几次？', answer: '一次。' },
        ],
      }).faqs,
    ).toEqual([{ question: '几次？', answer: '一次。' }]);
  });
});
