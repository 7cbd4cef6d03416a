import type { Field, FieldCell, Row, Section, TextCell } from '@tongban/form-model';

/** A cell holding a field; fields of a row share its width unless told. */
export function cell(field: Field, colSpan?: number): FieldCell {
  return { kind: 'field', field, ...(colSpan === undefined ? {} : { colSpan }), ...(field.type === 'table' ? { labelSpan: 0 } : {}) };
}

export function row(...fields: readonly Field[]): Row {
  return { cells: fields.map((field) => cell(field)) };
}

export function note(text: string): Row {
  return { cells: [{ kind: 'text', text, style: 'note' } satisfies TextCell] };
}

export function section(id: string, title: string, rows: Row[], extra: Partial<Section> = {}): Section {
  return { id, title, rows, ...extra };
}

/** Options whose stored value is the label itself. */
export function options(...labels: readonly string[]): { value: string; label: string }[] {
  return labels.map((label) => ({ value: label, label }));
}

/** 申请单位 as the business licence has it; filled from what the platform knows. */
export function companySection(title = '申请单位'): Section {
  return section('company', title, [
    row(
      { id: 'companyName', type: 'text', label: '单位名称', required: true, maxLength: 100, dataElement: 'company.name' },
      { id: 'creditCode', type: 'creditCode', label: '统一社会信用代码', required: true, dataElement: 'company.creditCode' },
    ),
    row(
      { id: 'legalRepresentative', type: 'personName', label: '法定代表人（负责人）', required: true, dataElement: 'company.legalRepresentative' },
      { id: 'registeredAddress', type: 'text', label: '住所', required: true, maxLength: 200, dataElement: 'company.address' },
    ),
    row(
      { id: 'contactName', type: 'personName', label: '联系人', required: true, dataElement: 'contact.name' },
      { id: 'contactMobile', type: 'mobile', label: '联系电话', required: true, sensitive: true, dataElement: 'contact.mobile' },
    ),
  ]);
}

/** Sample of `companySection`, consistent with its checks. */
export const companySample = {
  companyName: '广安示范市政工程有限公司', creditCode: '91511602MA9X00011B', legalRepresentative: '王建国',
  registeredAddress: '四川省广安市广安区示范路1号', contactName: '李敏', contactMobile: '13800000000',
} as const;

/** 申请人 as a natural person. */
export function personSection(title = '申请人'): Section {
  return section('person', title, [
    row(
      { id: 'personName', type: 'personName', label: '姓名', required: true, dataElement: 'person.name' },
      { id: 'idNumber', type: 'residentId', label: '公民身份号码', required: true, sensitive: true, dataElement: 'person.idNumber' },
    ),
    row(
      { id: 'mobile', type: 'mobile', label: '联系电话', required: true, sensitive: true, dataElement: 'person.mobile' },
      { id: 'address', type: 'text', label: '联系地址', required: true, maxLength: 200, dataElement: 'person.address' },
    ),
  ]);
}

/** The applicant's declaration that ends every form (行政许可法第三十一条). */
export function declarationSection(text: string): Section {
  return section('declaration', '申请人承诺', [
    row({ id: 'declared', type: 'boolean', label: text, required: true, mustBeTrue: true, trueLabel: '我承诺', falseLabel: '不承诺' }),
  ]);
}

export const standardDeclaration = '所填内容和提交的材料真实、合法、有效，对申请材料实质内容的真实性负责；同意核验已有证照。';
