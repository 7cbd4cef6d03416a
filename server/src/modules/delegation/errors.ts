import { defineErrors } from '../../kernel/errors/index.ts';

export const fail = defineErrors({
  'delegation.not-found': { kind: 'not-found', title: '没有找到这份放权记录', detail: '它可能不在您的查看范围内。' },
  'delegation.stale': { kind: 'conflict', title: '这份放权记录刚刚有了新的处理', detail: '请刷新页面，查看最新情况后再处理。' },
  'delegation.state-refused': { kind: 'rule-violated', title: '“{state}”时不能{action}', detail: '请刷新页面，按当前状态可用的操作继续。' },
  'delegation.own-answer': { kind: 'rule-violated', title: '不能接收自己报送的放权', detail: '接收是对方的意思，请由接收单位的其他人员处理。' },
  'delegation.own-review': { kind: 'rule-violated', title: '不能审核自己报送的放权', detail: '请由其他审核人员审核。' },
  'delegation.same-party': { kind: 'rule-violated', title: '放权方和接收方不能是同一个单位', detail: '请选择其他接收单位。' },
  'delegation.department-closed': { kind: 'rule-violated', title: '“{department}”已撤销', detail: '请选择存续的单位。' },
  'delegation.not-below': { kind: 'rule-violated', title: '下放只能给下级，“{receiver}”不在“{giver}”的下级区划', detail: '同级之间请使用授权或者委托。' },
  'delegation.not-related': { kind: 'rule-violated', title: '“{receiver}”与“{giver}”不是同级也不是下级', detail: '只能在同一区划内，或者向下级区划放权。' },
  'delegation.end-required': { kind: 'invalid', title: '委托要有截止日期', detail: '请填写委托的截止日期；需要继续委托的，到期前重新办理。' },
  'delegation.dates-wrong': { kind: 'invalid', title: '期限不正确', detail: '截止日期应在开始日期之后，且不早于今天。' },
  'delegation.file-required': { kind: 'rule-violated', title: '还没有上传文件', detail: '请上传委托书、下放决定或者授权文件后再提交。' },
  'delegation.item-unfit': { kind: 'rule-violated', title: '“{item}”不能放权：{why}', detail: '请移去这个事项，或先处理后再提交。' },
  'delegation.no-sub-delegation': { kind: 'rule-violated', title: '“{item}”是受委托行使的，不能再交给其他单位', detail: '依据《中华人民共和国行政许可法》第二十四条第三款，受委托行政机关不得再委托其他组织或者个人实施行政许可。' },
  'delegation.already-given': { kind: 'conflict', title: '“{item}”已经交给“{receiver}”，或正在等待接收', detail: '同一事项对同一单位只能有一份有效的放权。' },
  'delegation.reason-required': { kind: 'invalid', title: '请填写不予接收的理由', detail: '说明理由，便于对方处理。' },
  'delegation.no-file': { kind: 'not-found', title: '没有上传文件', detail: '这份放权没有附文件。' },
});
