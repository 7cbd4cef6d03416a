import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { Disclosure, linkStates, reportKinds, SystemId, type LinkState, type ReportKind } from './exchange.contract.ts';

export const linkStateLabels: Readonly<Record<LinkState, string>> = {
  'registered': '已登记，待进入', 'entered': '已进入，待受理', 'supplementing': '待补正', 'accepted': '已受理', 'in-progress': '办理中', 'decided': '已作出决定', 'delivered': '已送达', 'ended': '已终结',
};

export const reportLabels: Readonly<Record<ReportKind, string>> = {
  'accepted': '受理', 'supplement-needed': '一次性告知补正', 'supplemented': '已补正', 'refused': '不予受理', 'in-progress': '办理中', 'decided': '作出决定', 'delivered': '送达',
};

/** What a system is given, as the setting shows it. */
export const disclosureLabels: Readonly<Record<Disclosure, string>> = { identity: '身份信息和编号', form: '身份信息、编号和申请表', materials: '身份信息、编号、申请表和申请材料' };

const given: Readonly<Record<Disclosure, string>> = {
  identity: '和本办件的编号', form: '、本办件的编号和申请表的全部内容', materials: `、本办件的编号、申请表的全部内容和全部申请材料（用电子证照代替的，提供证照名称、证号和标识）`,
};

/** The words by which an applicant agrees to what a system is given; composed alike by page and server, kept as shown. */
export function consentOf({ systemName, departmentName, itemName, disclosure }: { systemName: string; departmentName: string; itemName: string; disclosure: Disclosure }): string {
  return `同意将申请人的姓名（名称）、证件号码、联系电话${given[disclosure]}提供给${departmentName}的“${systemName}”，用于办理“${itemName}”，不作他用。`;
}

/** Whether a connection works: up 正常, down 不通, idle 还没有连接过, disabled 停用. */
export const connectionStates = ['up', 'down', 'idle', 'disabled'] as const;

const Address = Text(300, { minLength: 8 });
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads the address of a system: https, or http on this machine for rehearsals; no account, no fragment, no ticket of its own. Undefined when it is none. */
export function readAddress(text: string): URL | undefined {
  let url: URL | undefined;
  try {
    url = new URL(text.trim());
  } catch { /* none */ }
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.has(url.hostname));
  return url && secure && url.username === '' && url.password === '' && url.hash === '' && !url.searchParams.has('ticket') ? url : undefined;
}

export const SystemSettings = Type.Object({
  name: Text(40, { minLength: 2 }), organizationId: Id,
  /** Where visitors are led to; the ticket is added to it. */
  entryUrl: Address,
  /** Base address that the platform asks: `{base}/tongban/health`, `/reports`, `/cases`. */
  serviceUrl: Address,
  itemIds: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
  /** What it is given of its cases, after the applicant's consent to exactly this. */
  disclosure: Disclosure, enabled: Type.Boolean(),
});
export type SystemSettings = Static<typeof SystemSettings>;

export const SystemKey = Type.Object({ keyId: Type.String(), madeAt: DateTime, madeBy: Type.String(), lastUsedAt: Nullable(DateTime), endedAt: Nullable(DateTime) });

/** Cases of a system by what they wait for. */
export const outstandingGroups = ['not-entered', 'silent', 'troubled', 'open'] as const;
export type OutstandingGroup = (typeof outstandingGroups)[number];

export const SystemView = Type.Object({
  id: Id, revision: Type.Integer(), name: Type.String(), organizationId: Id, organizationName: Type.String(), entryUrl: Type.String(), serviceUrl: Type.String(), disclosure: Disclosure, enabled: Type.Boolean(),
  items: Type.Array(Type.Object({ itemId: Id, name: Type.String() })), keys: Type.Array(SystemKey),
  connection: Type.Object({ state: Code(connectionStates), lastOkAt: Nullable(DateTime), downSince: Nullable(DateTime), lastError: Nullable(Type.String()), nextTryAt: Nullable(DateTime) }),
  outstanding: Type.Object({ 'not-entered': Type.Integer(), 'silent': Type.Integer(), 'troubled': Type.Integer(), 'open': Type.Integer() }),
});
export type SystemView = Static<typeof SystemView>;

const view = 'self-built.system.view';
const manage = 'self-built.system.manage';

export const listSystems = defineOperation({
  id: 'self-built.list-systems', method: 'GET', path: '/api/v1/self-built-systems', permission: view, summary: '自建系统：登记、连接状态和待处理的办件数', response: Type.Object({ items: Type.Array(SystemView) }),
});
export const addSystem = defineOperation({
  id: 'self-built.add-system', method: 'POST', path: '/api/v1/self-built-systems', permission: manage, status: 201, summary: '登记一个自建系统', body: SystemSettings, response: SystemView,
});
export const saveSystem = defineOperation({
  id: 'self-built.save-system', method: 'PUT', path: '/api/v1/self-built-systems/:systemId', permission: manage, summary: '修改、启用或停用一个自建系统', params: SystemId,
  body: Type.Object({ revision: Type.Integer(), settings: SystemSettings }), response: SystemView,
});
export const makeKey = defineOperation({
  id: 'self-built.make-key', method: 'POST', path: '/api/v1/self-built-systems/:systemId/keys', permission: manage, status: 201,
  summary: '生成一把签名密钥，密钥只显示这一次；最多两把同时有效，便于更换', params: SystemId, response: Type.Object({ keyId: Type.String(), secret: Type.String(), system: SystemView }),
});
export const endKey = defineOperation({
  id: 'self-built.end-key', method: 'POST', path: '/api/v1/self-built-systems/:systemId/keys/:keyId/end', permission: manage, summary: '作废一把签名密钥',
  params: Type.Object({ systemId: Id, keyId: Text(40, { minLength: 8 }) }), response: SystemView,
});
export const tryConnection = defineOperation({
  id: 'self-built.try-connection', method: 'POST', path: '/api/v1/self-built-systems/:systemId/try', permission: manage, summary: '试连一个自建系统', params: SystemId,
  response: Type.Object({ ok: Type.Boolean(), reason: Nullable(Type.String()), system: SystemView }),
});

export const OutstandingCase = Type.Object({
  caseId: Id, caseNumber: Type.String(), itemName: Type.String(), organizationName: Type.String(), state: Code(linkStates), registeredAt: DateTime, enteredAt: Nullable(DateTime),
  lastReportAt: Nullable(DateTime), lastSequence: Type.Integer(), nextPullAt: Nullable(DateTime), trouble: Nullable(Type.String()),
});

export const listOutstanding = defineOperation({
  id: 'self-built.list-outstanding', method: 'GET', path: '/api/v1/self-built-systems/:systemId/outstanding', permission: view,
  summary: '待处理的办件：登记后没有进入、超过一天没有消息、回传有问题、全部未办结', params: SystemId,
  query: Type.Object({ ...PageQuery.properties, group: Code(outstandingGroups) }), response: PageOf(OutstandingCase),
});
export const pullNow = defineOperation({
  id: 'self-built.pull-now', method: 'POST', path: '/api/v1/self-built-systems/:systemId/pull', permission: manage, summary: '马上向自建系统补取没有收到的回传', params: SystemId,
  body: Type.Object({ caseIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }) }), response: Type.Object({ asked: Type.Integer(), taken: Type.Integer(), refused: Type.Integer() }),
});

/** missing-there 对方没有, missing-here 本平台没有, behind 本平台少了回传, ahead 对方少了记录. */
export const differenceKinds = ['missing-there', 'missing-here', 'behind', 'ahead'] as const;
export const Reconciliation = Type.Object({
  id: Id, from: DateOnly, to: DateOnly, at: DateTime, by: Type.String(), ours: Type.Integer(), theirs: Type.Integer(), taken: Type.Integer(),
  differences: Type.Array(Type.Object({ kind: Code(differenceKinds), caseNumber: Type.String(), ours: Nullable(Type.Integer()), theirs: Nullable(Type.Integer()) })),
});
export type Reconciliation = Static<typeof Reconciliation>;

export const reconcile = defineOperation({
  id: 'self-built.reconcile', method: 'POST', path: '/api/v1/self-built-systems/:systemId/reconciliations', permission: manage, status: 201,
  summary: '对账：与自建系统核对一段时间内进入的办件，少了的回传随即补取', params: SystemId, body: Type.Object({ from: DateOnly, to: DateOnly }), response: Reconciliation,
});
export const listReconciliations = defineOperation({
  id: 'self-built.list-reconciliations', method: 'GET', path: '/api/v1/self-built-systems/:systemId/reconciliations', permission: view, summary: '最近的对账结果', params: SystemId,
  response: Type.Object({ items: Type.Array(Reconciliation) }),
});
export const listRefusals = defineOperation({
  id: 'self-built.list-refusals', method: 'GET', path: '/api/v1/self-built-systems/:systemId/refusals', permission: view, summary: '最近被拒绝的回传和原因', params: SystemId,
  response: Type.Object({ items: Type.Array(Type.Object({ at: DateTime, caseNumber: Type.String(), kind: Nullable(Code(reportKinds)), sequence: Nullable(Type.Integer()), code: Type.String(), reason: Type.String() })) }),
});

/** What whoever may see a case is told of the system in which it is handled. */
export const CaseLink = Type.Object({
  systemName: Type.String(), departmentName: Type.String(), state: Code(linkStates), stateLabel: Type.String(),
  /** The words to agree to while `consentNeeded`: before the first jump, and again once the system is given something else; otherwise those that were agreed to. */
  consent: Type.String(), consentNeeded: Type.Boolean(),
  /** The latest consent, also to other words than those needed now. */
  consentedAt: Nullable(DateTime), enteredAt: Nullable(DateTime),
  /** What the applicant agreed to and the platform hands over; null before consent. */
  disclosure: Nullable(Disclosure),
  /** When the system last read what it was given of the application. */
  contentReadAt: Nullable(DateTime),
  /** The reader may jump there now; otherwise why not, in a sentence. */
  mayJump: Type.Boolean(), blocked: Nullable(Type.String()),
  /** The system has not answered since then. */
  downSince: Nullable(DateTime),
  reports: Type.Array(Type.Object({
    sequence: Type.Integer(), kind: Code(reportKinds), label: Type.String(), at: DateTime, receivedAt: DateTime, opinion: Nullable(Type.String()),
    documents: Type.Array(Type.Object({ id: Id, name: Type.String(), size: Type.Integer() })),
  })),
});
export type CaseLink = Static<typeof CaseLink>;

const caseParams = Type.Object({ caseId: Id });

export const getCaseLink = defineOperation({
  id: 'self-built.get-case-link', method: 'GET', path: '/api/v1/cases/:caseId/self-built', permission: 'signed-in', summary: '办件在自建系统的办理情况', params: caseParams, response: Type.Object({ link: Nullable(CaseLink) }),
});
export const jumpToSystem = defineOperation({
  id: 'self-built.jump', method: 'POST', path: '/api/v1/cases/:caseId/self-built/jumps', permission: 'signed-in', status: 201,
  summary: '跳转到自建系统：取得带一次性票据的地址；系统连不上的说明并保留登记', params: caseParams,
  body: Type.Object({ /** The words that were shown and agreed to; needed while `consentNeeded`. */ consent: Type.Optional(Text(500)) }),
  response: Type.Object({ url: Type.String(), expiresAt: DateTime }),
});
