import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

export {
  checkLicenceType, faceSources, fillNumber, formFieldOf, formPrefix, isFaceSource, lackingFields, lastDayOfYears, LicenceFaceLine, licenceHolderKinds, LicenceType, licenceTypeBounds, LicenceTypeContent, licenceTypeStates, licenceValidities,
  type FaceForm, type LicenceTypeFault, type LicenceTypeState,
} from './licence-type.contract.ts';
export {
  changeLicenceTypeState, createLicenceType, editLicenceType, FormFields, getLicenceType, licenceTypeCodePattern, LicenceTypeCode, LicenceTypeGiver, LicenceTypeSummary, LicenceTypeView, listFormFields, listLicenceTypes, mostCountedLicences, previewLicenceType,
} from './licence-types.contract.ts';

/** valid 有效, suspended 暂扣, revoked 撤销, cancelled 注销, superseded 已换发新版本, expired 已过有效期 (derived from the date). */
export const licenceStates = ['valid', 'suspended', 'revoked', 'cancelled', 'superseded', 'expired'] as const;
export const LicenceState = Code(licenceStates);
export type LicenceState = Static<typeof LicenceState>;

export const licenceStateLabels: Record<LicenceState, string> = {
  valid: '有效', suspended: '已暂扣', revoked: '已撤销', cancelled: '已注销', superseded: '已换发新版本', expired: '已过有效期',
};

/** A licence as its holder sees it. */
export const LicenceSummary = Type.Object({
  id: Id,
  typeCode: Type.String(),
  typeName: Type.String(),
  /** National identifier `1.2.156.3005.2…` (GB/T 36904). */
  identifier: Type.String(),
  /** Number printed on the face. */
  number: Type.String(),
  holderName: Type.String(),
  issuerName: Type.String(),
  issuedOn: DateOnly,
  validFrom: DateOnly,
  validTo: Nullable(DateOnly),
  state: LicenceState,
  version: Type.Integer(),
  caseId: Nullable(Id),
});
export type LicenceSummary = Static<typeof LicenceSummary>;

export const LicenceView = Type.Object({
  ...LicenceSummary.properties,
  /** Fields of the face in order, as printed. */
  face: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
  /** The chain of versions, newest first. */
  versions: Type.Array(Type.Object({ id: Id, version: Type.Integer(), state: LicenceState, issuedOn: DateOnly, reason: Nullable(Type.String()) })),
  /** SVG of the QR code that anyone may scan. */
  qrSvg: Type.String(),
  verifyUrl: Type.String(),
  signedBy: Type.String(),
  abilities: Type.Object({ revoke: Type.Boolean(), download: Type.Boolean() }),
});
export type LicenceView = Static<typeof LicenceView>;

/** What the public learns: whether the licence is genuine and in force, and of its content only what may be public. */
export const Verification = Type.Object({
  /** genuine 真实有效; not-in-force 真实但已失效; altered 内容被改动; unknown 本平台没有签发过. */
  verdict: Code(['genuine', 'not-in-force', 'altered', 'unknown'] as const),
  /** One Chinese sentence for a stranger. */
  message: Type.String(),
  checkedAt: DateTime,
  checks: Type.Array(Type.Object({ name: Type.String(), passed: Nullable(Type.Boolean()), detail: Type.String() })),
  licence: Nullable(Type.Object({
    typeName: Type.String(), identifier: Type.String(), number: Type.String(), issuerName: Type.String(),
    /** Name in part, e.g. 张*. Companies in full. */
    holderName: Type.String(), issuedOn: DateOnly, validFrom: DateOnly, validTo: Nullable(DateOnly), state: LicenceState,
    stateReason: Nullable(Type.String()), signedBy: Type.String(), sealName: Type.String(),
  })),
});
export type Verification = Static<typeof Verification>;

export const LicenceUse = Type.Object({
  id: Id,
  /** The last time, when there were several. */
  at: DateTime,
  licenceName: Type.String(), licenceId: Id,
  /** Who used it: the authority that handled a case or verified it; a stranger who verified it is not named. */
  by: Type.String(), purpose: Type.String(), caseNumber: Nullable(Type.String()),
  /** Verifications of one day in the same way are one entry. */
  times: Type.Integer(),
});

const licenceParams = Type.Object({ licenceId: Id });

export const listMyLicences = defineOperation({
  id: 'licences.list-my-licences', method: 'GET', path: '/api/v1/my/licences', permission: 'licences.licence.view-own',
  summary: '本人（或所代理对象）的电子证照', query: PageQuery, response: PageOf(LicenceSummary),
});

export const getLicence = defineOperation({
  id: 'licences.get-licence', method: 'GET', path: '/api/v1/licences/:licenceId', permission: 'signed-in',
  summary: '查看一份证照：照面、版本、二维码', params: licenceParams, response: LicenceView,
});

export const downloadLicence = defineOperation({
  id: 'licences.download-licence', method: 'GET', path: '/api/v1/licences/:licenceId/file', permission: 'signed-in',
  summary: '下载带签章的证照（PDF）', params: licenceParams, responseKind: 'binary',
});

export const listMyLicenceUses = defineOperation({
  id: 'licences.list-my-uses', method: 'GET', path: '/api/v1/my/licence-uses', permission: 'licences.licence.view-own',
  summary: '谁用过我的证照', query: PageQuery, response: PageOf(LicenceUse),
});

export const listLicences = defineOperation({
  id: 'licences.list-licences', method: 'GET', path: '/api/v1/issued-licences', permission: 'licences.licence.view',
  summary: '查询本单位签发的证照',
  query: Type.Object({ ...PageQuery.properties, q: Type.Optional(Text(100)), state: Type.Optional(LicenceState), typeCode: Type.Optional(Text(40)) }),
  response: PageOf(LicenceSummary),
});

export const revokeLicence = defineOperation({
  id: 'licences.revoke-licence', method: 'POST', path: '/api/v1/licences/:licenceId/revoke', permission: 'licences.licence.revoke',
  summary: '撤销或注销证照：写明法定理由，立即对外生效', params: licenceParams, idempotent: true,
  body: Type.Object({ kind: Code(['revoked', 'cancelled', 'suspended'] as const), reason: Text(1000, { minLength: 5 }) }),
  response: LicenceView,
});

export const verifyLicenceCode = defineOperation({
  id: 'licences.verify-code', method: 'GET', path: '/api/v1/verify/:code', permission: 'public',
  summary: '扫码或输入证照标识查验', params: Type.Object({ code: Text(300, { minLength: 1 }) }), response: Verification,
});

export const verifyLicenceFile = defineOperation({
  id: 'licences.verify-file', method: 'POST', path: '/api/v1/verify', permission: 'public', bodyKind: 'multipart',
  summary: '上传证照文件查验：改动过一个字节也会被发现（文件不保存）', response: Verification,
});
