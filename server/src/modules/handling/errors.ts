import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'handling.procedure-not-listed': { kind: 'rule-violated', title: '办事指南中没有列明这项特别程序', detail: '只有依法列明的听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审等可以不计入期限（行政许可法第四十五条）。' },
  'handling.immediate-no-pause': { kind: 'rule-violated', title: '即办件不能启动特别程序', detail: '请当场作出决定。' },
  'handling.same-person-approves': { kind: 'forbidden', title: '申请人不能审批自己提出的特别程序', detail: '请由本机关负责决定的其他人员审批。' },
  'handling.denial-needs-reasons': { kind: 'invalid', title: '不予许可必须写明理由', detail: '依照行政许可法第三十八条，请写明不予许可的事实和法律依据。' },
  'handling.reviews-failed': { kind: 'rule-violated', title: '有部门审查意见为不通过，不能准予许可', detail: '请不予许可并说明理由，或退回该部门重新审查。' },
  'handling.validity-wrong': { kind: 'invalid', title: '有效期截止日期早于起始日期', detail: '请修改有效期。' },
  'handling.validity-missing': { kind: 'invalid', title: '请填写《{licence}》的有效期截止日期', detail: '这类证照的有效期由决定写明，例如批准的施工期；请填写起止日期后再作出决定。' },
  'handling.decision-points-unsatisfied': { kind: 'rule-violated', title: '有决定环节的审查要点不符合，不能准予许可', detail: '请核对审查要点，或作出不予许可的决定并说明理由。' },
  'handling.licence-pending': { kind: 'conflict', title: '证照正在制作，还不能送达', detail: '一般几秒钟内完成，请稍后刷新页面；如长时间没有完成，请联系印章管理员检查本单位的电子印章。' },
  'handling.receiver-missing': { kind: 'invalid', title: '邮寄送达请填写快递单号', detail: '请填写快递单号后提交。' },
  'handling.points-failed': { kind: 'rule-violated', title: '有审查要点不符合，审查结论不能是通过', detail: '请核对审查要点，或把结论改为不通过并写明理由。' },
});
