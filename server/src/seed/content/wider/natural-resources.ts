import { identityDocument } from '../item-parts.ts';
import type { SeedItem } from '../seed-types.ts';
import { ask, certificate, composeItem, field, given, law, paper, part, way } from './compose-item.ts';

const department = '区自然资源局';

/** Registered here and handled in the department's own system (INT-04). */
const transfer = composeItem({
  key: 'property-transfer', department, window: 'B20', name: '不动产转移登记（存量房买卖）', aliases: ['过户', '房产过户', '二手房过户', '不动产证'], taskType: '07', audience: 'person', topics: ['015', '017'], stages: ['daily-life'],
  summary: '买卖存量房的双方申请把不动产权利登记到买方名下，在不动产登记系统中办理。',
  bases: [law('中华人民共和国民法典', '第二百零九条第一款', '不动产物权的设立、变更、转让和消灭，经依法登记，发生效力；未经登记，不发生效力，但是法律另有规定的除外。', '主席令第四十五号'),
    law('不动产登记暂行条例', '第二十条', '不动产登记机构应当自受理登记申请之日起30个工作日内办结不动产登记手续，法律另有规定的除外。', '国务院令第656号公布')],
  conditions: ['房屋已经登记，没有查封。', '买卖双方共同申请。', '税费已经缴清。'],
  form: { title: '不动产转移登记申请表', points: ['坐落、面积、权利人与登记簿一致。'],
    sections: [part('property', '不动产', [field.text('certificateNumber', '不动产权证号'), field.text('place', '坐落', 200)], [field.number('area', '建筑面积', '平方米', 100_000, 2), field.money('price', '成交价格')], [field.person('seller', '出卖人'), field.date('signedOn', '合同签订日期', { maximum: 'today' })])],
    sample: { certificateNumber: '川（2021）广安区不动产权第0000001号', place: '四川省广安市广安区示范小区1栋1单元101号', area: 89.5, price: 56_000_000, seller: '王建华', signedOn: '2026-11-01' } },
  materials: [identityDocument('id-card', '买卖双方身份证明'), certificate('property', '不动产权证书', '不动产登记机构', '权利人为出卖人。', '证号、坐落一致。'), paper('contract', '存量房买卖合同', '双方签名。', '价款、坐落与申请一致。'),
    certificate('tax', '完税凭证', '税务机关', '契税已缴。', '金额与成交价格对应。'), paper('mortgage', '抵押权人同意转移的材料', '抵押权人盖章。', '抵押范围一致。', { when: given({ mortgaged: ['yes'] }) })],
  questions: [ask('mortgaged', '房屋抵押了吗？', { no: '没有抵押', yes: '已经抵押' })],
  situations: [way('clear', '没有抵押的房屋', { mortgaged: ['no'] }), way('mortgaged', '带押过户', { mortgaged: ['yes'] }, ['须抵押权人同意。'])],
  days: { legal: 30, promised: 5, basis: '不动产登记暂行条例第二十条：30个工作日' }, review: '在不动产登记系统中核对登记簿、权籍和税费。',
  result: { name: '不动产权证书', type: '10', validity: '长期', sample: '由不动产登记系统缮证，载明权利人、坐落、面积和用途。' },
  faqs: [['为什么要跳转到另一个系统？', '不动产登记在登记机构的系统中办理。平台先登记、给编号，办理的每一步都会回传到“我的办件”。']],
});

/** Items of the natural resources office. */
export const naturalResourcesItems: readonly SeedItem[] = [transfer];
