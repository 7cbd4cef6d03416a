/** Words of reporting what could not be done. */
export const zhCN = {
  title: '反映办不成事',
  lead: '符合条件却没办成、反复跑、反复交材料、超过期限没有结果的，可以在这里反映。我们会指定部门在期限内办理并答复您，由您评价。',
  mine: '我的反映', space: '我的空间',
  reason: '为什么没办成', chooseReason: '请选择', content: '什么事没办成',
  contentHint: '办什么事、去过几次、卡在哪里、希望怎样解决。至少 10 个字，不用写身份证号。',
  caseNumber: '办件编号', caseHint: '已经提交过申请的，填您的办件编号，我们会直接找到办理部门。',
  files: '照片或文件', optional: '选填', filesHint: '通知书、页面截图、现场照片等，能看清卡在哪里就行。只供办理人员查看。', yourFiles: '您提供的附件', answerFiles: '办理结果附件', openFile: (name: string) => `查看附件：${name}`,
  aboutItem: (name: string) => `反映的事项：${name}`, mobile: '联系手机号', mobileHint: '只供办理人员与您联系，加密保存。', as: (name: string) => `以“${name}”的名义反映`,
  submit: '提交反映', need: { reason: '请选择原因。', content: '请至少写 10 个字，说清楚什么事没办成。', mobile: '请填写能联系到您的手机号。', uploads: '文件还在上传，请稍等再提交。' },
  received: '您的反映已收到', receivedLead: (number: string) => `编号 ${number}。办理中的每一步都会显示在这里，有了结果会短信告知您。`,
  number: (number: string) => `编号 ${number}`, said: '您反映的内容', reasonTerm: '原因', item: '事项', case: '办件编号', department: '办理部门', companion: '帮办人员', at: '反映时间', due: '部门办理期限', progress: '办理进度',
  answer: '办理结果', rejection: '未予办理的理由', round: '已二次指派',
  word: { title: '您对办理结果满意吗？', choose: '满意程度', lead: (date: string) => `请在 ${date}前评价。不满意的，会重新指派办理一次；没有评价的到期自动办结。`, second: (date: string) => `请在 ${date}前评价。`, text: '还想说什么', submit: '提交评价', need: '请选择满意程度。', done: '谢谢您的评价', again: '已经转给二次指派，会有人重新办理并答复您。', yours: '您的评价' },
  urge: { action: '催办', done: '已催办，通知到了办理人员。每天可以催办一次。' },
  withdraw: { action: '撤回反映', title: '撤回这件反映？', lead: '撤回后不再办理。问题没有解决的，可以重新反映。', reason: '撤回原因', need: '请至少写 5 个字。', confirm: '确认撤回', cancel: '不撤回', done: '已撤回' },
};
