import type { NoticeDefinition } from '../../kernel/documents/index.ts';
import type { FileKind } from '../../modules/materials/contract.ts';

/** A file that the demonstration library offers; what is written on it is made up. */
export interface SampleDocument {
  readonly material: string;
  readonly kind: FileKind;
  readonly title: string;
  readonly note?: string;
  /** Text of the review point that it shows. */
  readonly point?: string;
  readonly definition: NoticeDefinition;
}

type Rows = readonly (readonly [label: string, value: string])[];

function sheet(code: string, title: string, rows: Rows, closing: readonly string[]): NoticeDefinition {
  return {
    kind: 'notice', code, name: title, title,
    blocks: [
      { type: 'fields', labelWidth: 120, rows: rows.map(([label, text]) => [{ label, text }]) }, { type: 'space', lines: 1 },
      ...closing.map((text) => ({ type: 'paragraph' as const, text, indent: true })),
    ],
  };
}

const premisesClosing = ['兹证明上列场所由上列使用人使用，本证明所写内容真实，如有不实，由出具人承担责任。', '出具人（签字或者盖章）：　　　　　　　　　　　　　　　　年　　月　　日'];
const premises = (values: readonly string[]): Rows => {
  const labels = ['使用人', '场所地址', '建筑面积（平方米）', '用途', '权属人', '使用方式（自有、租赁、借用）', '使用期限'];
  return labels.map((label, index) => [label, values[index] ?? '　']);
};
const licence = (state: string, address: string): Rows => [
  ['名称', '广安示范餐饮管理有限公司'], ['统一社会信用代码', '91511602MA0000000X'], ['类型', '有限责任公司'], ['法定代表人', '示例'], ['住所', address],
  ['经营范围', '餐饮服务；食品销售'], ['登记状态', state],
];

/** Forms and samples of the demonstration library. */
export const sampleDocuments: readonly SampleDocument[] = [
  {
    material: '经营场所使用证明', kind: 'blank-form', title: '经营场所使用证明（空白表格）', note: '自有房屋的由使用人填写；租赁的由出租人填写，并附租赁合同。',
    definition: sheet('premises-blank', '经营场所使用证明', premises([]), premisesClosing),
  },
  {
    material: '经营场所使用证明', kind: 'example', title: '经营场所使用证明（示例样表）',
    definition: sheet('premises-example', '经营场所使用证明（示例）', premises([
      '广安示范餐饮管理有限公司', '四川省广安市广安区示范街1号', '120', '餐饮服务', '示例出租人', '租赁', '2026年12月1日至2029年11月30日',
    ]), premisesClosing),
  },
  {
    material: '经营场所使用证明', kind: 'fail-sample', title: '缺少使用期限和签字', note: '没有使用期限，出具人未签字，应当一次性告知补正。',
    point: '载明场所地址、面积和使用期限，出具人已签字或者盖章。',
    definition: sheet('premises-fail', '经营场所使用证明（不合格样本）', premises(['广安示范餐饮管理有限公司', '四川省广安市广安区示范街1号', '120', '餐饮服务', '示例出租人', '租赁']), premisesClosing),
  },
  {
    material: '营业执照', kind: 'pass-sample', title: '登记状态为存续', point: '登记状态为存续（在营、开业、在册），经营范围包含申请的业务。',
    definition: sheet('licence-pass', '营业执照（合格样本）', licence('存续（在营、开业、在册）', '四川省广安市广安区示范街1号'), ['审查提示：登记状态为存续，经营范围中有“餐饮服务”，与申请的业务一致。']),
  },
  {
    material: '营业执照', kind: 'fail-sample', title: '登记状态为吊销，未注销', note: '被吊销营业执照的企业不得再从事经营活动。',
    point: '登记状态为存续（在营、开业、在册），经营范围包含申请的业务。',
    definition: sheet('licence-fail', '营业执照（不合格样本）', licence('吊销，未注销', '四川省广安市广安区示范街1号'), ['审查提示：登记状态不是存续，不符合要求。']),
  },
];
