import { Code, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { ElementSource } from './sources.contract.ts';

export {
  describeSource, ElementSource, facePrefix, isProfileFact, licenceValues, profileFacts, sourceGroup, sourceId, sourceKindLabels, type LicenceValue, type ProfileFact, type SourceKind, type SourceNames,
} from './sources.contract.ts';

/** Types of data element, each with the kinds of field (`Field['type']` of the form model) that hold it as it is. */
export const elementTypes = {
  'text': { label: '文本', controls: ['text', 'multiline'] },
  'person-name': { label: '姓名', controls: ['personName', 'text'] },
  'resident-id': { label: '公民身份号码', controls: ['residentId', 'text'] },
  'identity-document': { label: '身份证件', controls: ['identityDocument'] },
  'credit-code': { label: '统一社会信用代码', controls: ['creditCode', 'text'] },
  'mobile': { label: '手机号码', controls: ['mobile', 'text'] },
  'date': { label: '日期', controls: ['date'] },
  'number': { label: '数值', controls: ['number'] },
  'money': { label: '金额', controls: ['money'] },
  'boolean': { label: '是否', controls: ['boolean'] },
  'code': { label: '代码', controls: ['choice'] },
  'region': { label: '行政区划', controls: ['region'] },
  'address': { label: '地址', controls: ['text', 'multiline', 'address'] },
} as const;
export type ElementType = keyof typeof elementTypes;
export const elementTypeCodes = Object.keys(elementTypes) as [ElementType, ...ElementType[]];

/** general 一般, personal 个人信息, sensitive 敏感个人信息 (个人信息保护法第二十八条). */
export const sensitivities = ['general', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof sensitivities)[number];
export const sensitivityLabels: Record<Sensitivity, string> = { general: '一般', personal: '个人信息', sensitive: '敏感个人信息' };

/** Letters, digits and hyphens in parts: `person.name`, `licence.labour-dispatch-licence.number`. */
export const ElementCode = Text(64, { minLength: 3, pattern: '^[a-z][A-Za-z0-9-]*(\\.[A-Za-z0-9][A-Za-z0-9-]*)+$' });

const length = Nullable(Type.Integer({ minimum: 1, maximum: 10_000 }));

/** Everything of a data element but its code. */
export const ElementContent = Type.Object({
  name: Text(60, { minLength: 1 }),
  /** What it means, e.g. 营业执照上的住所. */
  definition: Text(300),
  type: Code(elementTypeCodes),
  /** How its value is written, e.g. 18 位. */
  format: Text(60),
  minLength: length,
  maxLength: length,
  /** Code list of a code element. */
  dictionary: Nullable(Text(64, { minLength: 1 })),
  sensitivity: Code(sensitivities),
  /** Where it is filled in from, in the order asked; a field of a form may have another. */
  sources: Type.Array(ElementSource, { maxItems: 12 }),
  /** Field of a database that holds it, e.g. identity.person.name; `table.column` of this or of another system. */
  databaseField: Nullable(Text(160, { minLength: 1 })),
});
export type ElementContent = Static<typeof ElementContent>;

/** A public data element: what an answer is, known to every form by one code (FRM-02). */
export const DataElement = Type.Object({
  code: Type.String(),
  ...ElementContent.properties,
  revision: Type.Integer(),
  editedByName: Type.String(),
  editedAt: DateTime,
});
export type DataElement = Static<typeof DataElement>;

/** A form that has a field bound to the element, as an open or published version has it. */
export const ElementUse = Type.Object({
  itemId: Id, versionId: Id, itemName: Type.String(), departmentName: Type.String(), state: Type.String(), formKey: Type.String(), formName: Type.String(),
  fields: Type.Array(Type.Object({ id: Type.String(), label: Type.String(), type: Type.String(), dictionary: Nullable(Type.String()) })),
});
export type ElementUse = Static<typeof ElementUse>;

/** An interface of another authority that can be asked for data (数据共享接口). */
export const SharingService = Type.Object({
  code: Type.String(), name: Type.String(), provider: Type.String(), enabled: Type.Boolean(), revision: Type.Integer(), editedByName: Type.String(), editedAt: DateTime,
});
export type SharingService = Static<typeof SharingService>;

const elementParams = Type.Object({ code: ElementCode });

export const listElements = defineOperation({
  id: 'data-elements.list-elements', method: 'GET', path: '/api/v1/data-elements', permission: 'data-elements.element.view',
  summary: '数据元字典：按名称、代码查找，每项带使用它的表单数',
  query: Type.Object({
    ...PageQuery.properties, q: Type.Optional(Text(100)), type: Type.Optional(Code(elementTypeCodes)), sensitivity: Type.Optional(Code(sensitivities)),
    source: Type.Optional(Code(['profile', 'licence', 'past-case', 'sharing', 'none'] as const)), used: Type.Optional(Type.Boolean()),
  }),
  response: PageOf(Type.Object({ ...DataElement.properties, forms: Type.Integer() })),
});

export const listElementChoices = defineOperation({
  id: 'data-elements.list-choices', method: 'GET', path: '/api/v1/data-elements/choices', permission: 'data-elements.element.view',
  summary: '供表单设计绑定的全部数据元，附来源名称',
  response: Type.Object({
    elements: Type.Array(Type.Object({
      ...DataElement.properties,
      sourceOptions: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
    })),
    abilities: Type.Object({ edit: Type.Boolean() }),
  }),
});

export const getElement = defineOperation({
  id: 'data-elements.get-element', method: 'GET', path: '/api/v1/data-elements/elements/:code', permission: 'data-elements.element.view',
  summary: '一个数据元和使用它的表单（含未发布的）', params: elementParams,
  response: Type.Object({ element: DataElement, uses: Type.Array(ElementUse), abilities: Type.Object({ edit: Type.Boolean() }) }),
});

export const addElement = defineOperation({
  id: 'data-elements.add-element', method: 'POST', path: '/api/v1/data-elements', permission: 'data-elements.element.edit', status: 201, idempotent: true,
  summary: '新增数据元', body: Type.Object({ code: ElementCode, content: ElementContent }), response: DataElement,
});

export const editElement = defineOperation({
  id: 'data-elements.edit-element', method: 'PUT', path: '/api/v1/data-elements/elements/:code', permission: 'data-elements.element.edit',
  summary: '修改数据元；表单正在使用的，不能改成放不下的类型', params: elementParams,
  body: Type.Object({ revision: Type.Integer({ minimum: 1 }), content: ElementContent }), response: DataElement,
});

export const removeElement = defineOperation({
  id: 'data-elements.remove-element', method: 'DELETE', path: '/api/v1/data-elements/elements/:code', permission: 'data-elements.element.edit',
  summary: '删除没有表单使用的数据元', params: elementParams,
});

export const listSharingServices = defineOperation({
  id: 'data-elements.list-sharing-services', method: 'GET', path: '/api/v1/data-elements/sharing-services', permission: 'data-elements.element.view',
  summary: '数据共享接口目录；connected 为是否接入了共享平台',
  response: Type.Object({ connected: Type.Boolean(), services: Type.Array(SharingService), abilities: Type.Object({ edit: Type.Boolean() }) }),
});

export const saveSharingService = defineOperation({
  id: 'data-elements.save-sharing-service', method: 'PUT', path: '/api/v1/data-elements/sharing-services/:service', permission: 'data-elements.element.edit',
  summary: '登记、修改、停用数据共享接口', params: Type.Object({ service: Text(60, { minLength: 2, pattern: '^[a-z][a-z0-9-]*$' }) }),
  body: Type.Object({ revision: Type.Integer({ minimum: 0 }), name: Text(60, { minLength: 1 }), provider: Text(60, { minLength: 1 }), enabled: Type.Boolean() }),
  response: SharingService,
});
