import { Code, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';

/** A line of the face and where its value comes from: `holder.name`, `form.siteAddress`, `licence.validTo`, `item.name` … */
export const LicenceFaceLine = Type.Object({
  key: Text(60), label: Text(100), from: Text(120),
  /** Left out of public verification unless the holder agrees. */
  personal: Type.Optional(Type.Boolean()),
});
export type LicenceFaceLine = Static<typeof LicenceFaceLine>;

export const licenceHolderKinds = ['person', 'company', 'any'] as const;
/** years 固定年限, decided 由决定逐件确定, unlimited 长期. */
export const licenceValidities = ['years', 'decided', 'unlimited'] as const;
/** active 在用 ↔ retired 停用: no item may be given it any more; what was issued stays as it is. */
export const licenceTypeStates = ['active', 'retired'] as const;
export type LicenceTypeState = (typeof licenceTypeStates)[number];

/** Longest and most of a type. */
export const licenceTypeBounds = { code: 40, name: 200, typeCode: 21, typed: 30, pattern: 100, statement: 500, lines: 30, label: 100, years: 50 } as const;

const content = {
  name: Text(licenceTypeBounds.name),
  /** 证照类型代码: credit code of the defining body (18) and a serial of three digits. */
  typeCode: Text(licenceTypeBounds.typed),
  holderKind: Code(licenceHolderKinds),
  validity: Code(licenceValidities),
  validYears: Type.Optional(Type.Integer({ minimum: 1, maximum: licenceTypeBounds.years })),
  /** `{year}` and `{sequence:n}` are filled. */
  numberPattern: Text(licenceTypeBounds.pattern),
  /** Sentence on the face. */
  statement: Text(licenceTypeBounds.statement),
  face: Type.Array(LicenceFaceLine, { maxItems: licenceTypeBounds.lines }),
};

/** 证照目录: a type of licence, its numbering, validity and face (LIC-01). */
export const LicenceType = Type.Object({ code: Text(licenceTypeBounds.code), ...content });
export type LicenceType = Static<typeof LicenceType>;

/** What of a type is written by hand; `issuerId` is the organisation that issues it (颁发机构). */
export const LicenceTypeContent = Type.Object({ ...content, issuerId: Nullable(Id) });
export type LicenceTypeContent = Static<typeof LicenceTypeContent>;

/** What begins the source of a line that is filled from a field of the application form. */
export const formPrefix = 'form.';

/** The field of the form that a line is filled from, if it is. */
export function formFieldOf(from: string): string | undefined {
  return from.startsWith(formPrefix) ? from.slice(formPrefix.length) : undefined;
}

/** Sources of a line that every licence has, as people call them. */
export const faceSources = {
  'holder.name': { group: '持证人', label: '持有人姓名（名称）' },
  'holder.documentNumber': { group: '持证人', label: '持有人证件号码' },
  'licence.number': { group: '证照', label: '证照编号' },
  'licence.issuedOn': { group: '证照', label: '签发日期' },
  'licence.validFrom': { group: '证照', label: '有效期自' },
  'licence.validTo': { group: '证照', label: '有效期至' },
  'licence.issuer': { group: '证照', label: '颁发机构' },
  'licence.remark': { group: '证照', label: '决定时填写的备注' },
  'item.name': { group: '事项', label: '事项名称' },
} as const satisfies Record<string, { group: string; label: string }>;

/** Whether a line can be filled from it; whether the form has the field is another question. */
export function isFaceSource(from: string): boolean {
  const field = formFieldOf(from);
  return field === undefined ? Object.hasOwn(faceSources, from) : /^[A-Za-z_㐀-鿿][A-Za-z0-9_㐀-鿿]{0,63}$/.test(field);
}

const sequence = /\{sequence:(\d)\}/;

/** Fills `{year}` and `{sequence:n}` of a number pattern. */
export function fillNumber(pattern: string, year: string, serial: number): string {
  return pattern.replaceAll('{year}', year).replace(sequence, (_all, width: string) => String(serial).padStart(Number(width), '0'));
}

/** The day before the same date `years` later: five years from 2026-11-21 end on 2031-11-20. */
export function lastDayOfYears(from: string, years: number): string {
  const end = new Date(`${from}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  end.setUTCDate(end.getUTCDate() - 1);
  return end.toISOString().slice(0, 10);
}

/** A fault of a type with the part it is in, e.g. `numberPattern` or `face.2.label`, as a sentence that says how to mend it. */
export interface LicenceTypeFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** Why a credit code is none; nothing when it is right. Given from outside, since a contract holds no check characters. */
export type CreditCodeFault = (creditCode: string) => string | undefined;

const fault = (path: string, code: string, message: string): LicenceTypeFault => ({ path, code, message });

/** What keeps a type from being saved, the same in the browser and on the server (LIC-01). */
export function checkLicenceType(type: LicenceTypeContent, creditCodeFault: CreditCodeFault): LicenceTypeFault[] {
  return [
    ...(type.name.trim() === '' ? [fault('name', 'name-missing', '请填写证照名称，写证照上印的全称。')] : []),
    ...checkTypeCode(type.typeCode, creditCodeFault),
    ...(type.issuerId === null ? [fault('issuerId', 'issuer-missing', '请选择颁发机构。')] : []),
    ...(type.validity === 'years' && type.validYears === undefined ? [fault('validYears', 'years-missing', `请填写有效年数，1 至 ${licenceTypeBounds.years} 年。`)] : []),
    ...checkPattern(type.numberPattern), ...checkFace(type.face),
  ];
}

function checkTypeCode(typeCode: string, creditCodeFault: CreditCodeFault): LicenceTypeFault[] {
  const at = (code: string, message: string) => [fault('typeCode', code, message)];
  if (typeCode.trim() === '') return at('type-code-missing', '请填写证照类型代码：定义机构的统一社会信用代码 18 位，加 3 位数字序号。');
  if (typeCode.length !== licenceTypeBounds.typeCode) return at('type-code-length', `证照类型代码应为 21 位，现在是 ${typeCode.length} 位；前 18 位是定义机构的统一社会信用代码，后 3 位是数字序号。`);
  const wrong = creditCodeFault(typeCode.slice(0, 18));
  if (wrong !== undefined) return at('type-code-body', `证照类型代码的前 18 位不是有效的统一社会信用代码。${wrong}`);
  return /^\d{3}$/.test(typeCode.slice(18)) ? [] : at('type-code-serial', `证照类型代码的后 3 位“${typeCode.slice(18)}”应为数字序号，如 001。`);
}

function checkPattern(pattern: string): LicenceTypeFault[] {
  const at = (code: string, message: string) => [fault('numberPattern', code, message)];
  if (pattern.trim() === '') return at('pattern-missing', '请填写编号规则，其中要有流水号。');
  const placeholders = pattern.match(/\{[^{}]*\}/g) ?? [];
  const stranger = placeholders.find((one) => one !== '{year}' && !/^\{sequence:[1-9]\}$/.test(one));
  if (stranger !== undefined) return at('pattern-unknown', `编号规则里的“${stranger}”不认得，请删除后用“插入年份”“插入流水号”重新插入。`);
  if (/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) return at('pattern-open', '编号规则里有多余的花括号，请删除；年份、流水号用下面的按钮插入。');
  const count = placeholders.filter((one) => one.startsWith('{sequence')).length;
  if (count === 0) return at('pattern-sequence', '编号规则里没有流水号，每本证照的编号会相同；请点“插入流水号”。');
  return count === 1 ? [] : at('pattern-sequences', `编号规则里有 ${count} 个流水号，请只留一个。`);
}

function checkFace(face: readonly LicenceFaceLine[]): LicenceTypeFault[] {
  if (face.length === 0) return [fault('face', 'face-empty', '照面上还没有内容，请至少添加一行。')];
  const keys = face.map(({ key }) => key);
  const labels = face.map(({ label }) => label.trim());
  return face.flatMap(({ key, label, from }, index) => [
    ...(label.trim() === '' ? [fault(`face.${index}.label`, 'label-missing', `第 ${index + 1} 行没有名称，请填写照面上印的字样。`)] : []),
    ...(label.trim() !== '' && labels.indexOf(label.trim()) < index ? [fault(`face.${index}.label`, 'label-doubled', `第 ${index + 1} 行的名称“${label.trim()}”与第 ${labels.indexOf(label.trim()) + 1} 行相同，请改成不同的名称。`)] : []),
    ...(key.trim() === '' || keys.indexOf(key) < index ? [fault(`face.${index}.key`, 'key-doubled', `第 ${index + 1} 行与前面的行标识重复，请删除后重新添加。`)] : []),
    ...(isFaceSource(from) ? [] : [fault(`face.${index}.from`, 'source-unknown', `第 ${index + 1} 行没有选择印什么，请从列表中选择。`)]),
  ]);
}

/** A form by whose approval the licence is issued, as the check of a face needs it. */
export interface FaceForm {
  readonly itemName: string;
  readonly formName: string;
  readonly fields: readonly { readonly id: string; readonly label: string }[];
}

/** Lines that a form cannot fill, each named with the item and the form: the licence is issued without the line (LIC-01). */
export function lackingFields(face: readonly LicenceFaceLine[], forms: readonly FaceForm[]): LicenceTypeFault[] {
  return face.flatMap(({ label, from }, index) => {
    const field = formFieldOf(from);
    if (field === undefined) return [];
    return forms.filter(({ fields }) => !fields.some(({ id }) => id === field)).map(({ itemName, formName }) =>
      fault(`face.${index}.from`, 'field-lacking', `“${itemName}”的申请表“${formName}”里没有第 ${index + 1} 行“${label}”要印的字段，签发的证照上会没有这一行；请换一个来源，或者在申请表里增加这个字段。`));
  });
}
