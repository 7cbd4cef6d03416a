import {
  Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static,
} from '@tongban/contract-kit';

/** A password as typed; the policy (length, classes, history) is judged by the server. */
const Password = Text(128, { minLength: 1 });
const AccountName = Text(64, { minLength: 1 });
const SmsCode = Text(6, { pattern: '^\\d{6}$' });
const TotpCode = Text(6, { pattern: '^\\d{6}$' });
const Challenge = Text(100, { minLength: 20 });
const MobileText = Text(30, { minLength: 1 });
const DocumentType = Text(3, { minLength: 3, description: '证件类型，如 111 居民身份证' });
const DocumentNumber = Text(60, { minLength: 1 });
const PersonName = Text(200, { minLength: 1 });

export const principalKinds = ['person', 'company'] as const;
export type PrincipalKind = (typeof principalKinds)[number];

/** Someone the signed-in person may act for: the company one represents, or whoever granted a mandate (IDN-03). */
export const ActingChoice = Type.Object({
  mandateId: Id,
  kind: Code(principalKinds),
  id: Id,
  name: Type.String(),
  /** legal-representative: by law; granted: by an accepted mandate. */
  basis: Code(['legal-representative', 'granted'] as const),
  /** Task type codes (01 行政许可 …) the mandate is limited to; null for all. */
  itemCategories: Nullable(Type.Array(Type.String())),
  validUntil: Nullable(DateOnly),
});
export type ActingChoice = Static<typeof ActingChoice>;

/** The signed-in account as the front-end needs it; `permissions` decide what is shown, the server decides what is done. */
export const Session = Type.Object({
  sessionId: Id,
  account: Type.Object({
    kind: Code(['staff', 'person'] as const),
    id: Id,
    name: Type.String(),
    /** Officers only. */
    organization: Nullable(Type.Object({ id: Id, name: Type.String(), regionCode: Type.String() })),
    posts: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
    roles: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  }),
  permissions: Type.Array(Type.String()),
  actingFor: Nullable(ActingChoice),
  actingChoices: Type.Array(ActingChoice),
  /** The mandate the session acts by was revoked or ran out: nothing is allowed until `actFor` is called with null. */
  mandateEnded: Type.Boolean(),
  /** The session ends after this many minutes without a request. */
  idleMinutes: Type.Integer(),
  /** And at this instant whatever happens. */
  expiresAt: DateTime,
  /** Officers: when the password must be changed. */
  passwordExpiresAt: Nullable(DateTime),
});
export type Session = Static<typeof Session>;

export const getSession = defineOperation({
  id: 'identity.get-session', method: 'GET', path: '/api/v1/session', permission: 'public',
  summary: '当前会话；未登录时 session 为 null', response: Type.Object({ session: Nullable(Session) }),
});

export const signOut = defineOperation({
  id: 'identity.sign-out', method: 'POST', path: '/api/v1/session/sign-out', permission: 'signed-in', summary: '退出登录',
});

export const actFor = defineOperation({
  id: 'identity.act-for', method: 'POST', path: '/api/v1/session/acting-for', permission: 'signed-in',
  summary: '切换为代表某人或某企业办事；mandateId 为 null 时恢复为本人',
  body: Type.Object({ mandateId: Nullable(Id) }), response: Session,
});

/** What step of signing in comes next; `challenge` is sent with it and lives ten minutes. */
export const SignInStep = Type.Object({
  next: Code(['totp', 'enrol-totp', 'change-password'] as const),
  challenge: Type.String(),
  expiresAt: DateTime,
});
export type SignInStep = Static<typeof SignInStep>;

export const signInStaff = defineOperation({
  id: 'identity.sign-in-staff', method: 'POST', path: '/api/v1/staff/sign-in', permission: 'public',
  summary: '工作人员登录第一步：账号与密码', body: Type.Object({ accountName: AccountName, password: Password }), response: SignInStep,
});

export const replaceExpiredPassword = defineOperation({
  id: 'identity.replace-expired-password', method: 'POST', path: '/api/v1/staff/sign-in/password', permission: 'public',
  summary: '登录时更换初始或到期的密码', body: Type.Object({ challenge: Challenge, newPassword: Password }), response: SignInStep,
});

export const completeStaffSignIn = defineOperation({
  id: 'identity.complete-staff-sign-in', method: 'POST', path: '/api/v1/staff/sign-in/totp', permission: 'public',
  summary: '工作人员登录第二步：动态口令', body: Type.Object({ challenge: Challenge, code: TotpCode }), response: Session,
});

/** What an authenticator app needs: scan `qrSvg` or type `secret`. */
export const TotpEnrolment = Type.Object({ secret: Type.String(), otpauthUri: Type.String(), qrSvg: Type.String() });
export type TotpEnrolment = Static<typeof TotpEnrolment>;

export const enrolTotp = defineOperation({
  id: 'identity.enrol-totp', method: 'POST', path: '/api/v1/staff/sign-in/totp-enrolment', permission: 'public',
  summary: '首次登录绑定动态口令：取得二维码', body: Type.Object({ challenge: Challenge }), response: TotpEnrolment,
});

export const confirmTotp = defineOperation({
  id: 'identity.confirm-totp', method: 'POST', path: '/api/v1/staff/sign-in/totp-enrolment/confirm', permission: 'public',
  summary: '首次登录绑定动态口令：用一次动态口令确认并登录', body: Type.Object({ challenge: Challenge, code: TotpCode }), response: Session,
});

export const SessionSummary = Type.Object({
  id: Id, current: Type.Boolean(), ip: Type.String(), userAgent: Type.String(),
  createdAt: DateTime, lastSeenAt: DateTime, expiresAt: DateTime,
});

export const listSessions = defineOperation({
  id: 'identity.list-sessions', method: 'GET', path: '/api/v1/sessions', permission: 'signed-in',
  summary: '本人在各处的登录', response: Type.Object({ items: Type.Array(SessionSummary) }),
});

export const endSession = defineOperation({
  id: 'identity.end-session', method: 'DELETE', path: '/api/v1/sessions/:sessionId', permission: 'signed-in',
  summary: '结束本人的一处登录', params: Type.Object({ sessionId: Id }),
});

export const endOtherSessions = defineOperation({
  id: 'identity.end-other-sessions', method: 'POST', path: '/api/v1/sessions/end-others', permission: 'signed-in',
  summary: '结束本人的其他登录', response: Type.Object({ ended: Type.Integer() }),
});

export const changePassword = defineOperation({
  id: 'identity.change-password', method: 'POST', path: '/api/v1/password', permission: 'signed-in',
  summary: '修改密码；其他登录随即结束', body: Type.Object({ currentPassword: Password, newPassword: Password }),
});

/** One account of the demonstration city, with what signs it in; an empty list outside a demonstration. */
export const DemoAccount = Type.Object({
  kind: Code(['staff', 'person'] as const),
  /** What to type as the account: the staff account name, or the person's mobile number. */
  accountName: Type.String(),
  password: Type.String(),
  name: Type.String(),
  /** Post and department, or what the person is good for in a demonstration. */
  description: Type.String(),
  /** The TOTP code of this moment; officers only. */
  totpCode: Nullable(Type.String()),
});
export type DemoAccount = Static<typeof DemoAccount>;

export const listDemoAccounts = defineOperation({
  id: 'identity.list-demo-accounts', method: 'GET', path: '/api/v1/demo-accounts', permission: 'public',
  summary: '演示城市的账号（仅演示环境有内容）', response: Type.Object({ items: Type.Array(DemoAccount) }),
});

export const codePurposes = ['register', 'reset-password', 'change-mobile'] as const;

export const sendVerificationCode = defineOperation({
  id: 'identity.send-verification-code', method: 'POST', path: '/api/v1/verification-codes', permission: 'public',
  summary: '向手机发送验证码（5 分钟内有效）', body: Type.Object({ purpose: Code(codePurposes), mobile: MobileText }),
  response: Type.Object({ expiresAt: DateTime, retryAfterSeconds: Type.Integer() }),
});

export const registerPerson = defineOperation({
  id: 'identity.register-person', method: 'POST', path: '/api/v1/persons/register', permission: 'public', status: 201,
  summary: '自然人注册并登录',
  body: Type.Object({
    name: PersonName, documentType: DocumentType, documentNumber: DocumentNumber,
    mobile: MobileText, code: SmsCode, password: Password,
  }),
  response: Session,
});

export const signInPerson = defineOperation({
  id: 'identity.sign-in-person', method: 'POST', path: '/api/v1/persons/sign-in', permission: 'public',
  summary: '自然人登录：手机号码或证件号码，与密码', body: Type.Object({ account: DocumentNumber, password: Password }), response: Session,
});

export const resetPersonPassword = defineOperation({
  id: 'identity.reset-person-password', method: 'POST', path: '/api/v1/persons/reset-password', permission: 'public',
  summary: '自然人找回密码：证件号码与手机验证码',
  body: Type.Object({ documentType: DocumentType, documentNumber: DocumentNumber, mobile: MobileText, code: SmsCode, newPassword: Password }),
});

/** The signed-in person's own record; numbers are masked. */
export const OwnProfile = Type.Object({
  id: Id, name: Type.String(), documentType: Type.String(), documentTypeName: Type.String(), documentNumberMasked: Type.String(),
  mobileMasked: Nullable(Type.String()), birthDate: Nullable(DateOnly),
  /** window: an officer saw the document; online: number and mobile were checked. */
  verifiedBy: Code(['window', 'online'] as const),
});
export type OwnProfile = Static<typeof OwnProfile>;

export const getOwnProfile = defineOperation({
  id: 'identity.get-own-profile', method: 'GET', path: '/api/v1/me', permission: 'identity.profile.view',
  summary: '本人资料（脱敏）', response: OwnProfile,
});

export const changeMobile = defineOperation({
  id: 'identity.change-mobile', method: 'POST', path: '/api/v1/me/mobile', permission: 'identity.profile.edit',
  summary: '换绑手机', body: Type.Object({ mobile: MobileText, code: SmsCode, password: Password }), response: OwnProfile,
});

export const Company = Type.Object({
  id: Id, name: Type.String(), creditCode: Type.String(), regionCode: Nullable(Type.String()), address: Nullable(Type.String()),
  legalRepresentative: Type.Object({ personId: Id, name: Type.String() }),
  abilities: Type.Object({ grantMandate: Type.Boolean(), viewMembers: Type.Boolean() }),
});
export type Company = Static<typeof Company>;

export const registerCompany = defineOperation({
  id: 'identity.register-company', method: 'POST', path: '/api/v1/companies', permission: 'identity.company.register', status: 201,
  summary: '法定代表人登记本企业',
  body: Type.Object({
    name: Text(200, { minLength: 2 }), creditCode: Text(30, { minLength: 1 }),
    regionCode: Type.Optional(Text(12, { pattern: '^(\\d{6}|\\d{9}|\\d{12})$' })), address: Type.Optional(Text(300)),
  }),
  response: Company,
});

export const listOwnCompanies = defineOperation({
  id: 'identity.list-own-companies', method: 'GET', path: '/api/v1/companies', permission: 'identity.company.view',
  summary: '本人代表或经办的企业', response: Type.Object({ items: Type.Array(Company) }),
});

/** A person who may act for the company: its legal representative or an agent (经办人). */
export const CompanyMember = Type.Object({
  mandateId: Id, personId: Id, name: Type.String(), mobileMasked: Nullable(Type.String()),
  basis: Code(['legal-representative', 'granted'] as const),
  itemCategories: Nullable(Type.Array(Type.String())), validUntil: Nullable(DateOnly), since: DateTime,
});

export const listCompanyMembers = defineOperation({
  id: 'identity.list-company-members', method: 'GET', path: '/api/v1/companies/:companyId/members', permission: 'identity.company.view',
  summary: '企业的法定代表人与经办人', params: Type.Object({ companyId: Id }), response: Type.Object({ items: Type.Array(CompanyMember) }),
});

/** offered 待接受 → accepted 有效 or declined 已拒绝; revoked 已撤销; expired 已到期. */
export const mandateStates = ['offered', 'accepted', 'declined', 'revoked', 'expired'] as const;

export const Mandate = Type.Object({
  id: Id,
  principal: Type.Object({ kind: Code(principalKinds), id: Id, name: Type.String() }),
  agent: Type.Object({ personId: Id, name: Type.String() }),
  itemCategories: Nullable(Type.Array(Type.String())),
  validFrom: DateOnly, validUntil: Nullable(DateOnly),
  state: Code(mandateStates),
  offeredAt: DateTime, answeredAt: Nullable(DateTime), endedAt: Nullable(DateTime), endReason: Nullable(Type.String()),
  useCount: Type.Integer(), lastUsedAt: Nullable(DateTime),
  abilities: Type.Object({ accept: Type.Boolean(), decline: Type.Boolean(), revoke: Type.Boolean() }),
});
export type Mandate = Static<typeof Mandate>;

const mandateParams = Type.Object({ mandateId: Id });

export const grantMandate = defineOperation({
  id: 'identity.grant-mandate', method: 'POST', path: '/api/v1/mandates', permission: 'identity.mandate.grant', status: 201, idempotent: true,
  summary: '授权代理：代理人须已实名注册，由其接受后生效',
  body: Type.Object({
    /** null: the signed-in person grants; else the company one legally represents. */
    companyId: Nullable(Id),
    /** Name with mobile number, or name with identity document. */
    agent: Type.Object({
      name: PersonName, mobile: Type.Optional(MobileText),
      documentType: Type.Optional(DocumentType), documentNumber: Type.Optional(DocumentNumber),
    }),
    /** Task type codes; null for every kind of item. */
    itemCategories: Nullable(Type.Array(Text(4, { minLength: 1 }), { minItems: 1, maxItems: 20 })),
    validFrom: DateOnly, validUntil: DateOnly,
  }),
  response: Mandate,
});

export const listMandates = defineOperation({
  id: 'identity.list-mandates', method: 'GET', path: '/api/v1/mandates', permission: 'identity.mandate.view',
  summary: '我给出的或我收到的授权', query: Type.Object({ side: Code(['granted', 'received'] as const) }),
  response: Type.Object({ items: Type.Array(Mandate) }),
});

export const acceptMandate = defineOperation({
  id: 'identity.accept-mandate', method: 'POST', path: '/api/v1/mandates/:mandateId/accept', permission: 'identity.mandate.answer',
  summary: '接受授权', params: mandateParams, response: Mandate,
});

export const declineMandate = defineOperation({
  id: 'identity.decline-mandate', method: 'POST', path: '/api/v1/mandates/:mandateId/decline', permission: 'identity.mandate.answer',
  summary: '拒绝授权', params: mandateParams, response: Mandate,
});

export const revokeMandate = defineOperation({
  id: 'identity.revoke-mandate', method: 'POST', path: '/api/v1/mandates/:mandateId/revoke', permission: 'identity.mandate.revoke',
  summary: '撤销授权（委托方）或辞去代理（代理方），立即生效', params: mandateParams,
  body: Type.Object({ reason: Text(200) }), response: Mandate,
});

export const MandateUse = Type.Object({ at: DateTime, action: Type.String(), objectType: Type.String(), objectId: Type.String(), agentName: Type.String() });

export const listMandateUses = defineOperation({
  id: 'identity.list-mandate-uses', method: 'GET', path: '/api/v1/mandates/:mandateId/uses', permission: 'identity.mandate.view',
  summary: '代理人用这份授权办过什么', params: mandateParams, query: PageQuery, response: PageOf(MandateUse),
});

// Officers' accounts, kept by the system administrator.

export const StaffAccount = Type.Object({
  staffId: Id, accountName: Type.String(), name: Type.String(),
  organization: Type.Object({ id: Id, name: Type.String() }),
  posts: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  roles: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  /** Which of the three administrators the holder is; the sign-in of the security and audit ones is not reset here. */
  administration: Nullable(Code(['system', 'security', 'audit'] as const)),
  suspended: Type.Boolean(), locked: Type.Boolean(), totpBound: Type.Boolean(), mustChangePassword: Type.Boolean(),
  /** Day of leaving office. */
  validTo: Nullable(DateOnly),
  createdAt: DateTime, lastSignInAt: Nullable(DateTime),
});
export type StaffAccount = Static<typeof StaffAccount>;

/** suspended 已停用; locked 登录失败锁定中; unbound 未绑定动态口令; dormant 90 天未登录 (IDN-06). */
export const staffAccountFilters = ['suspended', 'locked', 'unbound', 'dormant'] as const;

export const listStaffAccounts = defineOperation({
  id: 'identity.list-staff-accounts', method: 'GET', path: '/api/v1/staff-accounts', permission: 'identity.staff-account.manage',
  summary: '工作人员账号，可按单位、状态、姓名或账号查找',
  query: Type.Object({ ...PageQuery.properties, q: Type.Optional(Text(50)), organizationId: Type.Optional(Id), state: Type.Optional(Code(staffAccountFilters)) }),
  response: PageOf(StaffAccount),
});

export const openStaffAccount = defineOperation({
  id: 'identity.open-staff-account', method: 'POST', path: '/api/v1/staff-accounts', permission: 'identity.staff-account.manage', status: 201,
  summary: '开通工作人员账号；初始密码只在此显示一次',
  body: Type.Object({
    accountName: Text(64, { minLength: 3, pattern: '^[a-z][a-z0-9._-]*$' }), name: PersonName, organizationId: Id,
    postCodes: Type.Array(Text(40, { minLength: 1 }), { minItems: 1, maxItems: 10 }),
  }),
  response: Type.Object({ staffId: Id, initialPassword: Type.String() }),
});

const staffParams = Type.Object({ staffId: Id });

export const getStaffAccount = defineOperation({
  id: 'identity.get-staff-account', method: 'GET', path: '/api/v1/staff-accounts/:staffId', permission: 'identity.staff-account.manage',
  summary: '工作人员账号状态', params: staffParams, response: StaffAccount,
});

/** leave 离任: suspended, and no post or task any more. */
export const staffAccountActions = ['suspend', 'resume', 'unlock', 'reset-password', 'reset-totp', 'leave'] as const;
export type StaffAccountAction = (typeof staffAccountActions)[number];

export const setStaffAccount = defineOperation({
  id: 'identity.set-staff-account', method: 'POST', path: '/api/v1/staff-accounts/:staffId/actions', permission: 'identity.staff-account.manage',
  summary: '停用、启用、解锁账号，重置密码或动态口令，办理离任', params: staffParams,
  body: Type.Object({ action: Code(staffAccountActions) }),
  response: Type.Object({ account: StaffAccount, initialPassword: Nullable(Type.String()) }),
});
