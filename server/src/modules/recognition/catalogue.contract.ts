import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

/** A place on an upright picture, in shares of its width and height. */
export const Box = Type.Object({
  left: Type.Number({ minimum: 0, maximum: 1 }), top: Type.Number({ minimum: 0, maximum: 1 }),
  width: Type.Number({ minimum: 0, maximum: 1 }), height: Type.Number({ minimum: 0, maximum: 1 }),
});
export type Box = Static<typeof Box>;

/** How a value is written, by which it is found and compared. */
export const fieldKinds = ['text', 'name', 'organisation', 'resident-id', 'credit-code', 'date', 'address', 'number'] as const;
export type FieldKind = (typeof fieldKinds)[number];
export const fieldKindLabels: Record<FieldKind, string> = {
  'text': '文字', 'name': '姓名', 'organisation': '单位名称', 'resident-id': '公民身份号码', 'credit-code': '统一社会信用代码', 'date': '日期', 'address': '地址', 'number': '编号',
};

/** draft 未启用 ⇄ active 启用. */
export const typeStates = ['draft', 'active'] as const;
export const typeStateLabels: Record<(typeof typeStates)[number], string> = { draft: '未启用', active: '启用' };

const word = (max: number) => Text(max, { minLength: 1 });
/** Share of certainty from which a finding counts (可信度阈值). */
const Threshold = Type.Number({ minimum: 0.1, maximum: 1 });

/** One value that is read from a material. */
export const FieldRule = Type.Object({
  key: Text(40, { minLength: 1, pattern: '^[a-z][A-Za-z0-9]*$' }),
  label: word(40),
  kind: Code(fieldKinds),
  /** What is printed before the value, e.g. 住所; the value is looked for behind it. */
  anchors: Type.Array(word(20), { maxItems: 8 }),
  /** Data elements of the form of which one must have this value, e.g. person.name. */
  elements: Type.Array(word(64), { maxItems: 8 }),
  required: Type.Boolean(),
  /** A date that must not have passed, e.g. 有效期至. */
  notPast: Type.Boolean(),
  /** Where the value stands on the sample, drawn by hand; found there before it is looked for by its anchors. */
  region: Nullable(Box),
});
export type FieldRule = Static<typeof FieldRule>;

/** What the catalogue of recognised materials says of one kind (智审目录, DEC-05). */
export const TypeContent = Type.Object({
  name: word(60),
  /** Ends of the names of materials that are of this kind, e.g. 营业执照. */
  materialNames: Type.Array(word(60), { minItems: 1, maxItems: 30 }),
  /** Words that stand on such a document; which of them are found tells the kind before a classifier has learnt it. */
  marks: Type.Array(word(30), { minItems: 1, maxItems: 20 }),
  /** Licence types with whose number a read one is compared. */
  licenceTypes: Type.Array(word(60), { maxItems: 10 }),
  typeThreshold: Threshold,
  fieldThreshold: Threshold,
  fields: Type.Array(FieldRule, { maxItems: 30 }),
  /** The picture on which regions are drawn. */
  sampleFileId: Nullable(Id),
});
export type TypeContent = Static<typeof TypeContent>;

export const DocumentTypeLine = Type.Object({
  id: Id, code: Type.String(), name: Type.String(), state: Code(typeStates), revision: Type.Integer(), materialNames: Type.Array(Type.String()), fieldCount: Type.Integer(), regionCount: Type.Integer(),
  typeThreshold: Type.Number(), fieldThreshold: Type.Number(), samples: Type.Integer(), editedByName: Type.String(), editedAt: DateTime,
});
export type DocumentTypeLine = Static<typeof DocumentTypeLine>;

export const DocumentType = Type.Object({
  id: Id, code: Type.String(), state: Code(typeStates), revision: Type.Integer(), content: TypeContent, editedByName: Type.String(), editedAt: DateTime,
  abilities: Type.Object({ edit: Type.Boolean() }),
});
export type DocumentType = Static<typeof DocumentType>;

const params = Type.Object({ typeId: Id });
const view = 'recognition.catalogue.view';
const edit = 'recognition.catalogue.edit';

export const listDocumentTypes = defineOperation({
  id: 'recognition.list-types', method: 'GET', path: '/api/v1/recognition/types', permission: view, summary: '智审目录：平台能识别的材料',
  query: Type.Object({ ...PageQuery.properties, q: Type.Optional(Text(60)), state: Type.Optional(Code(typeStates)) }), response: PageOf(DocumentTypeLine),
});
export const getDocumentType = defineOperation({
  id: 'recognition.get-type', method: 'GET', path: '/api/v1/recognition/types/:typeId', permission: view, summary: '一种材料的识别规则和模板', params, response: DocumentType,
});
export const createDocumentType = defineOperation({
  id: 'recognition.create-type', method: 'POST', path: '/api/v1/recognition/types', permission: edit, summary: '在智审目录中添加一种材料', status: 201,
  body: Type.Object({ code: Text(40, { minLength: 2, pattern: '^[a-z][a-z0-9-]*$' }), content: TypeContent }), response: DocumentType,
});
export const editDocumentType = defineOperation({
  id: 'recognition.edit-type', method: 'PUT', path: '/api/v1/recognition/types/:typeId', permission: edit, summary: '修改一种材料的识别规则、阈值和模板', params,
  body: Type.Object({ revision: Type.Integer(), state: Code(typeStates), content: TypeContent }), response: DocumentType,
});
export const downloadTypeSample = defineOperation({
  id: 'recognition.download-type-sample', method: 'GET', path: '/api/v1/recognition/types/:typeId/sample', permission: view, responseKind: 'binary', summary: '识别模板的样本图片', params,
});
