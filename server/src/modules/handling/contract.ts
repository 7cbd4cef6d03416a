import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, Text, Type } from '@tongban/contract-kit';
import { DeliveryMethod } from '../cases/contract.ts';
import { CaseReceipt, PointResult } from '../intake/contract.ts';

const caseParams = Type.Object({ caseId: Id });
const reason = Text(2000, { minLength: 5 });

export const recordReview = defineOperation({
  id: 'handling.record-review', method: 'POST', path: '/api/v1/cases/:caseId/reviews', permission: 'handling.case.review',
  summary: '审查：逐条勾选审查要点，写明意见；完成本部门的审查任务', params: caseParams, idempotent: true,
  body: Type.Object({
    taskId: Id, conclusion: Code(['pass', 'fail'] as const), opinion: Text(2000, { minLength: 2 }), points: Type.Array(PointResult, { maxItems: 500 }),
  }),
  response: CaseReceipt,
});

export const returnForRework = defineOperation({
  id: 'handling.return-for-rework', method: 'POST', path: '/api/v1/cases/:caseId/return', permission: 'handling.case.decide',
  summary: '退回重新审查：写明退回原因，回到所选的审查环节', params: caseParams, idempotent: true,
  body: Type.Object({ taskId: Id, toNode: Text(100, { minLength: 1 }), reason }), response: CaseReceipt,
});

export const listReturnTargets = defineOperation({
  id: 'handling.list-return-targets', method: 'GET', path: '/api/v1/cases/:caseId/return-targets', permission: 'handling.case.decide',
  summary: '可以退回的环节', params: caseParams,
  response: Type.Object({ items: Type.Array(Type.Object({ node: Type.String(), name: Type.String() })) }),
});

export const proposeSpecialProcedure = defineOperation({
  id: 'handling.propose-special-procedure', method: 'POST', path: '/api/v1/cases/:caseId/special-procedures', permission: 'handling.case.review',
  summary: '申请特别程序（听证、检验、检测、鉴定、专家评审等）：写明依据和所需时间，附书面文件', params: caseParams, idempotent: true,
  body: Type.Object({
    /** Key of a special procedure listed in the item's guide. */
    key: Text(60, { minLength: 1 }),
    reason,
    days: Type.Integer({ minimum: 1, maximum: 365 }),
    fileIds: Type.Array(Id, { minItems: 1, maxItems: 10 }),
  }),
  response: CaseReceipt,
});

export const answerSpecialProcedure = defineOperation({
  id: 'handling.answer-special-procedure', method: 'POST', path: '/api/v1/cases/:caseId/special-procedures/:procedureId/answer',
  permission: 'handling.case.decide', summary: '批准或不同意特别程序；批准后停止计时并书面告知申请人', idempotent: true,
  params: Type.Object({ caseId: Id, procedureId: Id }),
  body: Type.Object({ approved: Type.Boolean(), opinion: Text(2000, { minLength: 2 }) }), response: CaseReceipt,
});

export const endSpecialProcedure = defineOperation({
  id: 'handling.end-special-procedure', method: 'POST', path: '/api/v1/cases/:caseId/special-procedures/:procedureId/end',
  permission: 'handling.case.review', summary: '特别程序结束：登记结果和文件，恢复计时', idempotent: true,
  params: Type.Object({ caseId: Id, procedureId: Id }),
  body: Type.Object({ result: Text(2000, { minLength: 2 }), fileIds: Type.Array(Id, { maxItems: 10 }) }), response: CaseReceipt,
});

export const extendLimit = defineOperation({
  id: 'handling.extend-limit', method: 'POST', path: '/api/v1/cases/:caseId/extend', permission: 'handling.case.decide',
  summary: '延长期限：经本机关负责人批准，最多十个工作日，只能一次，并告知申请人理由', params: caseParams, idempotent: true,
  body: Type.Object({ version: Type.Integer(), days: Type.Integer({ minimum: 1, maximum: 10 }), reason }), response: CaseReceipt,
});

export const decideCase = defineOperation({
  id: 'handling.decide-case', method: 'POST', path: '/api/v1/cases/:caseId/decide', permission: 'handling.case.conclude',
  summary: '作出准予或不予许可决定；不予的必须说明理由并告知复议、诉讼权利', params: caseParams, idempotent: true,
  body: Type.Object({
    taskId: Id,
    outcome: Code(['approved', 'denied'] as const),
    opinion: Text(2000, { minLength: 2 }),
    /** Required for a denial (行政许可法第三十八条). */
    reasons: Type.Optional(Text(2000)),
    /** Review points of the decision stage: all of them for an approval, and for a denial when any are given. */
    points: Type.Optional(Type.Array(PointResult, { maxItems: 500 })),
    /** Values of the licence that the decision sets; `validTo` is required where `CaseView.licenceValidity` is `decided`. */
    licence: Type.Optional(Type.Object({ validFrom: Type.Optional(DateOnly), validTo: Type.Optional(DateOnly), remark: Type.Optional(Text(500)) })),
  }),
  response: CaseReceipt,
});

export const deliverResult = defineOperation({
  id: 'handling.deliver-result', method: 'POST', path: '/api/v1/cases/:caseId/deliver', permission: 'handling.case.deliver',
  summary: '送达：登记送达方式和签收人，办件办结', params: caseParams, idempotent: true,
  body: Type.Object({
    taskId: Id,
    method: DeliveryMethod,
    receiver: Text(100, { minLength: 1 }),
    trackingNumber: Type.Optional(Text(60)),
  }),
  response: CaseReceipt,
});

export const terminateCase = defineOperation({
  id: 'handling.terminate-case', method: 'POST', path: '/api/v1/cases/:caseId/terminate', permission: 'handling.case.decide',
  summary: '终止办理：写明法定原因', params: caseParams, idempotent: true,
  body: Type.Object({ version: Type.Integer(), reason }), response: CaseReceipt,
});

/** Numbers of the window's home page (INT-01). */
export const getWorkSummary = defineOperation({
  id: 'handling.get-work-summary', method: 'GET', path: '/api/v1/work/summary', permission: 'cases.case.view',
  summary: '工作台今日数字：待办、今日收件、今日办结、预警、超期',
  response: Type.Object({
    open: Type.Integer(), receivedToday: Type.Integer(), closedToday: Type.Integer(), warning: Type.Integer(), overdue: Type.Integer(),
    nearest: Type.Array(Type.Object({
      caseId: Id, number: Type.String(), itemName: Type.String(), applicantName: Type.String(), promisedDueOn: Nullable(DateOnly), level: Type.String(), submittedAt: DateTime,
    })),
  }),
});
