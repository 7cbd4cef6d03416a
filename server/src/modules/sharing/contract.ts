import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { LicenceState } from '../licences/contract.ts';
import { mostMinutes, mostThings } from './consent-words.contract.ts';
import { ShareableFile, ShareableLicence } from './shareable.contract.ts';

export { composeConsent, handInDays, mostMinutes, mostThings, takeMinutes, type ConsentParts } from './consent-words.contract.ts';
export type { ShareableFile, ShareableLicence } from './shareable.contract.ts';

/** open 等待扫码 → scanned 已扫码 → taken 已取用 → used 已随申请提交; expired, lapsed (taken, never handed in) and withdrawn end it. */
export const shareStates = ['open', 'scanned', 'taken', 'used', 'expired', 'lapsed', 'withdrawn'] as const;
export const ShareState = Code(shareStates);
export type ShareState = Static<typeof ShareState>;
export const shareStateLabels: Readonly<Record<ShareState, string>> = {
  open: '等待扫码', scanned: '已扫码，还没有取用', taken: '已取用，还没有提交', used: '已随申请提交', expired: '已过期', lapsed: '没有提交，已失效', withdrawn: '已撤回',
};

export const thingKinds = ['licence', 'file'] as const;

/** A share as whoever made it sees it. */
export const ShareView = Type.Object({
  id: Id,
  state: ShareState,
  stateLabel: Type.String(),
  subjectName: Type.String(),
  /** Who shared for the subject; null when it was the subject itself. */
  agentName: Nullable(Type.String()),
  purpose: Type.String(),
  itemName: Nullable(Type.String()),
  organizationName: Nullable(Type.String()),
  /** Word by word what was agreed to. */
  consent: Type.String(),
  madeAt: DateTime,
  expiresAt: DateTime,
  things: Type.Array(Type.Object({
    id: Id, kind: Code(thingKinds), name: Type.String(), detail: Type.String(),
    /** Names of the materials that it was taken as. */
    takenAs: Type.Array(Type.String()),
    /** Whether it is in the case that was handed in; null as long as none was. */
    handedIn: Nullable(Type.Boolean()),
  })),
  /** The organisation and, in part, the name of the clerk. */
  scan: Nullable(Type.Object({ at: DateTime, organizationName: Type.String(), by: Type.String(), until: DateTime })),
  taken: Nullable(Type.Object({ at: DateTime, itemName: Type.String() })),
  /** The case, or the application for a bundle, that it went into; it stays there. */
  handedIn: Nullable(Type.Object({ at: DateTime, number: Type.String(), itemName: Type.String() })),
  withdrawnAt: Nullable(DateTime),
  /** Every reading by the clerk, oldest first. */
  readings: Type.Array(Type.Object({ at: DateTime, what: Type.String(), purpose: Type.String() })),
  abilities: Type.Object({ withdraw: Type.Boolean() }),
});
export type ShareView = Static<typeof ShareView>;

/** A code just made; it is told once and only its digest is kept. */
export const MadeShare = Type.Object({
  share: ShareView,
  /** What the QR code holds. */
  code: Type.String(),
  /** Eight digits to be typed instead. */
  number: Type.String(),
});
export type MadeShare = Static<typeof MadeShare>;

const FaceLine = Type.Object({ label: Type.String(), value: Type.String() });

/** One thing of a scanned share as the clerk sees it. */
export const ScannedThing = Type.Object({
  id: Id,
  kind: Code(thingKinds),
  name: Type.String(),
  /** Whether it may be used now; `note` says why not. */
  usable: Type.Boolean(),
  note: Nullable(Type.String()),
  licence: Nullable(Type.Object({
    number: Type.String(), issuerName: Type.String(), validTo: Nullable(DateOnly), state: LicenceState,
    /** Personal lines masked. */
    face: Type.Array(FaceLine), masked: Type.Boolean(),
  })),
  file: Nullable(Type.Object({ caseNumber: Type.String(), itemName: Type.String(), materialName: Type.String(), size: Type.Integer(), mediaType: Type.String() })),
});
export type ScannedThing = Static<typeof ScannedThing>;

/** What a clerk who scanned a code sees: exactly what was agreed to. */
export const ScannedShare = Type.Object({
  id: Id,
  subject: Type.Object({ kind: Code(['person', 'company'] as const), name: Type.String({ description: 'of a person in part' }) }),
  purpose: Type.String(),
  itemId: Nullable(Id),
  itemName: Nullable(Type.String()),
  consent: Type.String(),
  agreedAt: DateTime,
  until: DateTime,
  things: Type.Array(ScannedThing),
});
export type ScannedShare = Static<typeof ScannedShare>;

/** Who shares, in full, to be registered as the applicant. */
export const SharedApplicant = Type.Object({
  kind: Code(['person', 'company'] as const), name: Type.String(), documentType: Type.String(), documentNumber: Type.String(), mobile: Nullable(Type.String()),
});
export type SharedApplicant = Static<typeof SharedApplicant>;

const shareParams = Type.Object({ shareId: Id });
const thingParams = Type.Object({ shareId: Id, thingId: Id });
const own = 'sharing.share.make-own';
const scan = 'sharing.code.scan';
const ScanPurpose = Text(100, { minLength: 2 });

/** What a clerk scanned or typed. */
export const ScannedCode = Text(200, { minLength: 1 });

export const listShareable = defineOperation({
  id: 'sharing.list-shareable', method: 'GET', path: '/api/v1/my/shareable-licences', permission: own, summary: '可以授权共享的电子证照：本人（或所代理对象）现在有效的',
  response: Type.Object({ items: Type.Array(ShareableLicence), more: Type.Boolean(), minutes: Type.Integer({ description: 'validity unless chosen otherwise' }) }),
});

export const listShareableFiles = defineOperation({
  id: 'sharing.list-shareable-files', method: 'GET', path: '/api/v1/my/shareable-files', permission: own, summary: '可以授权共享的材料文件：以前办件中提交过的，按办件分页', query: PageQuery, response: PageOf(ShareableFile),
});

export const makeShare = defineOperation({
  id: 'sharing.make-share', method: 'POST', path: '/api/v1/my/shares', permission: own, status: 201, summary: '生成共享码：同意在限定时间内由一个窗口查看和取用所选证照、材料；码只在这次答复中给出',
  body: Type.Object({
    licenceIds: Type.Array(Id, { maxItems: mostThings, uniqueItems: true }),
    files: Type.Array(Type.Object({ caseId: Id, fileId: Id }), { maxItems: mostThings }),
    purpose: Text(100, { minLength: 2 }),
    itemId: Type.Optional(Nullable(Id)),
    organizationId: Type.Optional(Nullable(Id)),
    minutes: Type.Integer({ minimum: 1, maximum: mostMinutes }),
    /** The words that were shown and agreed to, as `composeConsent` puts them together. */
    consent: Text(8000, { minLength: 1 }),
  }),
  response: MadeShare,
});

export const listShares = defineOperation({
  id: 'sharing.list-shares', method: 'GET', path: '/api/v1/my/shares', permission: own, summary: '我的共享码：每次授权了什么、谁在什么时候扫过、用到了哪个办件', query: PageQuery, response: PageOf(ShareView),
});

export const getShare = defineOperation({
  id: 'sharing.get-share', method: 'GET', path: '/api/v1/my/shares/:shareId', permission: own, summary: '查看一次授权', params: shareParams, response: ShareView,
});

export const withdrawShare = defineOperation({
  id: 'sharing.withdraw-share', method: 'POST', path: '/api/v1/my/shares/:shareId/withdraw', permission: own, summary: '撤回授权，立即生效；已经随申请提交的留在办件中', params: shareParams, response: ShareView,
});

export const scanCode = defineOperation({
  id: 'sharing.scan-code', method: 'POST', path: '/api/v1/share-scans', permission: scan, summary: '窗口扫描共享码或输入 8 位数字：查看申请人同意提供的内容；只有第一个扫码的工作人员可以使用',
  body: Type.Object({ code: ScannedCode }), response: ScannedShare,
});

export const getScannedShare = defineOperation({
  id: 'sharing.get-scanned', method: 'GET', path: '/api/v1/share-scans/:shareId', permission: scan, summary: '再次查看本人扫过、还在取用时间内的共享码', params: shareParams, response: ScannedShare,
});

export const readSharedApplicant = defineOperation({
  id: 'sharing.read-applicant', method: 'POST', path: '/api/v1/share-scans/:shareId/applicant', permission: scan, summary: '读取共享人的身份信息，用于登记申请人；留痕', params: shareParams, response: SharedApplicant,
});

export const readSharedFace = defineOperation({
  id: 'sharing.read-face', method: 'POST', path: '/api/v1/share-scans/:shareId/things/:thingId/face', permission: scan, summary: '写明用途后查看共享证照的完整照面；留痕，持证人看得到', params: thingParams,
  body: Type.Object({ purpose: ScanPurpose }), response: Type.Object({ face: Type.Array(FaceLine) }),
});

export const openSharedFile = defineOperation({
  id: 'sharing.open-file', method: 'GET', path: '/api/v1/share-scans/:shareId/things/:thingId/file', permission: scan, summary: '写明用途后打开共享的材料文件；留痕，申请人看得到', params: thingParams,
  query: Type.Object({ purpose: ScanPurpose }), responseKind: 'binary',
});
